import { type Expectation, INTENTS, type Intent } from "../reading.ts";

/** One message as a debtor of `country` might write it, and what it says. */
export type Line = {
  readonly intent: Intent;
  /** What it says besides, or may as well be taken for. */
  readonly also: readonly Intent[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly register: string;
  /** What had been asked before it. */
  readonly expects: Expectation;
  readonly text: string;
};

export const COLUMNS = ["intent", "also", "country", "register", "state", "text"] as const;

/** What a line's state is called, and what it expects. */
const STATES: ReadonlyMap<string, Expectation> = new Map([
  ["-", "nothing"],
  ["identity", "identityAnswer"],
  ["digits", "identityProof"],
  ["choice", "menu"],
  ["offer", "offer"],
  ["confirm", "confirmation"],
  ["date", "promise"],
  ["amount", "promise"],
  ["instalments", "offer"],
  ["receipt", "nothing"],
] as const);

/**
 * Lines of a tab-separated text whose first row names the columns. `also` holds intents parted by commas, or `-`.
 * @throws {Error} naming the file, the row and what is wrong with it.
 */
export function parseLines(file: string, tsv: string): Line[] {
  const [header, ...rows] = tsv.replace(/\n+$/, "").split("\n");
  if (header !== COLUMNS.join("\t"))
    throw new Error(`${file}: the first row has to be the columns ${COLUMNS.join(", ")}`);
  return rows.map((row, index) => {
    const problem = (what: string) => new Error(`${file}:${index + 2}: ${what}: ${row}`);
    const cells = row.split("\t");
    const [intent = "", also = "", country = "", register = "", state = "", text = ""] = cells;
    if (cells.length !== COLUMNS.length) throw problem(`${COLUMNS.length} cells are wanted, parted by tabs`);
    const expects = STATES.get(state);
    if (!isIntent(intent)) throw problem(`no intent "${intent}"`);
    if (!expects) throw problem(`no state "${state}"`);
    if (!/^[A-Z]{2}$/.test(country)) throw problem(`no country "${country}"`);
    if (text.trim() === "") throw problem("there is no text");
    const others = also === "-" ? [] : also.split(",");
    const unknown = others.find((other) => !isIntent(other));
    if (unknown !== undefined) throw problem(`no intent "${unknown}"`);
    return { intent, also: others.filter(isIntent), country, register, expects, text };
  });
}

/** What a line calls the state that expects this; a state that no line has a name for is none. */
export function stateOf(expects: string): string {
  return [...STATES].find(([, expected]) => expected === expects)?.[0] ?? "-";
}

function isIntent(name: string): name is Intent {
  return INTENTS.some((intent) => intent === name);
}
