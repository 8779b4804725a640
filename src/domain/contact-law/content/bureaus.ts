import { CO } from "../countries/colombia.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { patterns, type WordRule } from "./rule.ts";

const PARTS = {
  near: "[^.?!;]{0,40}?",
  /** The bureaus by name, country by country. "Veraz" is also a word, of information that is true. */
  bureau:
    "(?:centrales?(?: de)? (?:riesgos?|informacion|credit\\w+|deudores)|las centrales|data ?credito|transunion|experian|equifax|cifin|procredito|infocorp|sentinel|dicom|sinacofi|boletin comercial|(?<!informacion |informaciones |datos? |respuesta |declaracion )veraz|buros?(?: de credito)?|circulo de credito|asnef|badexcug|listas? negras?|ficheros? de moros\\w+|serasa|spc|scpc|cadastros? de inadimplentes|orgaos de protecao ao credito|credit (?:bureaus?|agenc\\w+|reference(?: agenc\\w+)?|files?|records?|reports?)|blacklists?)",
};

const NEGATED =
  /\b(?:no (?:te |le |lo |la |se |hemos |vamos a |sera\w{0,3} ){0,3}report\w*|nao (?:vamos |sera )?(?:report|inclu|negativ)\w*|(?:not|never) report\w*)\b/;

const CLAUSES = { CO: CO.bureauNotice, elsewhere: ANYWHERE.noBureauThreats };

const ADVICE = {
  es: "Un reporte solo se anuncia con el aviso previo de ley y sus plazos. Quítalo del chat.",
  "pt-BR": "Um registro só se anuncia com o aviso prévio legal e seus prazos. Tire do chat.",
  en: "A report may only be announced by the lawful notice and in its time. Keep it out of the chat.",
};

/** A credit-bureau report before its notice steps: Ley 1266 arts. 12 and 13 in Colombia. */
export const BUREAU_THREAT: WordRule = {
  id: "bureau_threat",
  severity: "forbidden",
  clauses: CLAUSES,
  patterns: patterns(
    PARTS,
    "\\b(?:report|envi|inclu|inscri|regist|sub|apare[cz]|ingres|anot|public|lanc|put|list|add|enter|flag)\\w*{near}\\b{bureau}\\b",
    "\\b{bureau}\\b{near}\\b(?:report|inclu|inscri|registr|ingres)\\w*",
    "\\b(?:manch|dan|arruin|afect|perjudic|suj|prejudic|destroy|ruin|hurt|damag|wreck)\\w* (?:su|tu|seu|your) (?:historial|vida credit\\w*|reporte|nome|credit\\w*|puntaje|score)",
    "\\bnegativ(?:ar|aremos|ado|ada|acao)\\b|\\bnome (?:sujo|negativado)|\\bprotest\\w+ (?:em cartorio|o titulo|(?:seu|sua) (?:nome|divida))",
    "\\breport you to\\b",
  ),
  unless: NEGATED,
  softenedBy: { CO: /(?:\b20\b|\bveinte\b) dias|\bley 1266\b/ },
  advice: ADVICE,
};

/** A bureau's name is seldom said for nothing: a person decides. */
export const BUREAU_HINT: WordRule = {
  id: "bureau_hint",
  severity: "doubtful",
  clauses: CLAUSES,
  patterns: patterns(PARTS, "\\b{bureau}\\b"),
  unless: NEGATED,
  advice: ADVICE,
};
