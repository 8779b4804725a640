import type { Command } from "commander";
import { withInstallation } from "./with-installation.ts";

/**
 * `saldar ledger verify`: recomputes the books of every business, or of one, and says what does not hold. Exit codes: 0 they
 * hold, 2 wrongly called, 3 something does not hold, 1 anything else.
 */
export function ledgerCommand(program: Command): void {
  const ledger = program.command("ledger").description("The double-entry ledger");
  ledger
    .command("verify")
    .description("Recompute every balance, fingerprint and sealed block; exit code 3 when one does not hold")
    .option("--business <name>", "its name or id; all there are when it is not said")
    .option("--json", "print an object instead of lines")
    .action((given: { readonly business?: string; readonly json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const { verifyBooks } = await import("./ledger-run.ts");
        process.exitCode = await verifyBooks(deps, given, {
          out: (text) => void process.stdout.write(text),
          progress: (text) => void process.stderr.write(text),
        });
      }),
    );
}
