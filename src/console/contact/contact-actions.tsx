import { useState } from "react";
import type { DebtorFile } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { PermissionDialog } from "./permission-dialog.tsx";
import { StopDialog } from "./stop-dialog.tsx";
import { TimesDialog } from "./times-dialog.tsx";

/** What somebody told a person of the business about being written to, and their wish to be forgotten. */
export function ContactActions({ file }: { file: DebtorFile }) {
  const { contact } = usePageWords();
  const may = useMay();
  const [open, setOpen] = useState<"stop" | "times" | "permit" | "erase" | undefined>(undefined);
  const close = () => setOpen(undefined);
  return (
    <>
      <div className="row">
        {may("contact.record") && (
          <>
            <Button icon="blocked" onClick={() => setOpen("stop")}>
              {contact.stop}
            </Button>
            <Button icon="clock" onClick={() => setOpen("times")}>
              {contact.times}
            </Button>
            <Button icon="check" onClick={() => setOpen("permit")}>
              {contact.permit}
            </Button>
          </>
        )}
        {may("debtors.erase") && <Button onClick={() => setOpen("erase")}>{contact.erase}</Button>}
      </div>
      {open === "stop" && <StopDialog file={file} onClose={close} />}
      {open === "times" && <TimesDialog file={file} onClose={close} />}
      {open === "permit" && <PermissionDialog file={file} onClose={close} />}
      {open === "erase" && <EraseDialog file={file} onClose={close} />}
    </>
  );
}
