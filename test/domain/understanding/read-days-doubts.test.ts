import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isoDate, weekdayOf } from "../../../src/domain/time.ts";
import { readDays } from "../../../src/domain/understanding/entities/read-days.ts";
import { tokenise } from "../../../src/domain/understanding/tokens.ts";

/** A Wednesday. */
const WEDNESDAY = isoDate("2026-11-18");
const COLOMBIA = { today: WEDNESDAY, language: "es", country: "CO", payDays: [15, 31] } as const;

function heard(text: string, place: Partial<Parameters<typeof readDays>[1]> = {}) {
  return readDays(tokenise(text).tokens, { ...COLOMBIA, ...place });
}

describe("a doubt is said, with the other days it may be", () => {
  test.each([
    ["el próximo viernes", "2026-11-20", ["2026-11-27"]],
    ["el otro viernes", "2026-11-27", ["2026-11-20"]],
    ["el miércoles", "2026-11-25", ["2026-11-18"]],
    ["el 18", "2026-11-18", ["2026-12-18"]],
    ["el 31", "2026-12-31", ["2026-11-30"]],
    ["3 de noviembre", "2027-11-03", ["2026-11-03"]],
    ["en ocho días", "2026-11-26", ["2026-11-25"]],
    ["10-12", "2026-12-10", ["2026-12-12"]],
    ["el 10 o el 12", "2026-12-10", ["2026-12-12"]],
    ["la otra quincena", "2026-12-15", ["2026-11-30"]],
    ["después del 20", "2026-11-21", ["2026-11-20"]],
    ["en 3 días hábiles", "2026-11-23", ["2026-11-24"]],
    // Saturdays count to some; a holiday moves it on.
    ["quinto día hábil", "2026-12-07", ["2026-12-05", "2026-12-08"]],
  ])("%s", (text, on, alternatives) => {
    expect(heard(text)).toMatchObject([{ on, ambiguous: true, alternatives, mismatch: false }]);
  });

  test("eight days are a week to some of those who count in Spanish, and eight days in English", () => {
    expect(heard("in 8 days", { language: "en", country: "US" })).toMatchObject([
      { on: "2026-11-26", ambiguous: false },
    ]);
  });

  test("05/12 is December, or May where both orders are written", () => {
    expect(heard("05/12/2026")).toMatchObject([{ on: "2026-12-05", ambiguous: false }]);
    expect(heard("05/12/2026", { language: "en", country: "US" })).toMatchObject([
      { on: "2026-05-12", ambiguous: false },
    ]);
    expect(heard("05/12/2026", { language: "en", country: "GB" })).toMatchObject([
      { on: "2026-12-05", ambiguous: false },
    ]);
    expect(heard("05/12/2026", { country: "US" })).toMatchObject([
      { on: "2026-12-05", ambiguous: true, alternatives: ["2026-05-12"] },
    ]);
  });
});

describe("parts that contradict each other name both days", () => {
  test.each([
    ["viernes 21", "2026-11-21", "2026-11-20"],
    ["viernes 21 de noviembre", "2026-11-21", "2026-11-20"],
    ["viernes 21/11/2026", "2026-11-21", "2026-11-20"],
    ["el 21, viernes", "2026-11-21", "2026-11-20"],
    ["mañana viernes", "2026-11-19", "2026-11-20"],
    ["mañana 21 de noviembre", "2026-11-19", "2026-11-21"],
    ["sexta, dia 21", "2026-11-21", "2026-11-20"],
  ])("%s", (text, on, other) => {
    const [reading] = heard(text, { language: text.startsWith("sexta") ? "pt-BR" : "es" });
    expect(reading).toMatchObject({ on, ambiguous: true, mismatch: true });
    expect(reading?.alternatives).toContain(other);
  });

  test("a date just gone that falls on its weekday is the date just gone", () => {
    expect(heard("el lunes 16")).toMatchObject([{ on: "2026-11-16", ambiguous: true, mismatch: false }]);
  });
});

describe("a stretch of days is one", () => {
  test.each([
    ["entre el 10 y el 15", "2026-12-10", "2026-12-15"],
    ["del 5 al 8 de diciembre", "2026-12-05", "2026-12-08"],
    ["del 15 al 25", "2026-11-18", "2026-11-25"],
    ["de lunes a viernes", "2026-11-18", "2026-11-20"],
    ["la próxima semana", "2026-11-23", "2026-11-29"],
    ["el mes que viene", "2026-12-01", "2026-12-31"],
    ["la primera semana de diciembre", "2026-12-01", "2026-12-07"],
    ["principios de enero", "2027-01-01", "2027-01-10"],
    ["a mediados de enero", "2027-01-11", "2027-01-20"],
    ["a fines de enero", "2027-01-21", "2027-01-31"],
    ["primera quincena de enero", "2027-01-01", "2027-01-15"],
    ["el fin de semana", "2026-11-21", "2026-11-22"],
    ["en enero", "2027-01-01", "2027-01-31"],
    ["en semana santa", "2027-03-21", "2027-03-28"],
    ["entre el 30 y ayer", "2026-10-30", "2026-11-17"],
  ])("%s, which is asked", (text, from, to) => {
    expect(heard(text)).toMatchObject([{ ambiguous: true, range: { from, to } }]);
  });

  test.each(["antes del 20", "hasta el 20", "a más tardar hasta el viernes"])(
    "%s ends with its day, and that is clear",
    (text) => {
      expect(heard(text)).toMatchObject([
        { on: "2026-11-20", ambiguous: false, range: { from: "2026-11-18", to: "2026-11-20" } },
      ]);
    },
  );

  test("who takes leave until tomorrow promises nothing for tomorrow", () => {
    expect(heard("muchas gracias, hasta mañana")).toMatchObject([{ ambiguous: true }]);
    expect(heard("deme plazo hasta mañana")).toMatchObject([{ ambiguous: false }]);
    expect(heard("feliz navidad")).toEqual([]);
  });
});

