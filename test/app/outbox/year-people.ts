import { DateTime } from "luxon";
import { closeConversation } from "../../../src/app/conversations/close.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { present } from "../../../src/domain/assert.ts";
import { SECOND_READINGS, type SecondReading } from "../../domain/contact-law/second-reading.ts";
import type { SampleDebtor, World } from "../../support/world.ts";

export type Person = SampleDebtor & {
  readonly law: SecondReading;
  /** Where they may be: their zone when it is on file, each of the place's otherwise. */
  readonly zones: readonly string[];
  /** WhatsApp's own form of their number. */
  readonly digits: string;
  readonly words: readonly string[];
  readonly stopWords: string;
  /** They asked in writing to be written to in these hours, every day: honoured in some places. */
  readonly asked: string;
  /** They asked not to be written to at these times, every day. */
  readonly inconvenient: { readonly start: string; readonly end: string } | undefined;
  /** Protected by law until the end of that day, in their own zone. */
  readonly protectedUntil: string | undefined;
};

const WORDS = {
  es: { words: ["hola", "¿cuánto debo?", "buenas tardes"], stopWords: "no me escriban más" },
  "pt-BR": { words: ["oi", "quanto eu devo?", "boa tarde"], stopWords: "não me mandem mais mensagens" },
  en: { words: ["hello", "how much do I owe?", "good afternoon"], stopWords: "stop messaging me" },
} as const;

/** The short one is over within the time to live of a template. */
const BAD_TIMES = { long: { start: "09:00", end: "13:00" }, short: { start: "12:00", end: "12:45" } } as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ASKED = { days: EVERY_DAY, start: "18:00", end: "22:00", separateInstrument: true, afterContract: true } as const;

/** Debtors of every place by turns, half of them with their zone on file. */
export async function people(world: World, count: number, chance: () => number): Promise<Person[]> {
  const all: Person[] = [];
  for (let number = 0; number < count; number += 1) all.push(await addPerson(world, number, chance));
  return all;
}

async function addPerson(world: World, number: number, chance: () => number): Promise<Person> {
  const law = present(SECOND_READINGS[number % SECOND_READINGS.length], "a place");
  const [country = "", subdivision = null] = law.place.split("-");
  const zone = chance() < 0.5 ? present(law.zones[Math.floor(chance() * law.zones.length)], "a zone") : null;
  const language = country === "BR" ? "pt-BR" : country === "GB" || country === "US" ? "en" : "es";
  const luck = chance();
  const inconvenient = luck < 0.2 ? BAD_TIMES.long : luck < 0.4 ? BAD_TIMES.short : undefined;
  const asks = chance() < (law.honoursAskedHours ? 0.9 : 0.2);
  const protectedUntil =
    country === "GB" && chance() < 0.6
      ? DateTime.utc(2027, 3, 20)
          .plus({ days: Math.floor(chance() * 30) })
          .toISODate()
      : undefined;
  const debtor = await world.addDebtor(number);
  await world.owner`
    update debtor set country = ${country}, subdivision = ${subdivision}, zone = ${zone}, language = ${language},
      requested_hours = ${asks ? JSON.stringify(ASKED) : null}::text::jsonb,
      inconvenient = ${inconvenient ? JSON.stringify([{ days: EVERY_DAY, ...inconvenient }]) : null}::text::jsonb,
      moratorium = ${protectedUntil ? JSON.stringify({ type: "breathing_space_standard", lastProtectedDay: protectedUntil }) : null}::text::jsonb
    where id = ${debtor.id}`;
  return {
    ...debtor,
    ...WORDS[language],
    law,
    zones: zone === null ? law.zones : [zone],
    digits: debtor.phone.slice(1),
    asked: asks ? `${ASKED.start}-${ASKED.end}` : "",
    inconvenient,
    protectedUntil,
  };
}

/** An agent takes the chat that is open, and ends it. */
export async function endByAgent(world: World, { contactId }: Person): Promise<void> {
  const [open] = await world.owner<{ id: string }[]>`
    select id from conversation where business_id = ${world.business.id} and contact_id = ${contactId} and closed_at is null`;
  if (!open) return;
  const chat = { businessId: world.business.id, conversationId: open.id, userId: "ana" };
  await takeOver(world.deps, { ...chat, mayStealWith: { reason: "a year" } });
  await closeConversation(world.deps, { ...chat, outcome: "other" });
}

/** The same chances in each run, so that what is found once is found again: a linear congruence modulo 2^32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
