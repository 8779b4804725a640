import type { ContactToErase, PersonToErase } from "../../../db/erasure/person.ts";
import type { HashedId } from "../../../db/erasure/talks.ts";
import { whatsappKey } from "../../domain/phone.ts";
import type { Secrets } from "../../secrets.ts";
import { sealJson, unsealJson } from "../debtor-lists/sealed-json.ts";

/** By what somebody is known in copies, kept sealed for as long as their erasure is not whole. */
export type Marks = {
  readonly reference: string;
  readonly names: readonly string[];
  /** Digits of numbers, and documents. */
  readonly numbers: readonly string[];
  /** As webhooks name the person. */
  readonly identities: readonly string[];
  readonly messages: readonly HashedId[];
};

/** A number is known by its last digits, with or without its country's. */
const DIGITS_THAT_TELL = 8;

export function marksOf(
  { name, reference, documentSealed }: PersonToErase,
  contacts: readonly ContactToErase[],
  secrets: Secrets,
): Marks {
  const names = [name, ...contacts.flatMap((contact) => contact.name ?? [])];
  const phones = contacts.flatMap(({ phone }) => phone?.slice(-DIGITS_THAT_TELL) ?? []);
  const identities = contacts.flatMap(({ phone, waId, bsuid, lid }) => [phone?.replace(/^\+/, ""), waId, bsuid, lid]);
  return {
    reference,
    names: names.filter((one) => one !== reference && one.length > 3),
    numbers: [...phones, ...(documentSealed ? [secrets.unseal(documentSealed)] : [])],
    identities: identities.filter((one) => typeof one === "string"),
    messages: [],
  };
}

/** What `marksOfRow` would make of a row that names them. */
export function rowMarksOf(
  { reference, documentSealed }: PersonToErase,
  contacts: readonly ContactToErase[],
  secrets: Secrets,
): string[] {
  const numbers = contacts.flatMap(({ phone, waKey, waId }) => [
    waKey,
    ...[phone, waId].flatMap((number) => (number ? [number.replace(/\D/g, ""), whatsappKey(number)] : [])),
  ]);
  return [
    `ref:${reference}`,
    // A debtor without a reference of the business's is called by what the list knew them by.
    reference,
    ...(documentSealed ? [`doc:${secrets.unseal(documentSealed)}`] : []),
    ...new Set(numbers.flatMap(withoutCountry).map((number) => `tel:${number}`)),
  ];
}

/** As it stands in a row whose country nobody could tell, too: a country's code has one to three digits. */
function withoutCountry(number: string): string[] {
  return [0, 1, 2, 3].map((length) => number.slice(length));
}

export function sealMarks(secrets: Secrets, marks: Marks): string {
  return sealJson(secrets, marks);
}

export function unsealMarks(secrets: Secrets, sealed: string): Marks {
  return sealed === "" ? NONE : unsealJson<Marks>(secrets, sealed);
}

const NONE: Marks = { reference: "", names: [], numbers: [], identities: [], messages: [] };

/** What an earlier erasure still looks for, and what has come since. */
export function joinMarks(before: Marks, { reference, ...since }: Marks): Marks {
  return {
    reference,
    names: [...new Set([...before.names, ...since.names])],
    numbers: [...new Set([...before.numbers, ...since.numbers])],
    identities: [...new Set([...before.identities, ...since.identities])],
    messages: [...before.messages, ...since.messages],
  };
}

/** Without what speaks of them: names as whole words, however they are accented, and numbers however they are grouped. */
export function withoutPerson<T extends object>(said: T, marks: Marks): { said: T; isChanged: boolean } {
  const names = marks.names.map(asWords);
  let isChanged = false;
  const silent = JSON.stringify(said, (_, value: unknown) => {
    if (typeof value !== "string" || !speaks(value, names, marks.numbers)) return value;
    isChanged = true;
    return "";
  });
  return { said: JSON.parse(silent) as T, isChanged };
}

function speaks(text: string, names: readonly string[], numbers: readonly string[]): boolean {
  const words = asWords(text);
  if (names.some((name) => words.includes(name))) return true;
  const together = text.replace(/[\s().+\-/]/g, "");
  return numbers.some((number) => together.includes(number));
}

/** `" jose perez "` of "José  Pérez,". */
function asWords(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}
