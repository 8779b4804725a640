import type { CountryLaw } from "../countries/country-law.ts";
import type { Profile } from "../profile.ts";
import { profileOf } from "../profiles.ts";
import { clausesOf, nameOf } from "./country.ts";
import { asLaw } from "./rules.ts";
import { limitsOf } from "./told.ts";
import { english } from "./words.en.ts";
import { table, writtenWeek } from "./write.ts";

/** The countries whose law is written, side by side. */
export function indexPage(laws: readonly CountryLaw[], command: string): string {
  const rows = laws.map((law) => {
    const { country, readings } = law;
    const profile = profileOf(country);
    const clauses = clausesOf(law);
    const count = (confidence: string): string =>
      String(clauses.filter((clause) => asLaw(clause)?.confidence === confidence).length);
    return [
      `[${nameOf(country, "en")}](${country}.md)`,
      profile ? `${writtenWeek(profile.hours.week, { language: "en", words: english })}` : "",
      (profile && limitsIn(profile)) || "no number",
      readings.map(({ name }) => `\`${name}\``).join(", "),
      count("verified"),
      count("secondary"),
      `\`${profile?.version}\``,
    ];
  });
  return `${head(command)}\n${table(COLUMNS, rows)}\n`;
}

function limitsIn(profile: Profile): string {
  return limitsOf({ profile, words: english })
    .map(({ says, channels }) => `${says}${channels}`)
    .join("; ");
}

const COLUMNS = [
  "Country",
  "Hours where the person is",
  "Most contacts that we start",
  "A business may choose",
  "Rules read in an official text",
  "Rules as others quote them",
  "Version",
];

function head(command: string): string {
  return `# When we may write, country by country

Made from \`src/domain/contact-law/\`; \`${command}\` writes these pages again. Each is in the language of the country's lawyers.

**No lawyer has read this.** It is our reading of the sources each rule names, and no advice. Where no law was found the policy of the
house holds ([its list](../../src/domain/contact-law/README.md#policy-of-the-house)), and it is never shown as law. Countries that are not here
are refused: nobody who lives there is written to, not even in answer.
`;
}
