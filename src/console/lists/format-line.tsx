import type { DebtorListView } from "../../web/contract.ts";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge } from "../parts/badge.tsx";

/** How the file was read. */
export function FormatLine({ format }: { format: DebtorListView["format"] }) {
  const words = usePageWords();
  const { kind, encoding, delimiter, sheet, headerRow } = format;
  return (
    <p className="row">
      <Badge icon="file">{kind.toUpperCase()}</Badge>
      {encoding !== null && (
        <Badge>
          {words.lists.encoding}: {encoding}
        </Badge>
      )}
      {delimiter !== null && (
        <Badge>
          {words.lists.delimiter}: {lookup(words.lists.delimiters, delimiter)}
        </Badge>
      )}
      {sheet !== null && (
        <Badge>
          {words.lists.sheet}: {sheet}
        </Badge>
      )}
      {headerRow !== null && <Badge>{words.lists.headerRow(headerRow)}</Badge>}
    </p>
  );
}
