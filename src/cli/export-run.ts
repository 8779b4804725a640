import { COMMAND_LINE } from "../../db/audit.ts";
import { readBusiness } from "../../db/businesses.ts";
import type { Deps } from "../app/deps.ts";
import { exportCorrections } from "../app/readings/export-corrections.ts";
import { present } from "../domain/assert.ts";
import { parseIsoDate, startOfDay } from "../domain/time.ts";
import { findBusiness } from "./find-business.ts";
import type { Terminal } from "./import-run.ts";

const DONE = 0;
const WRONGLY_CALLED = 2;

/** The day is one of the business's own zone. */
export async function exportCorrectionsFor(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { since, business }: { readonly since?: string; readonly business?: string },
  terminal: Terminal,
): Promise<number> {
  const day = parseIsoDate(since ?? "");
  if (since !== undefined && !day) return wrong(terminal, `--since ${since} is no day such as 2026-11-23`);
  const found = await findBusiness(deps, business);
  if ("problem" in found) return wrong(terminal, found.problem);
  const { businessId } = found;
  const { zone } = present(await deps.db.inBusiness(businessId, readBusiness), "the business");
  const file = await exportCorrections(deps, { businessId, by: COMMAND_LINE, since: day && startOfDay(day, zone) });
  for await (const part of file.parts) terminal.out(part);
  return DONE;
}

function wrong(terminal: Terminal, problem: string): number {
  terminal.progress(`error: ${problem}\n`);
  return WRONGLY_CALLED;
}
