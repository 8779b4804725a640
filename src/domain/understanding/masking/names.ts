import { KNOWN_WORDS } from "../phrases/known-words.ts";
import { fold } from "../tokens.ts";
import { type Atom, gapBetween, words } from "./atoms.ts";
import type { Hiding } from "./placeholders.ts";

/** Parts of names that are words of every sentence. */
const PARTICLES = words(
  "de del la las los el y e da das do dos di van von sa sas ltda srl spa cia the of and mi tu su no si",
);
/** What many businesses are called by and people also say of something else. */
const OF_MANY_BUSINESSES =
  words(`comercial comercio tienda almacen almacenes banco credito creditos servicios servicio distribuidora grupo
  casa centro cooperativa financiera loja comercio servicos store shop company empresa negocio muestra pago pagos cobros cobranza`);

/** After these a name follows, however it is written. */
const INTRODUCES: readonly (readonly string[])[] = [
  ["me", "llamo"],
  ["me", "chamo"],
  ["nombre", "es"],
  ["nome", "e"],
  ["name", "is"],
];
/** After these a name follows if it is written as one: "soy Marta", and not "soy la esposa". */
const BEFORE_NAMES =
  words(`soy sou am habla fala hablo senor senora senorita sr sra srta don dona esposo esposa marido mujer mulher
  hijo hija filho filha hermano hermana irmao irma mama papa madre padre mae pai tio tia primo prima jefe jefa vecino vecina novio
  novia amigo amiga abogado abogada advogado advogada doctor doctora dr dra lic licenciado atte atentamente saludos att mr mrs ms
  husband wife son daughter brother sister lawyer senhor senhora llama chama`);
/** After these a name follows in small letters as well, unless it is a word of every day or what somebody does: "soy pedro", "soy enfermera". */
const TELLS_WHO = words("soy sou don dona mr mrs ms");
const TRADE = /(?:[aei]d|er|ist|tiv|ic|eir|logu?)[oa]s?$|(?:or|ora|nte|nta|ista|al|ense)s?$/;
/** Given names that are words as well, or end as trades do: after those before they are names. */
const NAMES_AND_WORDS =
  words(`rosa luz clara paz sol mar angel blanca pilar consuelo socorro dolores mercedes remedios leon flor gloria
  esperanza soledad victoria vitoria conrado amado vicente clemente hector victor nestor melchor salvador leonor federico rodrigo enrico
  americo roberto alicia patricia leticia veronica monica angelica erica`);
/** Ends an introduction in small letters: "me llamo ana y no debo nada". */
const NOT_A_NAME =
  words(`y e and pero mas but no nao not que porque por para con com soy sou estoy estou yo eu ya ja debo pago quiero
  quero necesito tengo tenho me le les lo la el su mi a en em como cuando si sim gracias obrigado obrigada hola aqui desde dele vivo trabajo esposa esposo marido mujer mulher hijo hija filho filha hermano hermana irmao irma mama papa madre padre mae pai vecino vecina dueno duena dono nuevo nueva novo nova otro otra outro outra quien quem mayor viuda viudo`);
const WITHIN_NAMES = words("de del la las los da das do dos di van von");
/** Words of a name: two given ones, two surnames, and a particle or two between. */
const MOST_WORDS = 6;

/** Names that are on file, each part of them and in any spelling of capitals and accents; and those that the words introduce. */
export function hiddenNames(
  text: string,
  atoms: readonly Atom[],
  { names, business }: { names: readonly string[]; business: string },
): Hiding[] {
  const people = new Set(names.flatMap(partsOf));
  const creditor = new Set(partsOf(business));
  const wholeName = wordsIn(business);
  const isTelling = ({ start, end }: Hiding) =>
    partsOf(text.slice(start, end)).some((part) => !OF_MANY_BUSINESSES.has(part));
  return [
    ...together(text, atoms, "name", ({ word }) => people.has(word)),
    ...together(text, atoms, "business", ({ word }) => creditor.has(word)).filter(isTelling),
    ...sequences(atoms, wholeName),
    ...introduced(text, atoms),
  ];
}

function wordsIn(name: string): string[] {
  return Array.from(name.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ([word]) => fold(word));
}

function partsOf(name: string): string[] {
  return wordsIn(name).filter((word) => word.length >= 2 && !PARTICLES.has(word) && !/^\p{N}+$/u.test(word));
}

/** Neighbours, and the particles between them, are one: "Ana de la Cruz". */
function together(
  text: string,
  atoms: readonly Atom[],
  what: "name" | "business",
  isPart: (atom: Atom) => boolean,
): Hiding[] {
  const found: Hiding[] = [];
  let lastIndex = Number.NEGATIVE_INFINITY;
  atoms.forEach((atom, index) => {
    if (!isPart(atom)) return;
    const last = found.at(-1);
    const isNear = index - lastIndex <= 3 && atoms.slice(lastIndex + 1, index).every(({ word }) => PARTICLES.has(word));
    const isOne = isNear && last && /^[\p{L}\p{M} .'’-]*$/u.test(text.slice(last.end, atom.start));
    if (isOne) found[found.length - 1] = { ...last, end: atom.end };
    else found.push({ what, start: atom.start, end: atom.end });
    lastIndex = index;
  });
  return found;
}

/** The creditor's whole name, also where all its words are such as many use. */
function sequences(atoms: readonly Atom[], name: readonly string[]): Hiding[] {
  if (name.length === 0) return [];
  return atoms.flatMap((atom, index) => {
    const last = atoms[index + name.length - 1];
    const isWhole = last && name.every((word, offset) => atoms[index + offset]?.word === word);
    return isWhole ? [{ what: "business" as const, start: atom.start, end: last.end }] : [];
  });
}

function introduced(text: string, atoms: readonly Atom[]): Hiding[] {
  // Whoever writes all in capitals says nothing by them.
  const hasSmall = /\p{Ll}/u.test(text);
  return atoms.flatMap((atom, index) => {
    const isTold = INTRODUCES.some(([first, second]) => atom.word === second && atoms[index - 1]?.word === first);
    const last = isTold
      ? lastOfName(text, atoms, index, ({ kind, word }) => kind === "letters" && !NOT_A_NAME.has(word))
      : BEFORE_NAMES.has(atom.word) && hasSmall
        ? lastOfName(text, atoms, index, (part) => !NOT_A_NAME.has(part.word) && isNamed(part, atom))
        : undefined;
    const first = atoms[index + 1];
    return first && last ? [{ what: "name" as const, start: first.start, end: last.end }] : [];
  });
}

function isNamed({ kind, raw, word }: Atom, before: Atom): boolean {
  if (/^\p{Lu}\p{Ll}/u.test(raw)) return true;
  if (kind !== "letters" || !TELLS_WHO.has(before.word)) return false;
  return NAMES_AND_WORDS.has(word) || (word.length > 2 && !KNOWN_WORDS.has(word) && !TRADE.test(word));
}

function lastOfName(
  text: string,
  atoms: readonly Atom[],
  from: number,
  isPart: (atom: Atom) => boolean,
): Atom | undefined {
  let last: Atom | undefined;
  for (let index = from + 1; index <= from + MOST_WORDS; index += 1) {
    const [before, atom] = [atoms[index - 1], atoms[index]];
    if (!before || !atom) break;
    const allowed = last === undefined ? /^[ .,:]{0,2}$/ : /^[ .'’-]{0,2}$/;
    if (!allowed.test(gapBetween(text, before, atom))) break;
    if (isPart(atom)) last = atom;
    else if (last === undefined || !WITHIN_NAMES.has(atom.word)) break;
  }
  return last;
}
