import { MESSAGE_KINDS } from "../../outreach/holds.ts";
import { GB } from "../countries/united-kingdom.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { patterns, type WordRule } from "./rule.ts";

const PARTS = {
  number: "\\d[\\d.,]{0,20}",
  code: "(?:cop|usd|mxn|ars|clp|pen|brl|eur|gbp|uyu|bob|pyg|crc|gtq|dop)",
  unit: "(?:pesos?|dolar(?:es)?|reais|soles|euros?|libras esterlinas|guaranies|bolivianos|dollars?|pounds?|quid|lu[ck]as?|varos|mangos|contos)",
  scale: "(?:mil|millon(?:es)?|milhao|milhoes|thousand|millions?)",
  /** Numbers in words, as far as amounts begin or end with them. */
  word: "(?:un|uno|una|um|uma|one|dos|dois|duas|two|tres|three|cuatro|quatro|four|cinco|five|seis|six|siete|sete|seven|ocho|oito|eight|nueve|nove|nine|diez|dez|ten|veinte|vinte|twenty|treinta|trinta|thirty|cuarenta|quarenta|forty|cincuenta|cinquenta|fifty|cien|ciento|cem|cento|hundred|doscient[oa]s|duzent[oa]s|trescient[oa]s|trezent[oa]s|cuatrocient[oa]s|quinient[oa]s|quinhent[oa]s|mil|millon(?:es)?|milhao|milhoes|thousand|millions?)",
  /** Words that only large numbers have, so that "debe un documento" is none. */
  large:
    "(?:cien|ciento|cem|cento|hundred|doscient[oa]s|duzent[oa]s|trescient[oa]s|trezent[oa]s|cuatrocient[oa]s|quatrocent[oa]s|quinient[oa]s|quinhent[oa]s|(?:seis|oito|nove|sete)cent[oa]s|seiscient[oa]s|setecient[oa]s|ochocient[oa]s|novecient[oa]s|mil|millon(?:es)?|milhao|milhoes|thousand|millions?)",
  /** What is said right before a sum that somebody is to pay. */
  toPay:
    "(?:debe[ns]?|deves?|adeuda[ns]?|owes?|pay|paga|pagar|paguen?|abonar?|abone|consign(?:ar|e)|transfer(?:ir|e)|transfiera)(?: (?:de|nos|us|un|total|a total of|at least|solo|apenas|unos|los|al menos|pelo menos|o total de)){0,2}",
  /** What follows a number that counts something else, or goes on. */
  counts:
    "(?! ?[\\d:\\/%-]|[.,]?\\d| (?:dias?|days?|horas?|hours?|veces|vezes|times|cuotas?|parcelas?|partes?|meses|months?|tiendas?|lojas?|stores?|puntos?|por cien\\w*))",
  owed: "(?:cuotas?|facturas?|pagos?|saldos?|obligacion(?:es)?|creditos?|prestamos?|mensualidad(?:es)?|parcelas?|faturas?|boletos?|prestac(?:ao|oes)|pagamentos?|debitos?|valor(?:es)?|montos?|importes?|sumas?)",
};

const CLAUSES = { GB: GB.identity, elsewhere: ANYWHERE.identity };

const ADVICE = {
  es: "Primero se comprueba quién lee: devuelve la conversación al bot, que lo pregunta, salvo que tú ya lo sepas y lo digas al devolverla.",
  "pt-BR":
    "Primeiro se comprova quem lê: devolva a conversa ao bot, que pergunta, a não ser que você já saiba e o diga ao devolver.",
  en: "First it is proved who reads it: hand the conversation back to the bot, which asks, unless you know and say so as you do.",
};

