import { expect, it } from "vitest";
import { policy } from "../../../../src/domain/contact-law/clause.ts";
import type { CountryLaw } from "../../../../src/domain/contact-law/countries/country-law.ts";
import { underEu } from "../../../../src/domain/contact-law/countries/eu.ts";
import { PERU } from "../../../../src/domain/contact-law/countries/peru.ts";
import type { Role } from "../../../../src/domain/contact-law/facts.ts";
import { findClause, profileOf } from "../../../../src/domain/contact-law/profiles.ts";

const CHOICE = { readings: { frequency: "law" }, subdivision: undefined };

const OWN = policy({
  id: "PT.recipients",
  article: "11",
  text: { es: "Solo ellos.", "pt-BR": "Só eles.", en: "Only they." },
  source: "test",
});

/** A member state that would let us write to those: all else is as in Peru. */
function memberState(...allowed: readonly Role[]): CountryLaw {
  const profile: CountryLaw["profile"] = (choice) => ({
    ...PERU.profile(choice),
    country: "PT",
    version: "PT-1",
    recipients: { allowed, clause: OWN },
  });
  return { ...PERU, country: "PT", profile };
}

it("strikes out everybody who neither owes nor guarantees, and says so with its own clause", () => {
  const { recipients } = underEu(memberState("debtor", "relative", "guarantor", "employer")).profile(CHOICE);
  expect(recipients.allowed).toEqual(["debtor", "guarantor"]);
  expect(recipients.clause.id).toBe("PT.eu.privacy");
});

it("adds nobody, and leaves the state's own clause where that is as narrow", () => {
  const { recipients } = underEu(memberState("debtor")).profile(CHOICE);
  expect(recipients).toEqual({ allowed: ["debtor"], clause: OWN });
});

it("changes nothing else but the version, which names both", () => {
  const state = memberState("debtor");
  expect(underEu(state).profile(CHOICE)).toEqual({ ...state.profile(CHOICE), version: "PT-1+EU-2026.11" });
});

it("adds its clauses under the name of the state, and they are found", () => {
  const { clauses } = underEu(memberState("debtor"));
  const added = Object.values(clauses).filter(({ id }) => id.startsWith("PT.eu."));
  expect(added.map(({ id }) => id)).toEqual([
    "PT.eu.privacy",
    "PT.eu.good-faith",
    "PT.eu.first-contact",
    "PT.eu.forbearance",
  ]);
  expect(findClause("ES.eu.good-faith")).toMatchObject({ article: "art. 10.1", standing: "law" });
});

it("is laid over Spain", () => {
  expect(profileOf("ES")?.version).toBe("ES-2026.11+EU-2026.11");
});
