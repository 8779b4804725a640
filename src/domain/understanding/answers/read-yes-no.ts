import { findCues } from "../entities/cues.ts";
import { lexicon } from "../lexicon.ts";
import { accept, yes } from "../phrases/answers/agreeing.ts";
import { no, PASSES, reject } from "../phrases/answers/declining.ts";
import { invites, itIsMe, notMe } from "../phrases/answers/identity.ts";
import { DENIES, SNEERS } from "../phrases/denials.ts";
import type { Context, Expectation } from "../reading.ts";
import type { Text, Token } from "../tokens.ts";
import { type Breath, breathsOf } from "./breaths.ts";
import { isStrictYes } from "./strict-yes.ts";

const LOOSE = lexicon([yes, no]);
const TERMS = lexicon([accept, reject]);
const WHO = lexicon([itIsMe, invites, notMe]);

/** Words that surround a yes or a no and add nothing: courtesy, vocatives, particles of a region. */
const FILLERS: ReadonlySet<string> = new Set(
  `por porfa favor gracias muchas muchisimas mil senor senora senorita don dona joven jovencita amigo amiga amor mi mija mijo mano
  hermano hermana jefe jefa jefecita patron patrona doctor doctora licenciada licenciado lic ingeniero ingeniera inge parce parcero
  veci causa pata compadre comadre che wey guey man bro loco mae pana chamo sumerce su merced usted ustedes
  pues pue pe pa po pos poh ps nomas no mas mas mismo misma eso asi entonces ah oh uy ay hey este eh mmm bueno mira mire vea oiga
  moco moca moço cara mano rapaz amigo meu minha querida querido chefe parceiro parca veio tche sô so uai ue bah oxe vixe mainha tio
  entao ne la ai viu msm sim senhor senhora obrigado obrigada obg claro si que de el la lo
  please thanks thank you sir maam madam mate man dude buddy well so then i do yes me parece por supuesto jaja jajaja jajajaja haha
  jeje na nah kk kkk kkkk rs rsrs que pena tanto nada buen dia buenas buenos dias tardes noches bom boa tarde noite hola oi ola`.split(
    /\s+/,
  ),
);

/** "Sí, pero…", "si me pagan", "sí, aunque…": a yes with one of these in it is something else. */
const RESERVATIONS: ReadonlySet<string> = new Set(
  "pero mas but aunque except salvo excepto solo so depende cuando quando only if se porem siempre talvez quizas".split(
    " ",
  ),
);

const THUMBS_UP: ReadonlySet<string> = new Set(["👍", "👌", "✅", "🆗", "🤝", "✔", "☑", "💯", "🫡"]);
const THUMBS_DOWN: ReadonlySet<string> = new Set(["👎", "❌", "🚫", "⛔", "🙅", "✖"]);
/** More than a yes: it agrees to what was proposed. */
const AGREES: ReadonlySet<string> = new Set(
  "acepto acuerdo conviene sirve parece aceito acordo concordo agree agreed accept".split(" "),
);

/** Where no terms of ours are before them, a word of agreement in a longer message may be about anything. Words. */
const LONGEST_ACCEPTANCE = 8;
const SHORT_IDENTITY = 8;
const LONGEST = 300;

export type YesNo = {
  readonly content: { readonly type: "yes"; readonly strict: boolean } | { readonly type: "no" };
  readonly intent: "yes" | "accept" | "confirm_identity" | "no" | "reject" | "deny_identity";
};

const NO: YesNo = { content: { type: "no" }, intent: "no" };
const REJECTS: YesNo = { content: { type: "no" }, intent: "reject" };
const YES: YesNo = { content: { type: "yes", strict: false }, intent: "yes" };
const ACCEPTS: YesNo = { content: { type: "yes", strict: false }, intent: "accept" };
const NOT_ME: YesNo = { content: { type: "no" }, intent: "deny_identity" };
const IT_IS_ME: YesNo = { content: { type: "yes", strict: false }, intent: "confirm_identity" };

/** Yes or no, or neither. A strict yes is the whole message; a tolerant one is a breath of its own that nothing takes back. */
export function readYesNo(text: Text, { expects, language }: Pick<Context, "expects" | "language">): YesNo | undefined {
  const asksWho = expects === "identityAnswer" || expects === "identityProof";
  if (text.words.length > LONGEST) return undefined;
  if (isStrictYes(text)) {
    const agrees = text.words.some(({ word }) => AGREES.has(word));
    return { content: { type: "yes", strict: true }, intent: asksWho ? "confirm_identity" : agrees ? "accept" : "yes" };
  }
  const byEmoji = inEmojis(text);
  if (byEmoji) return byEmoji === YES ? (asksWho ? IT_IS_ME : expects === "offer" ? ACCEPTS : YES) : byEmoji;
  const breaths = breathsOf(text);
  const who = asksWho ? whoAnswers(breaths) : namesThemselves(text);
  if (who) return who;
  if (asksWho) return plainAnswer(text, breaths, { asked: "identity", language });
  const asked = OFFERED.has(expects) ? "offer" : expects === "nothing" ? "nothing" : "other";
  return (
    termsAnswer(text, breaths, { asked, language }) ??
    plainAnswer(text, breaths, { asked: expects === "confirmation" ? "other" : asked, language })
  );
}

