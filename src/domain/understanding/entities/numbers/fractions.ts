import { NUMBER_WORDS } from "../number-words.ts";

/** What the parts are called, masculine, feminine and English: "tercios", "terceras", "thirds". */
export const DENOMINATORS: ReadonlyMap<string, bigint> = new Map(
  (
    [
      [3n, "tercio tercios terco tercos third thirds tercera terceras terca tercas"],
      [4n, "cuarto cuartos quarto quartos quarter quarters fourth fourths cuarta cuartas quarta quartas"],
      [5n, "quinto quintos fifth fifths quinta quintas"],
      [6n, "sexto sextos sixth sixths sexta sextas"],
      [7n, "septimo septimos setimo setimos seventh sevenths septima septimas setima setimas"],
      [8n, "octavo octavos oitavo oitavos eighth eighths octava octavas oitava oitavas"],
      [9n, "noveno novenos nono nonos ninth ninths novena novenas nona nonas"],
      [10n, "decimo decimos tenth tenths decima decimas"],
    ] as const
  ).flatMap(([denominator, words]) => words.split(" ").map((word) => [word, denominator])),
);

const HUNDREDTHS: ReadonlyMap<string, bigint> = new Map(
  (
    [
      [2n, "medios meios halves"],
      [100n, "centesimo centesimos centesima centesimas hundredth hundredths"],
      [1_000n, "milesimo milesimos milesima milesimas thousandth thousandths"],
    ] as const
  ).flatMap(([denominator, words]) => words.split(" ").map((word) => [word, denominator])),
);

/** As people name parts when they calculate: "doceavos", "veinticincoavo", "centésimas" besides. */
export function denominatorOf(word: string): bigint | undefined {
  const stem = /^(.{4,20})avos?$/.exec(word)?.[1];
  return (
    DENOMINATORS.get(word) ?? HUNDREDTHS.get(word) ?? (stem === undefined ? undefined : NUMBER_WORDS.get(stem)?.value)
  );
}
