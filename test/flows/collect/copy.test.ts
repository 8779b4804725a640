import { describe, expect, test } from "vitest";
import { MESSAGES, TEMPLATE_LANGUAGES, TEMPLATES } from "../../../flows/collect/messages.ts";
import { discloses, isTemplate, templateBody, templateOf, writeMessage } from "../../../flows/collect/write-message.ts";
import { eventForOption } from "../../../flows/lib/options.ts";
import { LANGUAGES, type Language, type MessageKey, type Words } from "../../../flows/vocabulary.ts";
import { money } from "../../../src/domain/money.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { POOR, RICH, samplePlan } from "../../support/sample-words.ts";

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(MESSAGES, key);
}

const KEYS = Object.keys(MESSAGES).filter(isMessage);
const VARIANTS: readonly Words[] = [
  RICH,
  { ...POOR, name: "Ana" },
  { ...RICH, name: "Tienda de muestra 12", plan: samplePlan({ instalments: 4, frequency: "quincenal" }), triesLeft: 1 },
];
const ALL = LANGUAGES.flatMap((language) =>
  KEYS.flatMap((key) => VARIANTS.map((words) => ({ language, key, saying: writeMessage(key, language, words) }))),
);

const NEXT = { amount: money(100_000_000n, "COP"), dueOn: isoDate("2026-12-30") };

