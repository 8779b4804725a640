import type { Frequency } from "../../negotiation/terms.ts";
import { ONE, readNumber } from "../entities/read-number.ts";
import type { Token } from "../tokens.ts";

const NAMED: ReadonlyMap<string, Frequency> = new Map([
  ..."semanal semanales semanalmente semanais weekly".split(" ").map((word) => [word, "weekly"] as const),
  ..."quincenal quincenales quincenalmente quinzenal quinzenais quinzenalmente biweekly"
    .split(" ")
    .map((word) => [word, "quincenal"] as const),
  ..."mensual mensuales mensualmente mensal mensais mensalmente monthly mensualitos"
    .split(" ")
    .map((word) => [word, "monthly"] as const),
]);

const PERIODS: ReadonlyMap<string, Frequency> = new Map(
  Object.entries({
    semana: "weekly",
    semanas: "weekly",
    week: "weekly",
    quincena: "quincenal",
    quincenas: "quincenal",
    quinzena: "quincenal",
    mes: "monthly",
    meses: "monthly",
    month: "monthly",
  } as const),
);

const EACH: ReadonlySet<string> = new Set(
  "cada por a al per every la each todas todos toda todo las los os as p".split(" "),
);

const WEEKDAYS: ReadonlySet<string> = new Set(
  `lunes martes miercoles jueves viernes sabado sabados domingo domingos segunda segundas terca tercas quarta quartas quinta quintas
  sexta sextas monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

/** "quincenales", "por semana", "cada 15 días", "al mes", "todos los viernes", "toda segunda". */
export function frequencyIn(tokens: readonly Token[]): Frequency | undefined {
  for (const [at, { word }] of tokens.entries()) {
    const before = tokens[at - 1]?.word ?? "";
    const named = NAMED.get(word);
    if (named) return named;
    const period = PERIODS.get(word);
    if (period && EACH.has(before) && !isComing(tokens, at) && isRepeated(tokens, at)) return period;
    const repeats = ["cada", "toda", "every"].includes(before) || isAll(tokens, at);
    if (WEEKDAYS.has(word) && repeats) return "weekly";
    if (word === "cada" || word === "every") {
      const days = readNumber(tokens, at + 1, "");
      const count = days ? Number(days.millionths / ONE) : 0;
      const unit = days && (tokens[days.end]?.word ?? "");
      if (unit && !["dia", "dias", "day", "days"].includes(unit)) continue;
      if (count === 15 || count === 14) return "quincenal";
      if (count === 7 || count === 8) return "weekly";
      if (count === 30) return "monthly";
    }
  }
  return undefined;
}

/** "Todos los viernes": every one of them. */
function isAll(tokens: readonly Token[], at: number): boolean {
  return (
    ["los", "las", "os", "as"].includes(tokens[at - 1]?.word ?? "") && /^tod[oa]s$/.test(tokens[at - 2]?.word ?? "")
  );
}

/** "A la semana que viene" and "a la otra semana" are days, not a rhythm. */
function isComing(tokens: readonly Token[], at: number): boolean {
  return ["que", "proxima", "proximo", "entrante", "pasada", "passada"].includes(tokens[at + 1]?.word ?? "");
}

/** "En la semana" and "a los dos meses" are when, "las semanas" alone is nothing: an article needs "a", "por", "cada" or "todos". */
function isRepeated(tokens: readonly Token[], at: number): boolean {
  const [before, first] = [tokens[at - 1]?.word ?? "", tokens[at - 2]?.word ?? ""];
  if (!["la", "las", "los", "os", "as"].includes(before)) return true;
  return ["a", "por", "todas", "todos"].includes(first);
}