/** Emojis alone: the first says it, and two that disagree say nothing. */
function inEmojis({ words }: Text): YesNo | undefined {
  if (words.length === 0 || !words.every(({ kind }) => kind === "emoji")) return undefined;
  const up = words.some(({ word }) => THUMBS_UP.has(word));
  const down = words.some(({ word }) => THUMBS_DOWN.has(word));
  if (up === down) return undefined;
  return up ? YES : NO;
}

/** "Is it you?" – the last breath that says who decides: "no soy la hija, soy la misma". */
function whoAnswers(breaths: readonly Breath[]): YesNo | undefined {
  const said = breaths.map(({ words }) => WHO.find(words).map(({ says }) => says));
  const last = said.findLast((each) => each.includes("itIsMe") || each.includes("notMe"));
  if (last) return last.includes("notMe") ? NOT_ME : IT_IS_ME;
  const denies = breaths.some(({ words }) => plainIn(words) === "no");
  return said.some((each) => each.includes("invites")) && !denies ? IT_IS_ME : undefined;
}

/** Said unasked: only in so many words, and in a message that says nothing else. */
function namesThemselves({ words }: Text): YesNo | undefined {
  if (words.length > SHORT_IDENTITY) return undefined;
  const said = WHO.find(words).map(({ says }) => says);
  return said.includes("itIsMe") && !said.includes("notMe") ? IT_IS_ME : undefined;
}

/** A condition or irony anywhere leaves a yes open. */
function isOpenTo(text: Text, breaths: readonly Breath[], language: Context["language"]): boolean {
  if (findCues(text, text.words, language).some(({ says }) => says === "irony")) return true;
  return breaths.some(({ words }) => findCues(text, words, language).some(({ says }) => says === "condition"));
}

type Question = { readonly asked: Asked; readonly language: Context["language"] };
type Asked = "identity" | "offer" | "other" | "nothing";

/** Terms of ours are before them: idioms of agreement are about these. */
const OFFERED: ReadonlySet<Expectation> = new Set(["offer", "confirmation", "amount", "instalments"]);

/** What is said of our terms: the last breath decides, a weak yes takes back no refusal, and a condition leaves it open. */
function termsAnswer(text: Text, breaths: readonly Breath[], { asked, language }: Question): YesNo | undefined {
  if (text.words.some(({ word }) => SNEERS.has(word))) return undefined;
  const judged = breaths.map((breath) => ({ breath, says: termsIn(breath.words) ?? passes(breath, breaths, asked) }));
  const last = judged.findLast(({ says }) => says !== undefined);
  if (!last) return undefined;
  if (last.says === "reject") return last.breath.asks && !text.raw.includes("¿") ? undefined : REJECTS;
  const after = breaths.slice(breaths.indexOf(last.breath) + 1);
  const takesBack = after.some(({ words }) => isReserved(words) || plainIn(words) === "no");
  const isConditional = isOpenTo(text, breaths, language);
  if (last.breath.asks || takesBack || isConditional || isReserved(last.breath.words.slice(1))) return undefined;
  if (asked !== "offer" && text.words.length > LONGEST_ACCEPTANCE) return undefined;
  const wasRejected = judged.some(({ says }) => says === "reject");
  return wasRejected && !isExplicit(last.breath.words) ? REJECTS : ACCEPTS;
}

function termsIn(words: readonly Token[]): "accept" | "reject" | undefined {
  const said = TERMS.find(words);
  if (said.some(({ says }) => says === "reject")) return "reject";
  const denied = words.findIndex(({ word }) => DENIES.has(word));
  // "No presto conformidad", "unable to accept": what comes after the denial is not agreed to.
  const accepts = said.filter(({ first }) => denied < 0 || first <= denied);
  if (accepts.length > 0) return "accept";
  return said.length > 0 ? "reject" : undefined;
}

/** "Paso", "ninguna": a refusal where something is on offer, and only as a breath of its own. */
function passes({ words }: Breath, breaths: readonly Breath[], asked: Asked): "reject" | undefined {
  const [only, another] = words;
  return asked === "offer" && only && !another && breaths.length <= 3 && PASSES.has(only.word) ? "reject" : undefined;
}

const EXPLICIT: ReadonlySet<string> = new Set(
  "acepto aceptamos aceito aceitamos topo fecho fechado accept deal agreed hagamos hagamoslo confirmo".split(" "),
);

