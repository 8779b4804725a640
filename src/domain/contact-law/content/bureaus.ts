import { CO } from "../countries/colombia.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { patterns, type WordRule } from "./rule.ts";

/** The bureaus by name, country by country. "Veraz" is also a word, of information that is true. */
export const BUREAU =
  "(?:centrales?(?: de)? (?:riesgos?|informacion|credit\\w+|deudores)|las centrales|data ?credito|transunion|experian|equifax|cifin|procredito|infocorp|sentinel|dicom|sinacofi|boletin comercial|(?<!informacion |informaciones |datos? |respuesta |declaracion )veraz|buros?(?: de credito)?|circulo de credito|asnef|badexcug|listas? negras?|ficheros? de moros\\w+|serasa|spc|scpc|cadastros? de inadimplentes|orgaos de protecao ao credito|credit (?:bureaus?|agenc\\w+|reference(?: agenc\\w+)?|files?|records?|reports?)|blacklists?)";

const PARTS = {
  near: "[^.?!;]{0,40}?",
  bureau: BUREAU,
};

/**
 * That nobody reports. It has to be the report that was found: another verb after the denied one, or another clause, takes
 * it back ("no lo hemos reportado, mañana lo reportaremos").
 */
const NEGATED =
  /\b(?:no (?:te |le |lo |la |se |hemos |vamos a |sera\w{0,3} |hay |tiene |ningun ){0,3}reporte?\w*|nao (?:vamos |sera |foi |esta )?(?:report|inclu|negativ)\w*|(?:not|never) report\w*)(?:(?!\b(?:pero|sino|mas|but|report|inclu|inscri|regist|envi|quedar|sera))[^,:]){0,60}$/;

/** A bureau named after a denied report belongs to the denial, also further down a list. */
const DENIED_BEFORE =
  /\b(?:no (?:te |le |lo |la |se |hemos |vamos a |sera\w{0,3} ){0,3}report\w*|nao (?:vamos |sera )?(?:report|inclu|negativ)\w*|(?:not|never) report\w*)\b/;

/** Both the notice or its law and the days still to run: days that have been waited are no notice. */
const NOTICE_STEPS =
  /\b(?:aviso previo|comunicacion previa|ley 1266)\b[^?!]{0,60}\b(?:pasados|transcurridos|vencidos|dentro de|despues de|luego de|en|tras|plazo de) (?:los |estos )?(?:20|veinte) dias\b|\b(?:pasados|transcurridos|vencidos|dentro de|despues de|luego de|en|tras|plazo de) (?:los |estos )?(?:20|veinte) dias\b[^?!]{0,60}\b(?:aviso previo|comunicacion previa|ley 1266)\b/;

const CLAUSES = { CO: CO.bureauNotice, elsewhere: ANYWHERE.noBureauThreats };

const ADVICE = {
  es: "Un reporte solo se anuncia con el aviso previo de ley y sus plazos. Quítalo del chat.",
  "pt-BR": "Um registro só se anuncia com o aviso prévio legal e seus prazos. Tire do chat.",
  en: "A report may only be announced by the lawful notice and in its time. Keep it out of the chat.",
};

/** What holds of every rule about reports: whose clause, what softens it, what to do. */
export const OF_BUREAUS = { clauses: CLAUSES, softenedBy: { CO: NOTICE_STEPS }, advice: ADVICE } as const;

/** A credit-bureau report before its notice steps: Ley 1266 arts. 12 and 13 in Colombia. */
export const BUREAU_THREAT: WordRule = {
  ...OF_BUREAUS,
  id: "bureau_threat",
  severity: "forbidden",
  patterns: patterns(
    PARTS,
    "\\b(?:report|envi|inclu|inscri|regist|sub|apare[cz]|ingres|anot|public|lanc|put|list|add|enter|flag|coloc|mand|insert|figur|termin|quedar(?!emos))\\w*(?! (?:al dia|limpi|a paz)){near}\\b{bureau}\\b",
    "\\b{bureau}\\b{near}\\b(?:report|inclu|inscri|registr|ingres)\\w*",
    "\\b(?:manch|dan|arruin|afect|perjudic|suj|prejudic|destroy|ruin|hurt|damag|wreck)\\w* (?:su|tu|seu|your) (?:historial|vida credit\\w*|reporte|nome|credit\\w*|puntaje|score)",
    "\\bnegativ(?:ar|aremos|ado|ada|acao)\\b|\\bnome (?:sujo|negativado)|\\bprotest\\w+ (?:em cartorio|o titulo|(?:seu|sua) (?:nome|divida))",
    "\\breport you to\\b",
    "\\bv(?:a|as|ai|amos|an) (?:a (?:dar |ir |parar |salir |caer )?|para |pro |pra |parar |cair )?(?:(?:a|en|o|no|na|el|al) )?{bureau}\\b",
    "\\b(?:(?:va|vas|van|puede|puedes|podria|podrias) (?:a )?(?:quedar|estar|ser|salir|aparecer|figurar)|quedara\\w?|sera\\w?|saldra\\w?|aparecera\\w?) (?:\\w+ )?reportad[oa]s?\\b(?<!(?:^|[.?!;,:\\n] ?|hoy |ya )(?:su|tu|el|este) (?:pago|abono|comprobante|error|problema) (?:de \\w+ )?(?:\\w+ ){1,4}?reportad[oa]s?)",
    "\\breportes? negativos?\\b",
    "\\breport\\w* (?:a )?(?:su|tu|seu|sua|your|la|esta|the) (?:mora|deuda|obligacion|incumplimiento|atraso|divida|debt|default|arrears|missed)",
    "\\b(?:historial|vida credit\\w*|historia credit\\w*|puntaje)(?: credit\\w*)?(?! (?:no|nao|de (?:pagos|chat|mensajes))\\b){near}\\b(?:manch|danad|arruin|afectad|perjudic|prejudic)\\w*",
    "\\b(?:vai|vao|ira|ir|sera|seran|enviad\\w+|encaminh\\w+|levad\\w+|mandad\\w+) (?:enviad[oa] )?(?:para|pra|a|ao) (?:o )?protesto\\b",
  ),
  unless: NEGATED,
};

/** A bureau's name is seldom said for nothing: a person decides. */
export const BUREAU_HINT: WordRule = {
  id: "bureau_hint",
  severity: "doubtful",
  clauses: CLAUSES,
  patterns: patterns(PARTS, "\\b{bureau}\\b"),
  unless: DENIED_BEFORE,
  advice: ADVICE,
};
