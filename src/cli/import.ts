import { basename } from "node:path";
import type { Command } from "commander";
import { FIELDS } from "../domain/debtor-list/fields.ts";
import type { Installation } from "../installation.ts";
import { type ImportOptions, readImportOptions } from "./import-options.ts";
import { runImport } from "./import-run.ts";
import { withInstallation } from "./with-installation.ts";

/** Opens an installation, does one piece of work with it and closes it: `withInstallation`, or a test's own. */
export type OpenInstallation = (work: (installation: Pick<Installation, "deps">) => Promise<void>) => Promise<void>;

/**
 * `saldar import FILE`. Exit codes: 0 done (also when the same file is in the books already), 2 wrongly called, 3 questions
 * are open (printed with the option that answers each), 4 nothing in the file can be imported, 1 anything else.
 */
export function importCommand(program: Command, open: OpenInstallation = withInstallation): void {
  const command = program.command("import").argument("<file>", "CSV or XLSX, at most 20 MB and 200,000 rows");
  command
    .description("Bring a business's debtor list into the books")
    .option("--dry-run", "say what would change, and change nothing")
    .option("--business <name>", "its name or id; not needed while there is only one")
    .option("--currency <code>", "of amounts whose column or cell says none, such as COP")
    .option("--country <code>", "of debtors whose row says none, such as CO; the business's own by default")
    .option("--without-phones", "the file has no telephone numbers, and that is right")
    .option("--permission-wording <text>", "what all of the file's debtors agreed to, in the words they agreed to")
    .option("--permission-date <day>", "the day they agreed, such as 2026-01-15")
    .option("--permission-channel <text>", "where they agreed, such as: contract")
    .option("--mapping <field=column>", "what a column means; may be given several times", several, [])
    .option("--date-order <column=dmy|mdy>", "how a column writes days; may be given several times", several, [])
    .option("--amount-format <column=point|comma>", "the sign before decimals; may be given several times", several, [])
    .option("--errors-file <path>", "write the rows that cannot be imported there, with what is wrong, as CSV")
    .option("--language <es|pt-BR|en>", "of the explanations", "en")
    .option("--json", "print one object instead of lines")
    .addHelpText("after", `\nFields for --mapping: ${FIELDS.join(", ")}; or extra, or ignore.`)
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 1 failed, 2 wrongly called, 3 questions are open, 4 nothing to import.",
    )
    .action(async (path: string, given: ImportOptions) => {
      const read = readImportOptions(given);
      if ("problem" in read) command.error(`error: ${read.problem}`, { exitCode: 2 });
      else
        await open(async ({ deps }) => {
          process.exitCode = await runImport(deps, { ...read, path, fileName: basename(path) }, TERMINAL);
        });
    });
}

const TERMINAL = {
  out: (text: string) => void process.stdout.write(text),
  progress: (text: string) => void process.stderr.write(text),
};

function several(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