describe("beside a verb of the past a day is the one just gone", () => {
  test.each([
    ["ya pagué el 15", "2026-11-15"],
    ["pagué el 3 de marzo", "2026-03-03"],
    ["mi esposo pagó el viernes", "2026-11-13"],
    ["me lo cobraron el 5", "2026-11-05"],
    ["había consignado el lunes", "2026-11-16"],
    ["paguei dia 10", "2026-11-10"],
    ["foi pago na sexta", "2026-11-13"],
    ["i paid on the 15th", "2026-11-15"],
    ["it was cleared on friday", "2026-11-13"],
  ])("%s", (text, on) => {
    expect(heard(text)).toMatchObject([{ on, ambiguous: false }]);
  });

  test("without its accent the verb may be no past, and a verb that looks ahead stands nearer: it is asked", () => {
    expect(heard("le pague el viernes")).toMatchObject([
      { on: "2026-11-13", ambiguous: true, alternatives: ["2026-11-20"] },
    ]);
    const [, friday] = heard("me pagaron ayer, el viernes le deposito");
    expect(friday).toMatchObject({ ambiguous: true, alternatives: ["2026-11-20"] });
  });

  test.each([
    "quiere que le pague el viernes",
    "ya pagué una parte, el resto el viernes",
    "quedó para el viernes",
    "i get paid friday",
    "pago el viernes",
  ])("%s looks ahead", (text) => {
    expect(heard(text)).toMatchObject([{ on: "2026-11-20", ambiguous: false }]);
  });
});

test.each([
  ["el 20 que me pagan", "2026-11-20"],
  ["cuando me paguen el 30", "2026-11-30"],
])("a condition changes no day: %s", (text, on) => {
  expect(heard(text)).toMatchObject([{ on, ambiguous: false }]);
});

test.each([
  "a las 5",
  "5 de la tarde",
  "300 123 45 67",
  "1.020.345.678",
  "12.345.678-9",
  "11-2345-6789",
  "192.168.10.12",
  "24/7",
  "la mitad de la deuda es 1/2 de lo que debo",
  "10:30-12:30",
  "15 mil",
  "el 15%",
  "el 15 por ciento",
  "3 de 12",
  "la cuota 3 de 12",
  "de 8 a 12",
  "entre 10 y 15 mil",
  "en 3 cuotas",
  "daqui uns dias",
  "en unos días",
  "soy Juan Reyes",
  "soy Abril",
  "santo domingo",
  "segunda parcela",
  "la segunda opción",
  "31/04/2027",
  "el 31 de abril",
])("%s is no day", (text) => {
  expect(heard(text)).toEqual([]);
});

test("what is asked has a reason, its days are none twice, and a stretch ends after it begins", () => {
  const words = fc.constantFrom(
    ..."el la del al de a en y o entre hasta antes después viernes lunes sexta que viene próximo otro semana mes quincena fin principios primer último día".split(
      " ",
    ),
    ..."15 30 31 1 2 12/11 2026 diciembre enero hoy mañana pasado ayer navidad días tres pagué pago no cada dentro / - : . ,".split(
      " ",
    ),
  );
  const said = fc.array(words, { maxLength: 14 }).map((list) => list.join(" "));
  const today = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(WEDNESDAY, days));
  fc.assert(
    fc.property(said, today, fc.constantFrom("es", "pt-BR", "en"), (text, on, language) => {
      let end = 0;
      for (const reading of heard(text, { today: on, language })) {
        expect(new Set([reading.on, ...reading.alternatives]).size).toBe(reading.alternatives.length + 1);
        if (reading.alternatives.length > 0 || reading.mismatch) expect(reading.ambiguous).toBe(true);
        if (reading.range) expect(reading.range.from <= reading.range.to).toBe(true);
        expect(weekdayOf(reading.on)).toBeGreaterThan(0);
        expect(reading.first).toBeGreaterThanOrEqual(end);
        expect(reading.end).toBeGreaterThan(reading.first);
        end = reading.end;
      }
    }),
    { numRuns: 1_500 },
  );
});

const HOSTILE = [
  "de ",
  "1 ",
  "10-",
  "1/1/",
  "viernes ",
  "el 1 o ",
  "entre el 1 y ",
  "2 o 3 ",
  "un día después de ",
  "mañana en ocho ",
  "veinte y ",
  "pagué el 1 ",
  "mitad ",
];

test("work grows with the text's length and no faster", () => {
  for (const piece of HOSTILE) {
    const text = (length: number) => tokenise(piece.repeat(Math.ceil(length / piece.length))).tokens;
    const [short, long] = [text(512), text(8_192)];
    readDays(short, COLOMBIA);
    // As many letters either way: 1 when linear, 16 when square.
    const times = (count: number, tokens: typeof short) =>
      cpuTime(() => Array.from({ length: count }, () => readDays(tokens, COLOMBIA)));
    expect(times(2, long) / times(32, short), piece).toBeLessThan(4);
  }
});

/** The processor's time of this thread, in microseconds: a busy machine stretches the clock's. It counts in ten milliseconds. */
function cpuTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return Math.max(user + system, 10_000);
}
