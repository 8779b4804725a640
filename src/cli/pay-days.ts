import { type Command, Option } from "commander";
import { COMMAND_LINE } from "../../db/audit.ts";
import { readBusiness } from "../../db/businesses.ts";
import { setPayDays } from "../app/businesses/set-pay-days.ts";
import type { Deps } from "../app/deps.ts";
import { present } from "../domain/assert.ts";
import { AppError } from "../domain/errors.ts";
import { findBusiness } from "./find-business.ts";
import type { OpenInstallation } from "./import.ts";
import type { Terminal } from "./import-run.ts";
import { withInstallation } from "./with-installation.ts";

const DONE = 0;
const WRONGLY_CALLED = 2;

/** `saldar pay-days [days]`: shows or sets a business's days of pay. Exit codes: 0 done, 2 wrongly called, 1 anything else. */
export function payDaysCommand(program: Command, open: OpenInstallation = withInstallation): void {
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    progress: (text: string) => void process.stderr.write(text),
  };
  program
    .command("pay-days")
    .description('Show or set the days on which people are paid: what debtors mean by "la quincena"')
    .argument("[days]", "days of the month, parted by commas: 15,31 (31 is every month's last day)")
    .addOption(new Option("--business <name>", "its name or id; not needed while there is only one"))
    .action((days: string | undefined, { business }: { readonly business?: string }) =>
      open(async ({ deps }) => {
        process.exitCode = await payDays(deps, { days, business }, terminal);
      }),
    );
}

export async function payDays(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { days, business }: { readonly days: string | undefined; readonly business: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const found = await findBusiness(deps, business);
  if ("problem" in found) return wrong(terminal, found.problem);
  const { businessId } = found;
  try {
    const set =
      days === undefined
        ? present(await deps.db.inBusiness(businessId, readBusiness), "the business").payDays
        : await setPayDays(deps, {
            businessId,
            payDays: days.split(",").map((day) => (/^\s*\d{1,2}\s*$/.test(day) ? Number(day) : Number.NaN)),
            by: COMMAND_LINE,
          });
    terminal.out(`${set.join(",")}\n`);
    return DONE;
  } catch (error) {
    if (error instanceof AppError) return wrong(terminal, error.message);
    throw error;
  }
}

function wrong(terminal: Terminal, problem: string): number {
  terminal.progress(`error: ${problem}\n`);
  return WRONGLY_CALLED;
}