function isExplicit(words: readonly Token[]): boolean {
  return words.some(({ word }) => EXPLICIT.has(word));
}

function isReserved(words: readonly Token[]): boolean {
  return words.some(({ word }) => RESERVATIONS.has(word));
}

/** A breath that is nothing but yes, or nothing but no. The first that is one answers, unless a later one says the other. */
function plainAnswer(text: Text, breaths: readonly Breath[], { asked, language }: Question): YesNo | undefined {
  if (text.words.some(({ word }) => SNEERS.has(word))) return undefined;
  const judged = breaths.map((breath, index) => ({ breath, says: plainIn(breath.words, index === 0) }));
  const said = judged.filter(({ says }) => says !== undefined);
  const [first] = said;
  if (!first || said.some(({ says }) => says !== first.says)) return undefined;
  if (asked === "identity") return first.says === "yes" ? IT_IS_ME : NOT_ME;
  if (first.says === "no") {
    const isSimple = first.breath.words.every(({ word }) => SIMPLE_NO.has(word) || FILLERS.has(word));
    return asked === "offer" && !(isSimple && breaths.length === 1) ? REJECTS : NO;
  }
  const isOpen = breaths.slice(1).some(({ words }) => isReserved(words)) || said.some(({ breath }) => breath.asks);
  const isConditional = isOpenTo(text, breaths, language);
  if (isOpen || isConditional) return undefined;
  // "Listo, muchas gracias", when nothing was asked, takes its leave.
  const isLeave = asked === "nothing" && !isBareYes(text) && text.words.some(({ word }) => THANKED.has(word));
  if (isLeave) return undefined;
  return asked === "offer" && !isBareYes(text) ? ACCEPTS : YES;
}

const SIMPLE_NO: ReadonlySet<string> = new Set("no nao nop nope n nn negativo nones not".split(" "));
const THANKED: ReadonlySet<string> = new Set(
  "gracias obrigado obrigada valeu thanks thank chao chau bendiciones".split(" "),
);

/** "Sí" and its like answer; "listo", "dale" and "de una" agree, where something is on offer. */
const BARE: ReadonlySet<string> = new Set(
  `si sip sipi simon sipo claro aja obvio correcto exacto afirmativo positivo sim sin sm s ss isso aham uhum pode yes yeah yep yup
  sure ok certo eso asi es que`.split(/\s+/),
);

function isBareYes({ words }: Text): boolean {
  return words.every(({ kind, word }) => kind === "emoji" || BARE.has(word) || FILLERS.has(word));
}

/**
 * Is every word of the breath part of a yes, or of a no? A message may go on after an opening "sí" that is written with its
 * accent or in another language: "sí quiero ver eso"; a "si" without one may be a condition.
 */
function plainIn(breath: readonly Token[], opens = false): "yes" | "no" | undefined {
  const words = LEADS.has(breath[0]?.word ?? "") ? breath.slice(1) : breath;
  const hits = LOOSE.find(words);
  if (hits.length === 0) return undefined;
  const covered = new Set(
    hits.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, index) => first + index)),
  );
  const isWhole = words.every(({ word }, index) => covered.has(index) || FILLERS.has(word));
  // "Claro que no" holds both: what reaches furthest is what is said.
  if (hits.some(({ says, first }) => says === "no" && first === 0)) return isWhole ? "no" : openingNo(words, opens);
  const longest = hits.reduce((best, hit) =>
    hit.end > best.end || (hit.end === best.end && hit.first < best.first) ? hit : best,
  );
  if (isWhole) return isEmpty(words) ? undefined : longest.says;
  const first = hits.find((hit) => hit.first === 0);
  if (!opens || words.length > 6 || !first || isReserved(words)) return undefined;
  return OPENINGS.has(words[0]?.word ?? "") ? first.says : undefined;
}

const OPENINGS: ReadonlySet<string> = new Set("si sim yes aham".split(" "));
/** "Pero sí", "entonces no": the turn itself says neither. */
const LEADS: ReadonlySet<string> = new Set("pero mas but entonces entao then aunque y e porque".split(" "));

/** "No, gracias", "no mija": the few words after it change nothing; "no me llega el link" is no answer. */
function openingNo(words: readonly Token[], opens: boolean): "no" | undefined {
  return opens && words.length <= 2 && (words[1] === undefined || FILLERS.has(words[1].word)) ? "no" : undefined;
}

/** Courtesy alone says neither: "bueno, pues". */
function isEmpty(words: readonly Token[]): boolean {
  return (
    words.every(({ word }) =>
      ["que", "de", "so", "mas", "nada", "bueno", "ah", "eso", "asi", "mismo"].includes(word),
    ) && words.length > 1
  );
}
