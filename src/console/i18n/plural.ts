export type ConsoleLanguage = "es" | "pt-BR" | "en";

/** The forms a count takes in our languages; `#` stands for the number. Spanish and Portuguese add "many" from a million on. */
export type Forms = { readonly one: string; readonly other: string; readonly many?: string };

/** Words that agree with a count, in one language: `counting("es")(2, { one: "# día", other: "# días" })` is "2 días". */
export function counting(language: ConsoleLanguage): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  const digits = new Intl.NumberFormat(language);
  return (count, { one, other, many = other }) => {
    const category = rules.select(count);
    const form = category === "one" ? one : category === "many" ? many : other;
    return form.replace("#", digits.format(count));
  };
}
