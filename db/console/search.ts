import type { Sql, Tx } from "../client.ts";

type Fragment = ReturnType<Sql["unsafe"]> | ReturnType<Tx>;

/** Lower case without accents, so that "Peña" is found by "pena". The database need not have the extension for it. */
export function folded(tx: Tx, column: Fragment) {
  return tx`translate(lower(${column}), 'áàâãäéèêëíìîïóòôõöúùûüñç', 'aaaaaeeeeiiiiooooouuuunc')`;
}

/** What somebody typed to find a person: a name, the business's own reference, or a number however it is written. */
export type SearchTerm = { readonly text: string; readonly digits: string };

export function searchTerm(typed: string): SearchTerm | undefined {
  const text = typed.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  if (text === "") return undefined;
  const digits = typed.replace(/\D/g, "");
  // Fewer would be found in half of all numbers, and a reference such as "AC-12" is no telephone number.
  const isNumber = /^[\d\s()+.-]+$/.test(text) && digits.length >= 4;
  return { text, digits: isNumber ? digits : "" };
}
