/**
 * The state whose numbering an area code (DDD) belongs to, by Anatel's plan: plausible and no more, because a number is kept
 * when its owner moves away. 61 is the Federal District's and is also dialled in the towns of Goiás around it; 42, 47, 49 and 87
 * each reach a few towns over a border. None of those states has hours of its own.
 */
const STATES: Readonly<Record<string, string>> = {
  AC: "68",
  AL: "82",
  AM: "92 97",
  AP: "96",
  BA: "71 73 74 75 77",
  CE: "85 88",
  DF: "61",
  ES: "27 28",
  GO: "62 64",
  MA: "98 99",
  MG: "31 32 33 34 35 37 38",
  MS: "67",
  MT: "65 66",
  PA: "91 93 94",
  PB: "83",
  PE: "81 87",
  PI: "86 89",
  PR: "41 42 43 44 45 46",
  RJ: "21 22 24",
  RN: "84",
  RO: "69",
  RR: "95",
  RS: "51 53 54 55",
  SC: "47 48 49",
  SE: "79",
  SP: "11 12 13 14 15 16 17 18 19",
  TO: "63",
};

/** The reading by which a business lets that guess decide; without it the laws of all states hold. */
export const STATE_UNKNOWN = { reading: "state_unknown", byAreaCode: "area_code" } as const;

const STATE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES).flatMap(([state, codes]) => codes.split(" ").map((code) => [code, state] as const)),
);

/** @param phone with its country code, with or without the plus; undefined for a number of another country. */
export function stateOfAreaCode(phone: string): string | undefined {
  const [, code = ""] = /^\+?55(\d\d)\d{8,9}$/.exec(phone) ?? [];
  return STATE_OF.get(code);
}
