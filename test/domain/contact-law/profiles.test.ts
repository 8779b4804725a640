import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Clause } from "../../../src/domain/contact-law/clause.ts";
import { CONTENT_RULES } from "../../../src/domain/contact-law/content/lint.ts";
import type { ContentRule } from "../../../src/domain/contact-law/content/rule.ts";
import { countriesWithLaw, findClause, profileOf, readingsOf } from "../../../src/domain/contact-law/profiles.ts";

describe("profiles", () => {
  it("exist where they are written, and for no other country or odd name", () => {
    expect(profileOf("CO")?.version).toBe("CO-2026.11.1");
    for (const country of ["ZZ", "FR", "co", "", "toString", "__proto__"]) expect(profileOf(country)).toBeUndefined();
  });

  it("are the same object for the same choices, so that what is kept for one is found again", () => {
    expect(profileOf("CO")).toBe(profileOf("CO", { readings: { contact: "each_send" } }));
    expect(profileOf("CO")).not.toBe(profileOf("CO", { readings: { contact: "two_way_only" } }));
  });

  it("name their readings, and take no other", () => {
    expect(readingsOf("CO").map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([
      ["contact", ["each_send", "two_way_only"]],
      ["week", ["one_channel", "one_contact"]],
    ]);
    expect(readingsOf("ZZ")).toEqual([]);
    expect(() => profileOf("CO", { readings: { hours: "late" } })).toThrow("no reading named hours");
    expect(() => profileOf("CO", { readings: { contact: "never" } })).toThrow("no option never for contact");
  });

  it("clauses are found by the id that a record keeps", () => {
    expect(findClause("CO.hours")?.article).toBe("art. 3");
    expect(findClause("any.jurisdiction")?.standing).toBe("policy");
    expect(findClause("any.no-threats")?.standing).toBe("policy");
    expect(findClause("CO.nothing")).toBeUndefined();
  });
});

describe("clauses", () => {
  const all = countriesWithLaw().flatMap(({ country, clauses }) =>
    Object.values(clauses).map((clause) => ({ country, clause })),
  );

  it("are each under an id of their own, which begins with their country", () => {
    const ids = all.map(({ clause }) => clause.id);
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(all.filter(({ country, clause }) => !clause.id.startsWith(`${country}.`))).toEqual([]);
  });

  it("are law only where somebody read them, and say in each language what they ask", () => {
    for (const { clause } of all) {
      expect(clause.standing === "law", clause.id).toBe(clause.confidence !== "unverified");
      expect(new Set(Object.values(clause.text)).size, clause.id).toBe(3);
      for (const text of Object.values(clause.text)) expect(text, clause.id).toMatch(/^[\p{Lu}\d].*\.$/u);
    }
  });
});

describe("the policies of the house", () => {
  it("are each written in the folder's page under the number that their clauses cite", () => {
    const page = readFileSync(new URL("../../../src/domain/contact-law/README.md", import.meta.url), "utf8");
    const clauses: (Clause | undefined)[] = [
      findClause("any.jurisdiction"),
      findClause("any.cold-contact"),
      findClause("any.number-hours"),
      ...countriesWithLaw().flatMap(({ clauses }) => Object.values(clauses)),
      ...CONTENT_RULES.flatMap((rule: ContentRule) => Object.values(rule.clauses)),
    ];
    const cited = new Set(clauses.flatMap((clause) => (clause?.law === "Saldar" ? [clause.article] : [])));
    const written = new Set([...page.matchAll(/^(\d+)\. /gm)].map(([, number]) => number));
    expect(cited).toEqual(written);
  });
});
