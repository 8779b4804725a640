/**
 * Forms of verbs, folded, so that a class of words names its verbs and not thirty forms of each. Verbs are written by their
 * infinitive; one whose stressed stem differs gives it after a colon: `perseguir:persig`. Who answers to tú, vos, usted, ustedes,
 * vosotros, você and vocês is one debtor.
 */

type Verb = { readonly infinitive: string; readonly root: string; readonly stressed: string; readonly ending: Ending };
type Ending = "ar" | "er" | "ir";

function verbs(list: string): Verb[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [infinitive = "", stem] = entry.split(":");
      const root = infinitive.slice(0, -2);
      const ending = infinitive.slice(-2);
      return {
        infinitive,
        root,
        stressed: stem ?? root,
        ending: ending === "ar" ? "ar" : ending === "er" ? "er" : "ir",
      };
    });
}

/** `pag` + e is `pague`, `abraz` + e is `abrace`, `exig` + a is `exija`. */
function join(stem: string, ending: Ending, suffix: string): string {
  const before = suffix[0] ?? "";
  if (ending === "ar" && before === "e")
    return `${stem.replace(/c$/, "qu").replace(/g$/, "gu").replace(/z$/, "c")}${suffix}`;
  if (ending !== "ar" && (before === "a" || before === "o"))
    return `${stem
      .replace(/gu$/, "G")
      .replace(/g$/, "j")
      .replace(/G$/, "g")
      .replace(/([nr])c$/, "$1z")}${suffix}`;
  return stem + suffix;
}

function forms({ root, stressed, ending }: Verb, suffixes: string): string[] {
  return suffixes.split(" ").flatMap((suffix) => [join(root, ending, suffix), join(stressed, ending, suffix)]);
}

const CLITICS = ["me", "nos", "le", "les", "lo", "la", "los", "las", "te", "se"];

function withClitics(words: readonly string[], clitics: readonly string[] = CLITICS): string[] {
  return words.flatMap((word) => [word, ...clitics.map((clitic) => word + clitic)]);
}

/** What somebody is told to do or not to do in Spanish: `escriba`, `escriban`, `escribas`, `escríbanme`, `escribir`, `escribirme`, `escribiendo`. */
export function asked(list: string): string[] {
  return unique(
    verbs(list).flatMap((verb) => {
      const { infinitive, ending } = verb;
      const polite = forms(verb, ending === "ar" ? "e en" : "a an");
      const familiar = forms(verb, ending === "ar" ? "a ad" : ending === "er" ? "e ed" : "e i id");
      return [
        ...withClitics([...polite, ...familiar], ["me", "nos"]),
        ...forms(verb, ending === "ar" ? "es eis" : "as ais"),
        ...withClitics([infinitive]),
        ...withClitics(forms(verb, ending === "ar" ? "ando" : "iendo"), ["me", "nos", "le"]),
      ];
    }),
  );
}

/** What somebody is told not to do in Spanish, after a no: `escriba`, `escribas`, `escriban`. The bare `molesta` is none: it is "bothers me". */
export function forbidden(list: string): string[] {
  return unique(
    verbs(list).flatMap((verb) => forms(verb, verb.ending === "ar" ? "e en es eis emos" : "a an as ais amos")),
  );
}

/** What somebody is to stop in Spanish: `escribir`, `escribirme`, `escribiendo`, `escribiéndome`. */
export function ongoing(list: string): string[] {
  return unique(
    verbs(list).flatMap((verb) => [
      ...withClitics([verb.infinitive]),
      ...withClitics(forms(verb, verb.ending === "ar" ? "ando" : "iendo"), ["me", "nos", "le", "les", "lo", "la"]),
    ]),
  );
}

/** What somebody is told to do to us, in Spanish: `bórrenme`, `bórreme`, `bórrame`, `borrame`, `borradme`. */
export function toMe(list: string): string[] {
  return unique(
    verbs(list).flatMap((verb) =>
      withClitics(
        forms(verb, verb.ending === "ar" ? "e en a ad" : verb.ending === "er" ? "a an e ed" : "a an e i id"),
        ["me", "nos"],
      ).filter((word) => word.endsWith("me") || word.endsWith("nos")),
    ),
  );
}

