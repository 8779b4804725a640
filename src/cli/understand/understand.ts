import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Command } from "commander";
import { systemClock } from "../../clock.ts";
import { isoDate } from "../../domain/time.ts";
import type { Understood } from "./meaning-of.ts";
import { readLine } from "./read-line.ts";

/** `saldar understand`: one message a line on standard input, one meaning a line on standard output; needs no database. */
export function understandCommand(program: Command): void {
  program
    .command("understand")
    .description("Read what debtors write: one message a line (JSON) on standard input, one meaning a line")
    .option("--json", "print each meaning as an object instead of a sentence")
    .addHelpText("after", HELP)
    .action(async ({ json = false }: { json?: boolean }) => {
      // Loaded when it is needed: the classifier takes a tenth of a second, and every command would pay for it.
      const { meaningOf } = await import("./meaning-of.ts");
      const today = isoDate(systemClock.now().toISODate());
      let number = 0;
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
        number += 1;
        if (line.trim() === "") continue;
        const read = readLine(line, today);
        const meaning = "error" in read ? { id: read.id, line: number, error: read.error } : meaningOf(read);
        const printed = json ? JSON.stringify(meaning) : sentence(meaning);
        if (!process.stdout.write(`${printed}\n`)) await once(process.stdout, "drain");
      }
    });
}

type Printed = Understood | { readonly id: string | number | null; readonly line: number; readonly error: string };

function sentence(meaning: Printed): string {
  if ("error" in meaning)
    return `line ${meaning.line}${meaning.id === null ? "" : ` (${meaning.id})`}: ${meaning.error}`;
  const { id, act, intents, money, dates, instalments, frequency } = meaning;
  const said = intents.map(({ name, confidence }) => `${name} ${Math.round(100 * confidence)} %`).join(", ");
  const figures = [
    ...money.map(({ amount, currency }) => `${amount} ${currency ?? ""}`.trim()),
    ...dates.map(
      ({ date, ambiguous, alternatives }) => `${date}${ambiguous ? ` (or ${alternatives.join(", ")})` : ""}`,
    ),
    ...(instalments === null ? [] : [`${instalments} payments`]),
    ...(frequency === null ? [] : [frequency]),
  ];
  return `${id}: ${act}: ${said}${figures.length > 0 ? `; ${figures.join(", ")}` : ""}`;
}

const HELP = `
A message:
  {"id": "1", "text": "el viernes le abono 200 mil", "lang": "es", "region": "CO", "ref": "2026-11-23", "state": "promise",
   "debt": {"amount": 350000, "currency": "COP"}}
Only id and text must be there. lang: es, pt, en. region: ISO 3166-1 alpha-2; slang and separators go by it. ref: the debtor's day.
state: what had been asked: identityAnswer, identityProof, reference, menu, offer, promise (a day), amount, instalments,
confirmation, receipt, nothing. kind: number, currency or date, for lines that are nothing else. options: the menu
that was shown, as [{"id", "title"}]. Other keys are let by.
act: act, confirm (ask "¿Quisiste decir…?" about the candidates), menu, human.
A line that cannot be read gets a line with its error, and the others go on.`;
