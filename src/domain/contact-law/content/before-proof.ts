import { MESSAGE_KINDS } from "../../outreach/holds.ts";
import { GB } from "../countries/united-kingdom.ts";
import { AMOUNTS, ENDS } from "./amounts.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { patterns, type WordRule } from "./rule.ts";

const PARTS = {
  ...AMOUNTS,
  ends: ENDS,
  /** What is said right before a sum that somebody is to pay. */
  toPay:
    "(?:debe[ns]?|deves?|adeuda[ns]?|owes?|pay|paga|pague|pagar|paguen?|abonar?|abone|consign(?:ar|e)|transfer(?:ir|e)|transfiera)(?: (?:de|nos|us|un|a|total|a total of|at least|solo|apenas|unos|los|al menos|pelo menos|o total de)){0,2}",
  /** A sum without a sign: of three digits and more, no year, and no number that begins with a nought. */
  sum: "(?!0|{year})(?:\\d{1,3}(?:[.,]\\d{3}){1,3}|\\d{3,9})(?:[.,]\\d{1,2})?".replace("{year}", AMOUNTS.year),
  /** Things that are counted, so that the number before them is no money. */
  counted:
    "(?:dias?|days?|horas?|hours?|hs|veces|vezes|times|cuotas?|parcelas?|instal?lments?|partes?|meses|months?|anos?|years?|semanas?|weeks?|minut[eo]s?|tiendas?|lojas?|stores?|sucursales|agencias|puntos?|pontos?|points?|por cien\\w*|clientes?|customers?|personas?|pessoas?|people|usuarios?|users?|familias?|empresas?|companies|paginas?|pages?|metros?|kilometros?|km|kms|kg|kilos?|litros?|unidades?|units?|palabras?|palavras?|words?|caracteres|characters?|preguntas?|perguntas?|questions?|visitas?|mensajes?|mensagens|messages?|productos?|produtos?|products?|articulos?|items?|ciudades|cidades|municipios?|servicios?|servicos?|opciones|opcoes|millas?|milhas?|miles|gracias|thanks|obrigad\\w)",
  /** What a number stands after that names somebody or something: a document, a case, a reference. */
  named:
    "(?:nit|cc|c\\.c\\.|ced\\w{0,4}|dni|rut|run|cuit|cuil|ruc|rfc|curp|cpf|cnpj|nif|doc\\w{0,6}|ref\\w{0,8}|n\\.?[o°ro]{0,2}\\.?|num\\w{0,3}|caso|case|contrat\\w|contract|protocolo|expediente|folio|radicado|ticket|id|codigo(?: postal)?|code|convenio|matricula|placa|guia|phone|tel\\w{0,6}|celular)",
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
    // COP27 is a conference, and Bob and a pen have no price.
    "\\b(?!cop\\d\\d\\b(?![.,]\\d)|bob\\b|pen\\b){code}[ $*]{0,3}{number}",
    "\\b(?:bob|pen)[ $*]{0,3}(?:\\d{1,3}(?:[.,]\\d{3}){1,3}|\\d{2,9})(?:[.,]\\d{1,2})?{whole}",
    "(?<![\\w.,/]){number} ?{code}\\b(?! ?(?:\\d\\d\\b|drives?))",
    "(?<![\\w.,]){number} ?(?:{scale} )?(?:de )?{unit}\\b",
    "\\b{word}(?: (?:y |e |and )?{word}){0,6} (?:de )?{unit}\\b",
    "\\b{toPay} {sum}{whole}{ends}",
    "\\b{toPay} (?:{word} (?:y |e |and )?){0,6}{large}\\b{whole}{ends}",
    "(?<![\\w.,/-]){number} {scale}\\b{ends}",
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
    "(?<![\\w.,/-])(?<!\\b{named}(?: (?:es|de|e|is|el|la|o|a|del|do|cliente|numero|no|n)){0,2}[ .:#]{0,3})\\d{1,3}(?:[.,]\\d{3}){1,4}(?:[.,]\\d{2})?(?![\\d/-]|[.,]\\d| {counted}\\b)",
    "\\b(?:son|sao|seria|serian|total|quedan|faltan|restan|saldo|valor|monto)(?: (?:de|es|e|son|total|a pagar)){0,2}:? (?!{year})\\d{4,9}\\b{whole}(?! {counted}\\b)",
    "\\b{toPay} (?:{sum}{whole}|{year}{whole}{ends}(?! (?:y|e|and|a|to|o|or|ou) {year}))(?! {counted}\\b)",
    "\\b{large}(?: (?:y |e |and )?{word}){1,6}\\b(?! (?:de )?{counted}\\b)",
    "(?<![\\w.,]){number} {scale}\\b(?! (?:de )?{counted}\\b)",
    "(?<![\\w.,])\\d{2,3} ?k\\b",
  ),
};

const DEBT_WORDS = patterns(
  PARTS,
  "\\b(?:deudas?|dividas?|debts?|adeud(?:a|as|o|ado|ada|ados|adas|amos|an)|morosidad|inadimplen\\w+|arrears|overdue|past due|delinquen\\w+)\\b",
  "\\b(?:en|la|su|tu|intereses? de|em) mora\\b|\\bem atraso\\b",
  "\\b{owed} (?:\\w+ ){0,2}?(?:vencid\\w+|pendientes?|pendentes?|atrasad\\w+|impag\\w+|en mora|em aberto|em atraso|sin pagar|deudor(?:es)?|devedor(?:es)?)\\b",
  "\\b(?:nos|todavia|aun|ainda) (?:nos )?(?:debes?|deves?|adeudas?)\\b(?! \\w+(?:ar|er|ir)(?:me|nos|lo|la|se)?\\b)",
  "\\b(?:debes?|deves?) (?:la |el |las |los |o |a |os |as |dos |tres |duas |una |uma )?{owed}\\b|\\b(?:debes?|deves?) (?=[$€£]|r[$]|\\d{1,3} {owed}|\\d[\\d.,]{2,20}{whole}(?! {counted}\\b))",
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
