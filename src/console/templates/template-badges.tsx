import type { AtMeta } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";

const TONES: Readonly<Record<string, Tone>> = {
  APPROVED: "good",
  PENDING: "note",
  IN_APPEAL: "note",
  REJECTED: "bad",
  PAUSED: "bad",
  DISABLED: "bad",
  DELETED: "bad",
};

/** Meta has more words than we have: one that we do not know is shown as Meta says it. Null: it is not registered. */
export function Status({ status }: { status: string | null }) {
  const { templates: words } = usePageWords();
  if (status === null) return <Badge tone="warn">{words.notThere}</Badge>;
  const named: Readonly<Record<string, string>> = words.statuses;
  return <Badge tone={TONES[status] ?? "warn"}>{named[status] ?? status}</Badge>;
}

const QUALITY_TONES = { GREEN: "good", YELLOW: "warn", RED: "bad", UNKNOWN: "plain" } as const;

export function Quality({ quality }: { quality: AtMeta["quality"] }) {
  const { templates: words } = usePageWords();
  return <Badge tone={QUALITY_TONES[quality]}>{words.qualities[quality]}</Badge>;
}

export function CategoryName({ category }: { category: AtMeta["category"] }) {
  const { templates: words } = usePageWords();
  return category === "UTILITY" ? words.categories.UTILITY : <Badge tone="warn">{words.categories[category]}</Badge>;
}
