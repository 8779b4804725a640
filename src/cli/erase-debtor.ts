import type { Command } from "commander";
import { eraseFor } from "./erase-debtor-run.ts";
import type { OpenInstallation } from "./import.ts";
import { withInstallation } from "./with-installation.ts";

/** `saldar erase-debtor`: for good. Exit codes: 0 erased (also when nothing was left of them), 2 wrongly called, 1 anything else. */
export function eraseDebtorCommand(program: Command, open: OpenInstallation = withInstallation): void {
  program
    .command("erase-debtor")
    .description(
      "Erase one debtor's personal data and words for good; books, contact log and proof of permission stay, their numbers as hashes",
    )
    .argument("<debtor>", "the debtor's id, or the business's own reference")
    .option("--business <name>", "its name or id; not needed while there is only one")
    .option("--json", "print one object instead of a line")
    .action((debtor: string, given: { readonly business?: string; readonly json?: boolean }) =>
      open(async ({ deps }) => {
        process.exitCode = await eraseFor(
          deps,
          { debtor, ...given },
          {
            out: (text) => void process.stdout.write(text),
            progress: (text) => void process.stderr.write(text),
          },
        );
      }),
    );
}
