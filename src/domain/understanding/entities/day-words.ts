/** A set of folded words, as they are written between spaces. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** 1 = Monday … 7 = Sunday. Only whole words that mean nothing else, and how they are misspelt most; what means more needs company. */
export const WEEKDAYS: ReadonlyMap<string, number> = table({
  1: "lunes lunez lune monday",
  2: "martes martez tuesday tuseday",
  3: "miercoles miercolez miercole mierkoles miercles wednesday wensday wednsday",
  4: "jueves juevez jueve juebes thursday thrusday",
  5: "viernes viernez vierne biernes vierns friday",
  6: "sabado savado sabdo saturday",
  7: "domingo domigo sunday",
});

/** "los sábados", "on Fridays": every one of them. Spanish says "los viernes" of one word for one and for all. */
export const PLURAL_WEEKDAYS: ReadonlyMap<string, number> = table({
  1: "segundas mondays",
  2: "tercas tuesdays",
  3: "quartas wednesdays",
  4: "quintas thursdays",
  5: "sextas fridays",
  6: "sabados saturdays",
  7: "domingos sundays",
});

/** Portuguese weekdays that are ordinals in Spanish and in Portuguese: "la segunda" is an option, "na segunda" is Monday. */
export const ORDINAL_WEEKDAYS: ReadonlyMap<string, number> = table({
  1: "segunda",
  2: "terca tersa",
  3: "quarta",
  4: "quinta",
  5: "sexta sesta",
});

/** Weekdays cut short: read only beside a number, after an article that leads to a day, or alone in the message. */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = table({
  1: "lun seg mon",
  2: "mar ma ter tue tues",
  3: "mie mier qua wed",
  4: "jue qui thu thur thurs",
  5: "vie vier sex fri",
  6: "sab sat",
  7: "dom sun",
});

export const MONTHS: ReadonlyMap<string, number> = table({
  1: "enero henero ene janeiro jan january",
  2: "febrero febreo feb fevereiro fev february",
  3: "marzo marso mar marco march",
  4: "abril abr april apr",
  5: "mayo may maio mai",
  6: "junio jun junho june",
  7: "julio jul julho july",
  8: "agosto agozto ago august aug",
  9: "septiembre setiembre septienbre sep sept set setembro september",
  10: "octubre otubre oct outubro out october",
  11: "noviembre nobiembre novienbre nov novembro november",
  12: "diciembre disiembre dicienbre dic dezembro dez december dec",
});

/** Months that mean nothing else, so that "en diciembre" needs no number beside it. */
export const WHOLE_MONTHS: ReadonlyMap<string, number> = new Map(
  [...MONTHS].filter(([word]) => word.length > 3 && !["sept", "march", "marco"].includes(word)),
);

/** First to twelfth, the twentieth and the thirtieth; the others are put together from these and the number words. */
export const ORDINALS: ReadonlyMap<string, number> = table({
  1: "primero primer primera primeiro primeira first",
  2: "segundo segunda second",
  3: "tercero tercer tercera terceiro terceira third",
  4: "cuarto cuarta quarto quarta fourth",
  5: "quinto quinta fifth",
  6: "sexto sexta sixth",
  7: "septimo setimo septima seventh",
  8: "octavo oitavo octava eighth",
  9: "noveno nono ninth",
  10: "decimo tenth",
  11: "undecimo eleventh",
  12: "duodecimo twelfth",
  13: "decimotercero thirteenth",
  14: "decimocuarto fourteenth",
  15: "decimoquinto fifteenth",
  16: "decimosexto sixteenth",
  17: "decimoseptimo seventeenth",
  18: "decimoctavo eighteenth",
  19: "decimonoveno nineteenth",
  20: "vigesimo twentieth",
  30: "trigesimo thirtieth",
});

export type Unit = "days" | "weeks" | "months" | "quincenas" | "fortnights" | "hours" | "years";

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ["days", "dia dias diitas dias day days"],
      ["weeks", "semana semanas semanita semanitas week weeks wk wks"],
      ["months", "mes meses mesecito month months"],
      ["quincenas", "quincena quincenas quinzena quinzenas"],
      ["fortnights", "fortnight fortnights"],
      ["hours", "hora horas hour hours hrs hs h"],
      ["years", "ano anos year years"],
    ] as const
  ).flatMap(([unit, list]) => list.split(" ").map((word) => [word, unit] as const)),
);

export const WEEK: ReadonlySet<string> = wordSet("semana semanita week");
export const MONTH: ReadonlySet<string> = wordSet("mes month");
export const YEAR: ReadonlySet<string> = wordSet("ano year");
export const QUINCENA: ReadonlySet<string> = wordSet("quincena quinsena kincena quinzena payday");

/** After a number, these say that it is no day of the month. */
export const COUNTS_ELSE: ReadonlySet<string> = wordSet(`
  mil miles k m luca lucas luka lukas palo palos millon millones milhao milhoes thousand grand hundred peso pesos pesitos
  soles sol reais real reales euro euros dolar dolares dollar dollars bucks cop mxn brl ars clp pen usd eur gbp
  conto contos pila pilas pau paus barra barras gamba gambas mango mangos varo varos baro baros quina quinas pavos
  cuota cuotas pagos parcela parcelas partes vez veces vezes abonos letras armadas plazos mensualidades prestacoes tramos
  payment payments installment installments instalments times parts % porciento porcento percent
  hijos filhos kids personas pessoas people ano anos years meses months semanas weeks dias days quincenas minutos minutes
  hora horas h hs hrs hours am pm oclock : hojas puntos cientos
`);

/** Signs of money: they belong to the number after them, when there is one. */
export const MONEY_SIGNS: ReadonlySet<string> = wordSet("$ € £ r$ us$ u$s u$d s/");

function table(words: Record<number, string>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(words).flatMap(([value, list]) => list.split(" ").map((word) => [word, Number(value)] as const)),
  );
}
