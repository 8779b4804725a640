import { type Atom, gapBetween, words } from "./atoms.ts";
import type { Hiding } from "./placeholders.ts";

/** What a street begins with. Short ones count only with their number right behind them. */
const STREETS =
  words(`calle carrera avenida avda av ave diagonal transversal circular jiron pasaje callejon calzada boulevard bulevar autopista
  rua travessa alameda praca rodovia estrada manzana mz conjunto urbanizacion vereda barrio colonia street avenue road`);
const SHORT_STREETS = words(
  "cl cll cra kra kr cr av ave dg tv jr psje pje blvd st rd apto apartamento depto departamento casa torre bloque lote lt int interior piso",
);
/** What goes on after the number: `# 12-34 apto 501`. */
const GOES_ON =
  words(`apto apartamento ap depto departamento dpto casa torre bloque bl lote lt int interior piso oficina of local
  sur norte este oeste bis a b c d n no num numero nro barrio colonia col`);

/** Words between a street's beginning and its number: "avenida de los Insurgentes Sur 1602". */
const MOST_WORDS = 5;

/** Streets with their number, and what follows of the address. A street without a number is one of many people's. */
export function hiddenAddresses(text: string, atoms: readonly Atom[]): Hiding[] {
  const found: Hiding[] = [];
  let next = 0;
  while (next < atoms.length) {
    const number = numberAfter(text, atoms, next);
    const [first, last] = [atoms[next], number === undefined ? undefined : atoms[endOf(text, atoms, number)]];
    if (first && last && number !== undefined) {
      found.push({ what: "address", start: first.start, end: last.end });
      next = endOf(text, atoms, number);
    }
    next += 1;
  }
  return found;
}

/** The index of the house's or the crossing's number, of a street that begins here. */
function numberAfter(text: string, atoms: readonly Atom[], at: number): number | undefined {
  const word = atoms[at]?.word ?? "";
  const most = STREETS.has(word) ? MOST_WORDS : SHORT_STREETS.has(word) ? 1 : 0;
  for (let index = at + 1; index <= at + most; index += 1) {
    const [before, atom] = [atoms[index - 1], atoms[index]];
    if (!before || !atom || (/[.;!?\n]\s|\n/.test(gapBetween(text, before, atom)) && !SHORT_STREETS.has(before.word)))
      return undefined;
    if (atom.kind === "digits") return index;
  }
  return undefined;
}

/** As long as numbers, signs of an address and its few words follow. */
function endOf(text: string, atoms: readonly Atom[], from: number): number {
  let last = from;
  for (let index = from + 1; index < atoms.length; index += 1) {
    const [before, atom] = [atoms[index - 1], atoms[index]];
    if (!before || !atom || !/^[ #\-–.,°º/]{0,3}$/u.test(gapBetween(text, before, atom))) break;
    if (atom.kind === "digits") last = index;
    else if (atom.word.length === 1 && GOES_ON.has(before.word)) last = index;
    else if (!GOES_ON.has(atom.word)) break;
  }
  return last;
}