/** The strictest count: a bullet, a number and a currency sign are words too. */
function wordsOf(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** Threats, courts, third parties, and every form of "why": forbidden to us everywhere (Ley 2300 de 2023, art. 7). */
const FORBIDDEN =
  /embarg|juicio|juzgad|judicial|demanda|abogad|c[áa]rcel|polic[íi]a|central(es)? de riesgo|datacr[ée]dito|reporte negativo|[úu]ltima oportunidad|su (jefe|familia|empleador)|por qu[ée]|motivo|raz[óo]n (de|del)|moros|por que|processo|advogad|pol[íi]cia|spc|serasa|lawyer|court|sue\b|police|\bwhy\b|reason for|employer/i;

/** What would tell a stranger that there is a debt. */
const HINTS =
  /\d{1,3}[.,]\d{3}|[$€£]|R\$|COP|deuda|d[íi]vida|\bdebt|saldo|balance|\bpag(o|ar|os|ue|u[ée]|amento)\b|\bpay|vencid|overdue|cuota|parcela|instalment|adeud|cobr|debe\b/i;

describe("every message in every language", () => {
  test.each(LANGUAGES)(
    "%s: at most 80 words and WhatsApp's 1,024 characters, also with the longest facts",
    (language) => {
      for (const { key, saying } of ALL.filter((one) => one.language === language)) {
        expect(wordsOf(saying.body), `${key}: ${saying.body}`).toBeLessThanOrEqual(80);
        expect(saying.body.length, key).toBeLessThanOrEqual(1_024);
        expect(saying.body, key).toBe(saying.body.trim());
        expect(saying.body, key).not.toMatch(/undefined|null|\[object|NaN|\s{3,}| {2}|\.\./);
      }
    },
  );

  test.each(LANGUAGES)("%s: asks one question at most", (language) => {
    for (const { key, saying } of ALL.filter((one) => one.language === language)) {
      expect(saying.body.match(/\?/g)?.length ?? 0, `${key}: ${saying.body}`).toBeLessThanOrEqual(1);
      expect(saying.body.match(/¿/g)?.length ?? 0, key).toBe(
        language === "es" ? (saying.body.match(/\?/g)?.length ?? 0) : 0,
      );
    }
  });

  test("threatens nobody, speaks of no court and asks nobody why", () => {
    for (const { language, key, saying } of ALL) expect(saying.body, `${language} ${key}`).not.toMatch(FORBIDDEN);
  });

  test("before the proof, nothing shows an amount or hints at a debt, in the text or in what can be tapped", () => {
    for (const { language, key, saying } of ALL) {
      if (discloses(key)) continue;
      const shown = [saying.body, ...(saying.options ?? []).map(({ title }) => title)].join("\n");
      expect(shown, `${language} ${key}`).not.toMatch(HINTS);
    }
  });

  test("three short buttons or a list of ten rows: WhatsApp takes no more", () => {
    for (const { language, key, saying } of ALL) {
      const options = saying.options ?? [];
      const limit = options.length <= 3 ? 20 : 24;
      expect(options.length, `${language} ${key}`).toBeLessThanOrEqual(10);
      expect(new Set(options.map(({ id }) => id)).size, `${language} ${key}`).toBe(options.length);
      for (const { id, title } of options) {
        expect([...title].length, `${language} ${key} ${title}`).toBeLessThanOrEqual(limit);
        expect(title, `${language} ${key}`).not.toBe("");
        expect(eventForOption(id), `${language} ${key} ${id}`).toBeDefined();
      }
    }
  });

  test("the same message offers the same choices in every language", () => {
    for (const key of KEYS) {
      const [ids, ...others] = LANGUAGES.map((language) =>
        writeMessage(key, language, RICH).options?.map(({ id }) => id),
      );
      for (const other of others) expect(other, key).toEqual(ids);
    }
  });
});

describe("what a message says", () => {
  test.each(LANGUAGES)("%s: the first one names the creditor, and how to stop and to reach a person", (language) => {
    const { body, options } = writeMessage("opening", language, RICH);
    expect(body).toContain(RICH.creditor);
    expect(body).toMatch(/PERSONA|PESSOA|PERSON/);
    expect(body).toMatch(/NO ESCRIBIR|PARAR|STOP/);
    expect(options?.map(({ id }) => id)).toContain("stop");
  });

  test.each(LANGUAGES)(
    "%s: the balance names the creditor, each debt, its day, the total and the day of the cut",
    (language) => {
      const { body } = writeMessage("balance.show", language, RICH);
      for (const fact of [RICH.creditor, "FV-2026-000123", "FV-2026-000124", "2026"]) expect(body).toContain(fact);
      expect(body).toMatch(/12[.,]345[.,]678[.,]50/);
    },
  );

  test.each(LANGUAGES)("%s: the echo before a yes shows every amount of a short plan, absolutely", (language) => {
    const plan = samplePlan({ instalments: 3, frequency: "monthly" });
    const { body } = writeMessage("plan.confirm", language, { ...RICH, plan });
    expect(body.match(/^\d\. .*(2026|2027)$/gm)).toHaveLength(3);
    const long = writeMessage("plan.confirm", language, RICH).body;
    expect(long).toMatch(/5[.,]000[.,]000/);
    expect(long).toMatch(/^12\. /m);
  });

  test("offers show what each payment is, the first one apart when it is larger", () => {
    const { body } = writeMessage("options.show", "es", RICH);
    expect(RICH.offers).toHaveLength(6);
    expect(body.match(/^• /gm)).toHaveLength(6);
    expect(body).toContain("• 3 pagos mensuales: $\u00a04.938.300 y luego $\u00a03.703.700");
  });

  test.each(LANGUAGES)(
    "%s: thanks name what was paid and when, nothing that is left, and how to ask for it",
    (language) => {
      const receipt = { ...RICH, owed: money(77_700n, "COP"), nextInstalment: NEXT };
      const { body, options } = writeMessage("paid.thanks", language, receipt);
      expect(body.match(/\d{1,3}(?:[.,]\d{3})+/g)).toEqual([expect.stringMatching(/^12[.,]345[.,]678$/)]);
      expect(body).toContain("R-2026-000123");
      expect(body).not.toMatch(/777|diciembre|dezembro|December/);
      expect(body).toMatch(/\b(?:SALDO|BALANCE)\b/);
      expect(options).toBeUndefined();
    },
  );

  test.each(LANGUAGES)(
    "%s: who asks for the balance sees the next payment of a plan, where there is one",
    (language) => {
      const next = /(?:acordado|combinado|instalment): (?:\$|COP)\s1[.,]000[.,]000, (?:30\/12\/2026|30 Dec 2026)\./;
      expect(writeMessage("balance.show", language, { ...RICH, nextInstalment: NEXT }).body).toMatch(next);
      expect(writeMessage("balance.show", language, { ...RICH, nextInstalment: undefined }).body).not.toMatch(next);
    },
  );

  test("a debt that is not yet due is not called overdue", () => {
    expect(writeMessage("balance.show", "es", POOR).body).toContain("vence el 31/12/2026");
    expect(writeMessage("balance.show", "es", RICH).body).toContain("venció el 30/08/2026");
  });

  test("a description as long as a contract is cut, so that the message is still read", () => {
    const debts = [{ description: "Contrato ".repeat(40), owed: RICH.owed, dueOn: RICH.today }];
    expect(writeMessage("balance.show", "es", { ...RICH, debts }).body).toMatch(/• (Contrato ?){3,5}[A-Za-z]*…: /);
  });

  test("a receipt photo is never called a payment", () => {
    for (const language of LANGUAGES) {
      expect(writeMessage("receipt.toVerify", language, RICH).body).toMatch(/por verificar|verificar|to be verified/);
    }
  });

  test("a fact that is missing stops the message, before anybody reads a hole", () => {
    expect(() => writeMessage("opening", "es", POOR)).toThrow("opening needs name");
    expect(() => writeMessage("plan.confirm", "es", { ...RICH, plan: undefined })).toThrow("plan.confirm needs plan");
    expect(() => writeMessage("pay.link", "en", { ...RICH, paymentLink: undefined })).toThrow("needs paymentLink");
  });

  test("a nameless contact can be greeted, verified and shown the balance", () => {
    for (const language of LANGUAGES) {
      for (const key of [
        "welcome.verify",
        "verify.ask",
        "balance.show",
        "agent.returned",
        "stranger.askReference",
      ] as const) {
        expect(writeMessage(key, language, POOR).body).not.toContain("undefined");
      }
    }
  });
});

describe("templates", () => {
  const keys = KEYS.filter(isTemplate);

  test("every message that may leave after 24 hours is one, in every language", () => {
    expect(keys).toEqual([
      "opening",
      "nudge",
      "nudge.continue",
      "promise.broken",
      "paid.receipt",
      "dispute.accepted",
      "dispute.rejected",
    ]);
    expect(Object.keys(TEMPLATE_LANGUAGES)).toEqual([...LANGUAGES]);
    for (const { name } of Object.values(TEMPLATES)) expect(name).toMatch(/^[a-z_]{1,512}$/);
  });

  test("their text has its variables in order, none at either end, nothing Meta rejects, and filled in is what we keep", () => {
    for (const key of keys) {
      for (const language of LANGUAGES) {
        const { body } = templateBody(key, language, RICH);
        const { parameters = [], saying } = templateOf(key, language, RICH) ?? {};
        expect(body).toMatch(/\{\{1\}\}[\s\S]*\{\{2\}\}/);
        expect(body).not.toMatch(/^\{\{|\}\}$|[#$%]/);
        expect(parameters.reduce((text, value, index) => text.replace(`{{${index + 1}}}`, value), body)).toBe(
          saying?.body,
        );
      }
    }
  });

  test("those that begin or go on give nothing away; the one that does confirms a payment and asks for nothing", () => {
    for (const key of keys) expect(discloses(key), key).toBe(key === "paid.receipt");
    for (const language of LANGUAGES) {
      const { body, options = [] } = writeMessage("paid.receipt", language, RICH);
      expect(body).not.toMatch(/saldo|balance|pr[óo]xim|next|debe|deve|owe|\?/i);
      expect(options).toEqual([]);
      expect(body.match(/12[.,]345[.,]678/g)).toHaveLength(1);
    }
  });

  test("a payment's thanks leave as the receipt when the 24 hours are over: what is still owed is not for then", () => {
    for (const key of ["paid.thanks", "paid.thanksInFull"] as const) {
      expect(templateOf(key, "es", RICH)).toEqual({
        name: "saldar_receipt",
        languageCode: "es",
        parameters: [RICH.creditor, "$\u00a012.345.678,50", "miércoles 25 de noviembre de 2026", "R-2026-000123"],
        saying: writeMessage("paid.receipt", "es", RICH),
      });
    }
  });

  test("are sent with their name, Meta's code of the language and the values", () => {
    expect(templateOf("opening", "pt-BR", RICH)).toEqual({
      name: "saldar_opening",
      languageCode: "pt_BR",
      parameters: ["María Fernanda", RICH.creditor],
      saying: writeMessage("opening", "pt-BR", RICH),
    });
    expect(templateOf("balance.show", "es", RICH)).toBeUndefined();
    expect(() => templateOf("opening", "es", POOR)).toThrow("the name for opening");
  });
});

describe("the page of everything we say", () => {
  test.each(LANGUAGES)("in %s is the one that was read and approved", async (language: Language) => {
    const page = KEYS.map((key) => {
      const { body, options = [] } = writeMessage(key, language, RICH);
      const taps = options.map(({ id, title }) => `- [${title}] \`${id}\``).join("\n");
      return `## ${key}${discloses(key) ? "" : " (gives nothing away)"}\n\n${body}\n${taps === "" ? "" : `\n${taps}\n`}`;
    });
    await expect(`# What collect says, ${language}\n\n${page.join("\n")}`).toMatchFileSnapshot(
      `../../golden/flows/collect-copy.${language}.md`,
    );
  });
});
