/** 1 = Monday … 7 = Sunday. Only whole words that mean nothing else; what does needs company (`FEIRA`, `SHORT`). */
export const WEEKDAYS: ReadonlyMap<string, number> = table({
  1: "lunes monday",
  2: "martes tuesday",
  3: "miercoles wednesday",
  4: "jueves thursday",
  5: "viernes friday",
  6: "sabado saturday",
  7: "domingo sunday",
});

/** Portuguese weekdays that are ordinals in Spanish and in Portuguese: "la segunda" is an option, "na segunda" is Monday. */
export const ORDINAL_WEEKDAYS: ReadonlyMap<string, number> = table({
  1: "segunda",
  2: "terca",
  3: "quarta",
  4: "quinta",
  5: "sexta",
});

/** Weekdays cut short: read only beside a number, a dot or alone in the message. */
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
  1: "enero ene janeiro jan january",
  2: "febrero feb fevereiro fev february",
  3: "marzo mar marco march",
  4: "abril abr april apr",
  5: "mayo maio mai may",
  6: "junio jun junho june",
  7: "julio jul julho july",
  8: "agosto ago august aug",
  9: "septiembre setiembre sep sept set setembro september",
  10: "octubre oct outubro out october",
  11: "noviembre nov novembro november",
  12: "diciembre dic dezembro dez december dec",
});

export const ORDINAL_DAYS: ReadonlyMap<string, number> = table({
  1: "primero primer primeiro 1ro first",
  2: "second",
  3: "third",
  5: "fifth",
  10: "tenth",
  15: "fifteenth",
  20: "twentieth",
  30: "thirtieth",
});

export const UNITS: ReadonlyMap<string, "days" | "weeks" | "months" | "quincenas" | "hours" | "years"> = new Map(
  Object.entries({
    dia: "days",
    dias: "days",
    day: "days",
    days: "days",
    semana: "weeks",
    semanas: "weeks",
    week: "weeks",
    weeks: "weeks",
    semanita: "weeks",
    mes: "months",
    meses: "months",
    month: "months",
    months: "months",
    quincena: "quincenas",
    quincenas: "quincenas",
    hora: "hours",
    horas: "hours",
    hour: "hours",
    hours: "hours",
    ano: "years",
    anos: "years",
    year: "years",
    years: "years",
  } as const),
);

/** Fixed feasts people name as days, by month and day. */
export const FEASTS: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ["navidad", [12, 25]],
  ["natal", [12, 25]],
  ["christmas", [12, 25]],
  ["nochebuena", [12, 24]],
]);

function table(words: Record<number, string>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(words).flatMap(([value, list]) => list.split(" ").map((word) => [word, Number(value)] as const)),
  );
}
