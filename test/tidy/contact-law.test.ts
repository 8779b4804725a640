import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { clausesOf } from "../../src/domain/contact-law/pages/country.ts";
import { countryPage } from "../../src/domain/contact-law/pages/country-page.ts";
import { indexPage } from "../../src/domain/contact-law/pages/index-page.ts";
import { countriesWithLaw } from "../../src/domain/contact-law/profiles.ts";

const COMMAND = "npx vitest run test/tidy/contact-law.test.ts -u";
const LAWS = countriesWithLaw().toSorted((a, b) => (a.country < b.country ? -1 : 1));

describe("docs/contact-law", () => {
  test("holds the page of each country whose law is written, and no other", () => {
    const pages = new Set(readdirSync("docs/contact-law"));
    expect(pages).toEqual(new Set([...LAWS.map(({ country }) => `${country}.md`), "README.md"]));
  });

  test("lists the countries as their profiles have them", async () => {
    await expect(indexPage(LAWS, COMMAND)).toMatchFileSnapshot("../../docs/contact-law/README.md");
  });

  test.each(LAWS.map((law) => [law.country, law] as const))(
    "has the law of %s as the gate asks it",
    async (country, law) => {
      await expect(countryPage(law, COMMAND)).toMatchFileSnapshot(`../../docs/contact-law/${country}.md`);
    },
  );

  test.each(LAWS.map((law) => [law.country, law] as const))("of %s names each rule once, with its source", (_, law) => {
    const page = countryPage(law, COMMAND);
    for (const { id, source } of clausesOf(law)) {
      expect(page, id).toContain(`| \`${id}\` |`);
      expect(page, id).toContain(source);
    }
    expect(page).not.toMatch(/undefined|\[object/);
  });
});
