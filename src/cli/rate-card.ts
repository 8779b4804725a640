import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { COMMAND_LINE } from "../../db/audit.ts";
import { loadRateCard } from "../app/costs/load-rate-card.ts";
import { rateCards } from "../app/costs/rate-cards.ts";
import type { Deps } from "../app/deps.ts";
import { microsText, type RateCard } from "../domain/outreach/rate-card.ts";
import { findBusiness } from "./find-business.ts";
import type { OpenInstallation } from "./import.ts";
import type { Terminal } from "./import-run.ts";
import { withInstallation } from "./with-installation.ts";

const DONE = 0;
const WRONGLY_CALLED = 2;

/** `saldar rate-card [file]`: shows what messages cost, or loads newer prices. Exit codes: 0 done, 2 wrongly called, 1 anything else. */
export function rateCardCommand(program: Command, open: OpenInstallation = withInstallation): void {
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    progress: (text: string) => void process.stderr.write(text),
  };
  program
    .command("rate-card")
    .description("Show what WhatsApp messages cost, or load a newer price list of Meta's or a partner's")
    .argument("[file]", "a JSON file such as those in src/channels/rate-cards/")
    .addOption(new Option("--business <name>", "its name or id; not needed while there is only one"))
    .action((file: string | undefined, { business }: { readonly business?: string }) =>
      open(async ({ deps }) => {
        process.exitCode = await rateCard(deps, { file, business }, terminal);
      }),
    );
}

export async function rateCard(
  deps: Pick<Deps, "db" | "clock">,
  { file, business }: { readonly file: string | undefined; readonly business: string | undefined },
  terminal: Terminal,
): Promise<number> {
  const found = await findBusiness(deps, business);
  if ("problem" in found) return wrong(terminal, found.problem);
  const { businessId } = found;
  if (file !== undefined) {
    const json = await readJson(file);
    if ("problem" in json) return wrong(terminal, json.problem);
    const loaded = await loadRateCard(deps, { businessId, by: COMMAND_LINE, json: json.value });
    if ("wrong" in loaded) return wrong(terminal, `${file} is no rate card:\n${loaded.wrong}`);
  }
  const cards = await deps.db.inBusiness(businessId, (tx) => rateCards(tx, businessId));
  terminal.out(cards.map(shown).join("\n"));
  return DONE;
}

/** A market that a card names without a price is shown as unknown: nothing here is free because nobody knows what it costs. */
function shown({ holdsFrom, currency, source, markets }: RateCard): string {
  const categories = [...new Set(markets.flatMap(({ micros }) => Object.keys(micros)))];
  const lines = markets.map(({ name, micros }) => {
    const prices = Object.entries(micros).map(([category, price]) => `${category} ${microsText(price)}`);
    const missing = categories.flatMap((category) => (category in micros ? [] : [`${category} unknown`]));
    return `  ${name}: ${prices.length === 0 ? "unknown" : [...prices, ...missing].join(", ")}`;
  });
  return `from ${holdsFrom}, in ${currency} a message\n${lines.join("\n")}\n  source: ${source}\n`;
}

async function readJson(path: string): Promise<{ readonly value: unknown } | { readonly problem: string }> {
  try {
    return { value: JSON.parse(await readFile(path, "utf8")) };
  } catch (error) {
    return { problem: `${path} cannot be read as JSON: ${String(error)}` };
  }
}

function wrong(terminal: Terminal, problem: string): number {
  terminal.progress(`error: ${problem}\n`);
  return WRONGLY_CALLED;
}