/** What we did: `deposité`, `depositamos`. Without its accent the first is a request as well: phrases give it company. */
export function did(list: string): string[] {
  return unique(
    verbs(list).flatMap(({ root, ending }) =>
      (ending === "ar" ? ["e", "amos"] : ["i", "imos"]).map((suffix) => join(root, ending, suffix)),
    ),
  );
}

/** What somebody else did: `depositó` (only with its accent), `depositaron`. */
export function didThey(list: string): string[] {
  return unique(
    verbs(list).flatMap(({ root, ending }) =>
      ending === "ar" ? [`${root}ó`, `${root}aron`] : [`${root}io`, `${root}ieron`],
    ),
  );
}

/** What has been done: `depositado`, `depositada`, and as it is said: `depositao`. */
export function done(list: string): string[] {
  return unique(
    verbs(list).flatMap(({ root, ending }) => {
      const stem = root + (ending === "ar" ? "a" : "i");
      return [...["do", "da", "dos", "das"].map((suffix) => stem + suffix), ...(ending === "ar" ? [`${root}ao`] : [])];
    }),
  );
}

/** What somebody is told to do or not to do in Portuguese: `mande`, `mandem`, `manda`, `mandar`, `mandarem`, `mandando`, `mandassem`. */
export function askedPt(list: string): string[] {
  return unique(
    verbs(list).flatMap((verb) =>
      forms(
        verb,
        {
          ar: "e em es a am ar arem ando assem asse",
          er: "a am as e em er erem endo essem esse",
          ir: "a am as e em ir irem indo issem isse",
        }[verb.ending],
      ),
    ),
  );
}

/** What we did: `paguei`, `pagamos`; and, as it is heard, `paguemo`. */
export function didPt(list: string): string[] {
  return unique(
    verbs(list).flatMap(({ root, ending }) =>
      (ending === "ar" ? ["ei", "amos", "emo"] : ending === "er" ? ["i", "emos"] : ["i", "imos"]).map((suffix) =>
        join(root, ending, suffix),
      ),
    ),
  );
}

/** What somebody else did: `pagou`, `pagaram`. */
export function didTheyPt(list: string): string[] {
  return unique(
    verbs(list).flatMap(({ root, ending }) =>
      ending === "ar"
        ? [`${root}ou`, `${root}aram`]
        : ending === "er"
          ? [`${root}eu`, `${root}eram`]
          : [`${root}iu`, `${root}iram`],
    ),
  );
}

/** What has been done: `pago` is its own word; `depositado`, `depositada`. */
export function donePt(list: string): string[] {
  return unique(
    verbs(list).flatMap(({ root, ending }) =>
      ["do", "da", "dos", "das"].map((suffix) => root + (ending === "ar" ? "a" : "i") + suffix),
    ),
  );
}

/** Every form of a Spanish verb in daily use, for the list of words that are certainly meant. */
export function everyForm(list: string): string[] {
  const suffixes = {
    ar: "o as a amos an e es emos en aste aron aba abas abamos aban ando ado ada ados ase ara aran aramos",
    er: "o es e emos en a as amos an i iste io imos ieron ia ias iamos ian iendo ido ida idos iera ieran",
    ir: "o es e imos en a as amos an i iste io ieron ia ias iamos ian iendo ido ida idos iera ieran",
  };
  return unique([
    ...asked(list),
    ...verbs(list).flatMap((verb) => [
      ...forms(verb, suffixes[verb.ending]),
      ...["e", "as", "a", "emos", "an", "ia", "ias", "iamos", "ian"].map((suffix) => verb.infinitive + suffix),
    ]),
  ]);
}

/** The same in Portuguese. */
export function everyFormPt(list: string): string[] {
  const suffixes = {
    ar: "o as a amos am e es em ei aste ou aram ava avam ando ado ada ados adas asse assem",
    er: "o es e emos em a am i este eu eram ia iam endo ido ida idos idas esse essem",
    ir: "o es e imos em a am i iste iu iram ia iam indo ido ida idos idas isse issem",
  };
  return unique([
    ...askedPt(list),
    ...verbs(list).flatMap((verb) => [
      ...forms(verb, suffixes[verb.ending]),
      ...["ei", "a", "emos", "ao", "ia", "iam", "mos"].map((suffix) => verb.infinitive + suffix),
    ]),
  ]);
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
