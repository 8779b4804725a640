import type { Finding } from "../../db/ledger/finding.ts";
import { verify } from "../../db/ledger/verify.ts";
import type { Deps } from "../app/deps.ts";
import { allBusinesses, findBusiness, type NamedBusiness } from "./find-business.ts";
import type { Terminal } from "./import-run.ts";

const HOLDS = 0;
const WRONGLY_CALLED = 2;
const DOES_NOT_HOLD = 3;

type Books = { readonly businessId: string; readonly name: string; readonly findings: readonly Finding[] };

/** Recounts the books of every business, or of the one that is named. The answer is the exit code. */
export async function verifyBooks(
  deps: Pick<Deps, "db">,
  { business, json }: { readonly business?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<number> {
  const asked = await businessesAsked(deps, business);
  if ("problem" in asked) {
    terminal.progress(`error: ${asked.problem}\n`);
    return WRONGLY_CALLED;
  }
  const books: Books[] = [];
  for (const { id, name } of asked)
    books.push({ businessId: id, name, findings: await deps.db.inBusiness(id, (tx) => verify(tx)) });
  const count = books.reduce((sum, { findings }) => sum + findings.length, 0);
  terminal.out(
    json ? `${JSON.stringify({ businesses: books.length, findings: count, books }, null, 2)}\n` : lines(books),
  );
  return count > 0 ? DOES_NOT_HOLD : HOLDS;
}

async function businessesAsked(
  deps: Pick<Deps, "db">,
  wanted: string | undefined,
): Promise<readonly NamedBusiness[] | { readonly problem: string }> {
  if (wanted === undefined) return allBusinesses(deps);
  const found = await findBusiness(deps, wanted);
  return "problem" in found ? found : [{ id: found.businessId, name: found.name }];
}

function lines(books: readonly Books[]): string {
  if (books.length === 0) return "There is no business yet, and so no books.\n";
  return books
    .map(({ businessId, name, findings }) =>
      findings.length === 0
        ? `${name} (${businessId}): the books hold\n`
        : `${name} (${businessId}): ${findings.length} finding(s)\n${findings.map(({ message }) => `  - ${message}\n`).join("")}`,
    )
    .join("");
}
