import type { Money } from "../../src/domain/money.ts";
import type { Frequency, Instalment, Offer } from "../../src/domain/negotiation/terms.ts";
import { addDays, type IsoDate } from "../../src/domain/time.ts";
import { formatDay, formatListDay, formatMoney } from "../lib/format.ts";
import {
  type Confirmation,
  confirmId,
  type FixedOptionId,
  offerId,
  PERMISSION_SUBJECT,
  planEcho,
  planSubject,
  promiseEcho,
  promiseSubject,
} from "../lib/options.ts";
import { offerable } from "../lib/suggestions.ts";
import type { Language, Option, Saying, Suggestion, Words } from "../vocabulary.ts";
import { type Titles, titled } from "./messages.ts";

/** The small words a language needs around amounts and days in lists. */
export type Phrases = {
  readonly titles: Titles;
  readonly wasDue: string;
  readonly isDue: string;
  readonly more: (count: number) => string;
  readonly rhythm: Record<Frequency, string>;
  readonly equal: (count: number, rhythm: string, each: string) => string;
  readonly unequal: (count: number, rhythm: string, amounts: { first: string; later: string }) => string;
  /** A sentence of its own after the total, with the space before it. */
  readonly nextAgreed: (payment: string) => string;
  readonly middle: (last: number, each: string, about: { rhythm: string; from: string }) => string;
};

/** WhatsApp's limit for the title of a list row; a button's is 20, and ours fit both. */
const ROW_TITLE = 24;
/** Descriptions come from the business's own file, and some are as long as a contract. */
const DESCRIPTION = 40;
const LISTED_DEBTS = 3;
const LISTED_INSTALMENTS = 4;

/** What every language builds in the same way: amounts, days, lists, options. */
export function linesIn(language: Language, phrases: Phrases) {
  const money = (amount: Money): string => formatMoney(amount, language);
  const day = (date: IsoDate): string => formatDay(date, language);
  const listDay = (date: IsoDate): string => formatListDay(date, language);
  const options = (...ids: FixedOptionId[]): Option[] => titled(phrases.titles, ids);

  const confirmation = (about: Confirmation, { yes, no }: { yes: string; no: string }): Option[] => [
    { id: confirmId(about), title: yes },
    { id: "no", title: no },
    ...options("person"),
  ];

  const instalmentLine = ({ number, dueOn, amount }: Instalment) => `${number}. ${money(amount)}, ${day(dueOn)}`;

  return {
    money,
    day,
    listDay,
    options,
    /** An example of a day has to be one that could be promised. */
    inAWeek: (today: IsoDate): IsoDate => addDays(today, 7),

    says: (body: string, ...ids: FixedOptionId[]): Saying =>
      ids.length === 0 ? { body } : { body, options: options(...ids) },

    /** The strict yes to exactly these days and amounts, a no, and a person. */
    confirmsPlan: (plan: Offer, titles: { yes: string; no: string }): Option[] =>
      confirmation({ subject: planSubject(plan.terms), echo: planEcho(plan) }, titles),
    confirmsPromise: (promise: NonNullable<Words["promise"]>, titles: { yes: string; no: string }): Option[] =>
      confirmation({ subject: promiseSubject(promise), echo: promiseEcho(promise) }, titles),

    /** What may have been meant, and always a person. What is asked before the proof offers nothing that hints at a debt. */
    suggests: (suggestions: readonly Suggestion[], reader: { verified: boolean }): Option[] =>
      options(...new Set([...offerable(suggestions, reader), "person" as const])),

    /** The strict yes to being written to again. */
    confirmsPermission: (titles: { yes: string; no: string }): Option[] =>
      confirmation({ subject: PERMISSION_SUBJECT, echo: "" }, titles),

    debts: ({ debts, today }: Pick<Words, "debts" | "today">): string => {
      const listed = debts.slice(0, LISTED_DEBTS).map(({ description, owed, dueOn }) => {
        const due = dueOn < today ? phrases.wasDue : phrases.isDue;
        return `• ${shortened(description)}: ${money(owed)}, ${due} ${listDay(dueOn)}`;
      });
      const rest = debts.length - listed.length;
      return [...listed, ...(rest > 0 ? [`• ${phrases.more(rest)}`] : [])].join("\n");
    },

    /** What comes next by a plan in force; nothing where there is none. */
    nextAgreed: ({ nextInstalment: next }: Pick<Words, "nextInstalment">): string =>
      next === undefined ? "" : phrases.nextAgreed(`${money(next.amount)}, ${listDay(next.dueOn)}`),

    /** Every day and amount of a short plan; the equal ones of a long plan in one line, so that it stays readable. */
    instalments: ({ instalments: all, terms }: Offer): string => {
      const [first, second] = all;
      const last = all.at(-1);
      if (all.length <= LISTED_INSTALMENTS || !first || !second || !last) return all.map(instalmentLine).join("\n");
      const middle = phrases.middle(all.length - 1, money(second.amount), {
        rhythm: phrases.rhythm[terms.frequency],
        from: day(second.dueOn),
      });
      return [instalmentLine(first), middle, instalmentLine(last)].join("\n");
    },

    offers: (offers: readonly Offer[]): string =>
      offers.map((offer) => `• ${offerLine(offer, phrases, money)}`).join("\n"),

    offerOptions: (offers: readonly Offer[]): Option[] =>
      offers.map(({ terms }) => ({
        id: offerId(terms),
        title: `${terms.instalments} ${phrases.rhythm[terms.frequency]}`.slice(0, ROW_TITLE),
      })),
  };
}

function offerLine(
  { terms, instalments: [first, second] }: Offer,
  phrases: Phrases,
  money: (amount: Money) => string,
): string {
  const rhythm = phrases.rhythm[terms.frequency];
  const amounts = { first: first ? money(first.amount) : "", later: second ? money(second.amount) : "" };
  return terms.firstAmount === undefined
    ? phrases.equal(terms.instalments, rhythm, amounts.first)
    : phrases.unequal(terms.instalments, rhythm, amounts);
}

function shortened(text: string): string {
  const characters = [...text.trim()];
  return characters.length <= DESCRIPTION
    ? characters.join("")
    : `${characters
        .slice(0, DESCRIPTION - 1)
        .join("")
        .trimEnd()}…`;
}
