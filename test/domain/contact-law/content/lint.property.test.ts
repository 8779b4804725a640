import fc from "fast-check";
import { expect, test } from "vitest";
import { CONTENT_RULES, lint } from "../../../../src/domain/contact-law/content/lint.ts";
import type { ContentRule } from "../../../../src/domain/contact-law/content/rule.ts";
import { MESSAGE_KINDS } from "../../../../src/domain/outreach/holds.ts";

const SENTENCES = [
  "¿Por qué no has pagado la cuota?",
  "Te reportaremos a Datacrédito mañana.",
  "Você será processado na justiça.",
  "We will tell your employer.",
  "Eres un moroso, ¡qué vergüenza!",
  "Su deuda es de $ 1.480.000.",
  "São 1.200 reais em atraso.",
  "Soy el asistente de Muebles Ñandú, por un asunto de su cuenta.",
  "Escriba PERSONA o NO ESCRIBIR.",
  "Gracias por su pago.",
  "Não se preocupe, você pode pagar amanhã.",
  "Iremos a juicio.",
];
const SPACES = [" ", "  ", "\u00a0", "\n", "\r\n", "\t", "\u2003", " \u200b", "\u200d "];
const UNSEEN = ["", "", "", "\u200b", "\u00ad", "\u2060", "\ufeff"];

/** The same words as somebody may type them: case, accents composed or not or left out, and what is not seen. */
const rewritten = (text: string) =>
  fc.infiniteStream(fc.nat(1_000)).map((chances) => {
    const next = () => Number(chances.next().value);
    const pick = <T>(from: readonly T[]) => from[next() % from.length] as T;
    return [...text]
      .map((character) => {
        if (character === " ") return pick(SPACES);
        const bare = character.normalize("NFD").replace(/\p{M}/gu, "");
        const letter = pick([character, character.normalize("NFD"), bare]);
        return pick([letter, letter.toUpperCase(), letter.toLowerCase()]) + pick(UNSEEN);
      })
      .join("");
  });

const verdict = (text: string, country: string, kind: (typeof MESSAGE_KINDS)[number], verified: boolean) =>
  lint(text, country, kind, { verified, creditor: "Muebles Ñandú" }).map(({ rule, severity, clause }) => [
    rule,
    severity,
    clause.id,
  ]);

test("how a text is written changes no verdict", () => {
  const written = fc
    .subarray(SENTENCES, { minLength: 1 })
    .map((sentences) => sentences.join(" "))
    .chain((text) => rewritten(text).map((other) => ({ text, other })));
  const where = fc.constantFrom("CO", "MX", "GB", "US", "ZZ");
  fc.assert(
    fc.property(
      written,
      where,
      fc.constantFrom(...MESSAGE_KINDS),
      fc.boolean(),
      ({ text, other }, country, kind, verified) => {
        expect(verdict(other, country, kind, verified)).toEqual(verdict(text, country, kind, verified));
      },
    ),
  );
});

test("a place lies within the text and is no empty one, whatever the text", () => {
  const words = fc.constantFrom(
    "por",
    "qué",
    "no",
    "pagó",
    "$",
    "1.000",
    "embargo",
    "spc",
    "\u200b",
    "👋",
    "e\u0301",
    "?",
    "\n",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(words).map((all) => all.join(" ")),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { span } of lint(text, "CO", "answer")) {
        if (span === null) continue;
        expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
      }
    }),
  );
});

const REGEXES = CONTENT_RULES.flatMap((rule: ContentRule) =>
  "patterns" in rule
    ? [...rule.patterns, ...(rule.unless ? [rule.unless] : []), ...Object.values(rule.softenedBy ?? {})].map(
        (regex) => ({ rule: rule.id, source: regex?.source ?? "" }),
      )
    : [],
);

test("no pattern repeats a group without end, nor begins with a run: the work of each is bounded by the text's length", () => {
  for (const { rule, source } of REGEXES) {
    expect(source, rule).not.toMatch(/\)(?:[*+]|\{\d+,\})/);
    expect(source, rule).not.toMatch(/\][*+]|\.[*+](?!\])/);
    expect(source, rule).not.toMatch(/^(?:\\w|\\d|\\s)[*+]/);
    for (const [, most] of source.matchAll(/\{\d*,(\d+)\}/g)) expect(Number(most), rule).toBeLessThanOrEqual(60);
    expect(source, `${rule}: a part without a name`).not.toMatch(/\{[a-z]+\}/i);
  }
});

/** Pieces that begin many patterns and end none, so that each place is tried as far as it goes. */
const HOSTILE = [
  "por que no ",
  "cual es el motivo de ",
  "vamos a llamar a su ",
  "report al ",
  "dos mil ",
  "1.000",
  "$ ",
  "a",
  "no ",
  "escriba ",
  "por que no pago ",
  "no tiene que explicar ",
  "va a quedar reportado ",
  "debe dos ",
  "no le queda ",
  "recuerde ",
  "puede pagar ",
  "acuerdo para pagar la ",
  "saldo de ",
  "no lo reportaremos si ",
  "si paga ",
  "https://p",
  "\u200b",
  " ",
];

/** Between them every rule is asked. */
const KINDS = ["opening", "receipt"] as const;

test("work grows with the text's length and no faster", () => {
  for (const piece of HOSTILE) {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    const read = (one: string, times: number) => {
      for (let time = 0; time < times; time += 1) for (const kind of KINDS) lint(one, "CO", kind);
    };
    const [short, long] = [text(2_000), text(32_000)];
    read(short, 4);
    // As many letters either way: 1 when linear, 16 when square.
    const ratio = cpuTime(() => read(long, 1)) / cpuTime(() => read(short, 16));
    expect(ratio, piece).toBeLessThan(4);
  }
});

/** The processor's time of this thread, in microseconds: of the clock's a busy machine was seen to make fivefold. It counts in ten milliseconds. */
function cpuTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return Math.max(user + system, 10_000);
}
