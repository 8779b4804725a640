import { COMMAND_LINE } from "../../db/audit.ts";
import { eraseDebtor } from "../app/contact/erase-debtor.ts";
import { finishErasures } from "../app/contact/finish-erasures.ts";
import type { Deps } from "../app/deps.ts";
import { findBusiness } from "./find-business.ts";
import type { Terminal } from "./import-run.ts";

const DONE = 0;
const WRONGLY_CALLED = 2;

export async function eraseFor(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { debtor, business, json }: { readonly debtor: string; readonly business?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const found = await findBusiness(deps, business);
  if ("problem" in found) return wrong(terminal, found.problem);
  const erased = await eraseDebtor(deps, { businessId: found.businessId, debtor, by: COMMAND_LINE });
  if (!erased) return wrong(terminal, "no debtor has this id or reference");
  // Where no server runs beside this command, nobody else would before the next start.
  await finishErasures(deps, found.businessId);
  if (json) terminal.out(`${JSON.stringify(erased, null, 2)}\n`);
  else {
    const { debtorId, contacts, messages, notes, pictures } = erased;
    terminal.out(
      `Debtor ${debtorId} is erased: ${contacts} contact(s), ${messages} message(s), ${notes} note(s), ${pictures} picture(s). Backups still have them.\n`,
    );
  }
  return DONE;
}

function wrong(terminal: Terminal, problem: string): number {
  terminal.progress(`error: ${problem}\n`);
  return WRONGLY_CALLED;
}