/** Money in any currency, before the person has shown who they are. */
export const AMOUNT_BEFORE_PROOF: WordRule = {
  id: "amount_before_proof",
  severity: "forbidden",
  clauses: CLAUSES,
  beforeProof: true,
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    "(?:\\b(?:us|u|r|mx|ar|cl|co|a|c))?[$€£][ *_]{0,3}{number}",
    "\\bs\\/\\.? ?{number}",
    "(?<![\\w.,]){number} ?[$€£]",
    "\\b{code}[ $*]{0,3}{number}",
    "(?<![\\w.,]){number} ?{code}\\b",
    "(?<![\\w.,]){number} ?(?:{scale} )?(?:de )?{unit}\\b",
    "\\b{word}(?: (?:y |e |and )?{word}){0,6} (?:de )?{unit}\\b",
    "\\b{toPay} (?:\\d{1,3}(?:[.,]\\d{3}){1,3}|\\d{3,9})\\b{counts}",
    "\\b{toPay} (?:{word} (?:y |e |and )?){0,6}{large}\\b{counts}",
  ),
};

/** A number that looks like money and may be a document's: a person decides. */
export const AMOUNT_HINT: WordRule = {
  id: "amount_hint",
  severity: "doubtful",
  clauses: CLAUSES,
  beforeProof: true,
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    "(?<![\\w.,/-])\\d{1,3}(?:[.,]\\d{3}){1,4}(?:[.,]\\d{2})?(?![\\d/-]|[.,]\\d)",
    "\\b(?:son|sao|seria|serian|total|quedan|faltan|restan|saldo|valor|monto)(?: (?:de|es|e|son|total|a pagar)){0,2}:? (?!(?:19|20)\\d\\d\\b)\\d{4,9}\\b(?! (?:\\w*horas|tiendas|dias|preguntas|[\\d])|[.,:\\/%-]\\d)",
    "\\b{large}(?: (?:y |e |and )?{word}){1,6}\\b(?! (?:de )?(?:gracias|thanks|obrigad))",
    "(?<![\\w.,]){number} {scale}\\b(?! (?:gracias|thanks|obrigad))",
  ),
};

const DEBT_WORDS = patterns(
  PARTS,
  "\\b(?:deudas?|dividas?|debts?|adeud(?:a|as|o|ado|ada|ados|adas|amos|an)|morosidad|inadimplen\\w+|arrears|overdue|past due|delinquen\\w+)\\b",
  "\\b(?:en|la|su|tu|intereses? de|em) mora\\b|\\bem atraso\\b",
  "\\b{owed} (?:\\w+ ){0,2}?(?:vencid\\w+|pendientes?|pendentes?|atrasad\\w+|impag\\w+|en mora|em aberto|em atraso|sin pagar|deudor(?:es)?|devedor(?:es)?)\\b",
  "\\b(?:nos|todavia|aun|ainda) (?:nos )?(?:debes?|deves?|adeudas?)\\b(?! \\w+(?:ar|er|ir)(?:me|nos|lo|la|se)?\\b)",
  "\\b(?:debes?|deves?) (?:la |el |las |los |o |a |os |as |dos |tres |duas |una |uma )?{owed}\\b|\\b(?:debes?|deves?) (?=[\\d$€£]|r[$])",
  "\\b(?:area|departamento|equipo|oficina|gestion|setor|equipe) de (?:cobranzas?|cobros?|cobranca|cartera vencida)\\b|\\b(?:collections? (?:department|agency|team|agent)|debt collect\\w+)\\b",
  "\\b(?:you|still) owe\\b|\\boutstanding (?:balance|amount|payment|invoice|sum|bill)|\\bunpaid\\b|\\bin default\\b",
  "\\b(?:missed|late) (?:a |your |the |two |three |several )?(?:payment|instal?lment)s?\\b",
  "\\b(?:balance|amount|payment|invoice|instal?lment|bill|sum) (?:is |was |of yours |that is )?(?:due|owed|owing)\\b",
);

/** That there is a debt, and what is known of it. */
export const DEBT_BEFORE_PROOF: WordRule = {
  id: "debt_before_proof",
  severity: "forbidden",
  clauses: CLAUSES,
  beforeProof: true,
  kinds: { elsewhere: MESSAGE_KINDS.filter((kind) => kind !== "agent") },
  advice: ADVICE,
  patterns: DEBT_WORDS,
};

/** An agent answers people who speak of their debt themselves, and may know who it is before the record does. */
export const DEBT_HINT: WordRule = {
  ...DEBT_BEFORE_PROOF,
  id: "debt_hint",
  severity: "doubtful",
  kinds: { elsewhere: ["agent"] },
};
