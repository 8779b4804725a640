import type { Command } from "commander";
import { exportCorrectionsFor } from "./export-run.ts";
import type { OpenInstallation } from "./import.ts";
import { withInstallation } from "./with-installation.ts";

/** `saldar export corrections`. Exit codes: 0 written, 2 wrongly called, 1 anything else. */
export function exportCommand(program: Command, open: OpenInstallation = withInstallation): void {
  const command = program.command("export").description("Take something out of Saldar as a file");
  command
    .command("corrections")
    .description(
      "Print what agents said that messages mean, tab-separated and with personal data masked: candidates for training lines",
    )
    .option("--since <day>", "only those made from that day on, such as 2026-11-23")
    .option("--business <name>", "its name or id; not needed while there is only one")
    .action((given: { readonly since?: string; readonly business?: string }) =>
      open(async ({ deps }) => {
        process.exitCode = await exportCorrectionsFor(deps, given, {
          out: (text) => void process.stdout.write(text),
          progress: (text) => void process.stderr.write(text),
        });
      }),
    );
}
