import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { present } from "../../../src/domain/assert.ts";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import type { Contact, Facts } from "../../../src/domain/contact-law/facts.ts";
import { lawFor } from "../../../src/domain/contact-law/law-for.ts";
import { changesOf } from "../../../src/domain/contact-law/pages/changes.ts";
import { countriesWithLaw, profileOf } from "../../../src/domain/contact-law/profiles.ts";
import { heldByChoice, knownChoices, unknownChoices } from "../../../src/domain/contact-law/readings.ts";

/** What an older version offered stands beside what this one does. */
const STORED = { CO: { week: "one_contact", contact: "by_telegraph" }, MX: { days: "any" }, ZZ: { all: "one" } };

describe("a choice that is offered no more", () => {
  it("has no effect, and takes neither the gate nor the other choices with it", () => {
    expect(knownChoices(STORED, "CO")).toEqual({ week: "one_contact" });
    const law = lawFor({ country: "CO", zone: "America/Bogota", readings: STORED });
    expect(law.profile?.readings).toEqual({ contact: "each_send", week: "one_contact" });
    expect(lawFor({ country: "MX", zone: "America/Mexico_City", readings: STORED }).profile).toBe(profileOf("MX"));
    expect(lawFor({ country: "ZZ", zone: "America/Bogota", readings: STORED }).profile).toBeUndefined();
  });

  it("is named, so that people hear of it", () => {
    expect(unknownChoices(STORED)).toEqual([
      { country: "CO", reading: "contact", option: "by_telegraph" },
      { country: "MX", reading: "days", option: "any" },
      { country: "ZZ", reading: "all", option: "one" },
    ]);
    expect(unknownChoices({ CO: { week: "one_contact" } })).toEqual([]);
  });
});

describe("what is kept with a decision", () => {
  it("has another version under another reading, and the plain one under the default, chosen or not", () => {
    const version = (readings: Record<string, string>) => profileOf("CO", { readings })?.version;
    expect(version({ week: "one_channel" })).toBe(version({}));
    expect(version({ week: "one_contact" })).toBe(`${version({})}+week=one_contact`);
    expect(version({ week: "one_contact", contact: "two_way_only" })).toBe(
      `${version({})}+contact=two_way_only+week=one_contact`,
    );
  });

  it("tells which readings held by choice, in words where this build has them", () => {
    const profile = present(profileOf("CO", { readings: { week: "one_contact" } }), "the law of Colombia");
    expect(heldByChoice(profile)).toMatchObject([
      { reading: "week", option: "one_contact", says: { en: expect.stringContaining("one contact a week") } },
    ]);
    expect(heldByChoice(present(profileOf("CO"), "the law of Colombia"))).toEqual([]);
    const old = { country: "CO", version: "CO-1999.01+fax=twice", readings: { fax: "twice", week: "one_channel" } };
    expect(heldByChoice(old)).toEqual([
      { country: "CO", reading: "fax", option: "twice", about: undefined, says: undefined },
    ]);
  });
});

const OFFERED = countriesWithLaw().flatMap((law) =>
  law.readings.flatMap((reading) => reading.options.map((option) => ({ law, reading, option, country: law.country }))),
);
const OTHERS = OFFERED.filter(({ option }) => option.strictness !== "default");

/** Somebody who was written to at noon of that day, and has answered or not. */
const facts = (country: string, zone: string, contacts: readonly Contact[]): Facts => ({
  country,
  trigger: "proactive",
  messageKind: "reminder",
  channel: "whatsapp",
  recipient: "debtor",
  zones: [zone],
  permission: { channels: ["whatsapp"], source: "agent", givenAt: DateTime.utc(2026, 1, 1) },
  holds: [],
  contacts,
  conversationClosed: false,
  repliesSinceDebtorWrote: 0,
});

describe("how strict an option is", () => {
  it("is said of the first of each reading as the default, and of no other", () => {
    for (const { reading, option } of OFFERED)
      expect(option.strictness === "default").toBe(option === reading.options[0]);
  });

  it.each(OTHERS.map((one) => [`${one.country} ${one.reading.name}=${one.option.name}`, one] as const))(
    "%s allows more or less than the default, as it says",
    (_, { law, reading, option }) => {
      const allowed = { more: 0, less: 0 };
      const part = reading.name === "amazonas" ? "AM" : undefined;
      // As the gate asks, of somebody whose state is known or only guessed by the area code of São Paulo.
      const lawBy = (readings: Record<string, string>) =>
        lawFor(
          { country: law.country, zone: "America/Bogota", readings: { [law.country]: readings } },
          { subdivision: part, phone: "+5511987650001" },
        ).profile;
      const usual = present(lawBy({}), "the default");
      const chosen = lawBy({ [reading.name]: option.name });
      const [zone] = usual.zones;
      // A Monday, and holidays after it.
      const start = DateTime.fromISO("2026-12-14T00:00", { zone });
      const wroteTo = (channel: Contact["channel"], answered: boolean) => ({
        at: start.plus({ hours: 12 }),
        channel,
        proactive: true,
        answered,
      });
      const pasts = [[], [wroteTo("whatsapp", false)], [wroteTo("whatsapp", true)], [wroteTo("sms", true)]];
      for (let hour = 13; hour < 24 * 21; hour += 1) {
        for (const past of pasts) {
          const at = start.plus({ hours: hour, minutes: 30 });
          const asked = facts(law.country, zone, past);
          const [before, after] = [decide(usual, asked, at).allowed, decide(chosen, asked, at).allowed];
          if (after && !before) allowed.more += 1;
          if (before && !after) allowed.less += 1;
        }
      }
      const found = allowed.more > 0 ? (allowed.less > 0 ? "mixed" : "looser") : allowed.less > 0 ? "stricter" : "none";
      expect(found).toBe(option.strictness);
    },
  );
});

describe("what a choice would change", () => {
  it.each(OTHERS.map((one) => [`${one.country} ${one.reading.name}=${one.option.name}`, one] as const))(
    "%s: something, told in each language",
    (_, { law, reading, option }) => {
      for (const language of ["es", "pt-BR", "en"] as const) {
        const changes = changesOf(law, language, { before: {}, after: { [reading.name]: option.name } });
        expect(changes.length).toBeGreaterThan(0);
        for (const { before, after } of changes) expect(after).not.toBe(before);
      }
    },
  );

  it("is named with its part where only a part changes, and once where all do", () => {
    const brazil = present(
      countriesWithLaw().find(({ country }) => country === "BR"),
      "Brazil",
    );
    const change = (after: Record<string, string>) => changesOf(brazil, "en", { before: {}, after });
    expect(change({ amazonas: "until_19" })).toMatchObject([{ topic: "hours", part: "AM" }]);
    expect(change({ frequency: "once_a_day" })).toEqual([
      {
        topic: "caps",
        part: null,
        before: "The rules name no number.",
        after: expect.stringContaining("a day"),
      },
    ]);
    expect(change({})).toEqual([]);
  });
});
