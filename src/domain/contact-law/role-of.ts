import { fold } from "./content/fold.ts";
import type { Role } from "./facts.ts";

/** A contact as a list or an agent wrote it down, and whose contact it is. The role's words are kept as they came. */
export type ListedAs = {
  readonly contactRole: string | null | undefined;
  readonly contactName: string | null | undefined;
  readonly debtorKind: "person" | "company" | null | undefined;
  readonly debtorName: string | null | undefined;
};

/**
 * Who a contact is to the debt, by the words of its role: contact law's `recipient` (Ley 2300 of 2023, art. 4, and its like).
 * Read at every question and not kept, so that a better reader judges old lists too. Without a word it is the debtor. A word
 * that names a third party stands at a company too; any other word at a company is one of its own people, who speak for it.
 * At a person any other word is theirs only where no other name stands beside it: "Gerente" may be what they do.
 */
export function roleOf({ contactRole, contactName, debtorKind, debtorName }: ListedAs): Role {
  if (!contactRole) return "debtor";
  const words = plain(contactRole);
  if (words === "") return "debtor";
  const named = NAMED.find(([, pattern]) => pattern.test(standsTo(words)))?.[0];
  if (named !== undefined) return DENIED.test(words) && OWES.has(named) ? "other" : named;
  if (debtorKind === "company" || isSameName(contactName, debtorName)) return "debtor";
  return AT_THEIR_WORK.test(words) ? "employer" : "other";
}

/** Contact law lets these be spoken to about the debt, in every country; all others are third parties. */
export function isThirdParty(listed: ListedAs): boolean {
  return isThirdPartyRole(roleOf(listed));
}

export function isThirdPartyRole(role: Role): boolean {
  return !OWES.has(role);
}

const OWES: ReadonlySet<Role> = new Set<Role>(["debtor", "co_debtor", "guarantor"]);

function plain(text: string): string {
  return fold(text)
    .text.replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const onOneLine = (words: string): string => words.replaceAll(/\s*\n\s*/g, "");
const anyOf = (words: string): RegExp => new RegExp(`\\b(?:${onOneLine(words)})\\b`);

const CO_DEBTOR = `co ?deudor(?:a|es|as)?|deudor(?:a|es)? solidari[oa]s?|obligad[oa] solidari[oa]|co ?obligad[oa]s?|co ?titular(?:es)?
  |co ?acreditad[oa]|co ?devedor(?:a|es)?|devedor(?:a)? solidari[oa]|co ?debtors?|co ?borrowers?|co ?signers?|joint debtor`;
const GUARANTOR = `fiador(?:a|es|as)?|aval(?:es)?|avalistas?|garantes?|guarantors?|suret(?:y|ies)`;
const DEBTOR = `deudor(?:a|es)?|titular(?:es)?|clientes?|devedor(?:a|es)?|debtors?|customers?|borrowers?|prestatari[oa]|el mismo|la misma
  |mism[oa]|propi[oa]|propri[oa]|o mesmo|a mesma|self`;
const OWING = onOneLine(`${CO_DEBTOR}|${GUARANTOR}|${DEBTOR}`);

/** "Hija del codeudor", "debtor's wife": whose relation it is, which says nothing of who the contact is. */
const WHOSE = new RegExp(`\\b(?:del|de la|de|do|da|al|of the|of) (?:${OWING})\\b|\\b(?:${OWING}) s (?=\\p{L})`, "gu");

function standsTo(words: string): string {
  return words.replaceAll(WHOSE, " ");
}

/** In this order: a reference never owes, and who signed for the debt owes it also as a wife or a brother. */
const NAMED: readonly (readonly [Role, RegExp])[] = [
  ["reference", anyOf("referencias?|referid[oa]s?|refs?|references?|referees?|referral")],
  ["co_debtor", anyOf(CO_DEBTOR)],
  ["guarantor", anyOf(GUARANTOR)],
  [
    "relative",
    anyOf(`familiar(?:es)?|familia|parientes?|parentes?|padres?|papa|madres?|mama|hij[oa]s?|herman[oa]s?|espos[oa]|conyuge|marido|mujer
      |pareja|(?:compan|comp)er[oa] permanente|abuel[oa]s?|niet[oa]s?|ti[oa]s?|sobrin[oa]s?|prim[oa]s?|suegr[oa]s?|cunad[oa]s?|yerno|nuera
      |padrastro|madrastra|hijastr[oa]|novi[oa]|concubin[oa]|viud[oa]|padrino|madrina
      |pai|mae|filh[oa]s?|irmaos?|irmas?|conjuge|companheir[oa]|avo|net[oa]s?|sogr[oa]|cunhad[oa]s?|genro|nora|namorad[oa]|noiv[oa]
      |fathers?|mothers?|mom|dad|parents?|sons?|daughters?|brothers?|sisters?|siblings?|spouse|husband|wife|grand(?:father|mother|parent|son|daughter)s?
      |uncles?|aunts?|nephews?|nieces?|cousins?|in laws?|relatives?|family|boyfriend|girlfriend|fiancee?`),
  ],
  ["employer", anyOf("empleador(?:a|es)?|patron(?:a|o|es)?|empregador(?:a|es)?|patrao|patroa|employers?")],
  [
    "other",
    anyOf(`vecin[oa]s?|amig[oa]s?|conocid[oa]s?|vizinh[oa]s?|conhecid[oa]s?|neighbou?rs?|friends?|acquaintances?|roommates?
      |tercera persona|terceira pessoa|third part(?:y|ies)`),
  ],
  ["debtor", anyOf(DEBTOR)],
];

/** "No es el titular", "ex codeudor". A number is none: "Codeudor No. 2". */
const DENIED = new RegExp(`\\b(?:no|nao|not|ex|former)\\b(?: \\p{L}+){0,3} (?:${OWING})\\b`, "u");

/** At a company these are its own people; beside a person's name and another than theirs, the place where they work. */
const AT_THEIR_WORK = anyOf(
  "jef[ea]|chef[ea]|boss|supervisor(?:a)?|recursos humanos|rrhh|rr hh|rh|human resources|hr|talento humano|manager",
);

/** The same words, or one has all of the other's: "Rosa Ruiz" is "Rosa Elena Ruiz Mora". No name names nobody else. */
function isSameName(one: string | null | undefined, other: string | null | undefined): boolean {
  if (!one || !other) return true;
  const [fewer = [], more = []] = [plain(one).split(" "), plain(other).split(" ")].toSorted(
    (a, b) => a.length - b.length,
  );
  return fewer.every((word) => more.includes(word));
}
