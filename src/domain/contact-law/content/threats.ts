import { policy } from "../clause.ts";
import { CO } from "../countries/colombia.ts";
import { type ContentRule, patterns } from "./rule.ts";

const PARTS = {
  near: "[^.?!;\\n]{0,40}?",
  bureau:
    "(?:centrales?(?: de)? (?:riesgos?|informacion|credit\\w+)|las centrales|datacredito|transunion|cifin|procredito|infocorp|dicom|veraz|buros?(?: de credito)?|listas? negras?|serasa|spc|boa vista|credit (?:bureaus?|agenc\\w+|reference)|blacklist)",
};

const NO_THREATS = policy({
  id: "any.no-threats",
  article: "10",
  text: {
    es: "No se amenaza a nadie, ni con la justicia, ni con la cárcel, ni con sus bienes.",
    "pt-BR": "Não se ameaça ninguém, nem com a justiça, nem com prisão, nem com os bens.",
    en: "Nobody is threatened, not with courts, nor with prison, nor with their belongings.",
  },
  source: "src/domain/contact-law/README.md",
});

const ADVICE = {
  es: "Quita la amenaza. Di cuánto se debe, cómo pagar y con quién hablar.",
  "pt-BR": "Tire a ameaça. Diga quanto se deve, como pagar e com quem falar.",
  en: "Take the threat out. Say what is owed, how to pay it and whom to talk to.",
};

/** Courts, lawyers, seizure and prison, in words that leave no second sense. */
export const THREAT: ContentRule = {
  id: "threat",
  severity: "forbidden",
  clauses: { elsewhere: NO_THREATS },
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    "(?<!\\bsin )\\bembarg(?:os?|ar\\w*|ad\\w+|uen?|a|an|amos)\\b",
    "\\b(?:procesos?|procedimientos?|cobro|cobranza|recaudo|vias?|instancias?|accion(?:es)?|medidas?|etapa|demandas?|denuncias?|citacion|consecuencias|acao|acoes|cobranca|processos?|medidas) (?:de cobro )?(?:pre ?-?)?(?:judicia\\w+|juridic\\w+|legal(?:es)?|lega(?:l|is)|ejecutiv\\w+|pena(?:l|les|is)|coactiv\\w+|prejuridic\\w+)\\b",
    "\\b(?:a|en|un|iniciar|abrir|entablar) juicio\\b(?! de\\b| del\\b| nuestro)",
    "\\bjuicios? (?:ejecutiv\\w+|civil\\w*|penal\\w*|hipotecari\\w+|de cobro|en (?:su|tu) contra)",
    "\\b(?:demandad[oa]s?|demandar(?:emos|te|lo|la|le|los|las|a|an)?|te demand(?:o|amos)|(?:lo|la|le) demandamos)\\b(?! (?:\\w+ ){0,2}?(?:tiempo|dias?|horas?|minutos?|semanas?|esfuerzo))",
    "\\b(?:present|interpon|interpus|inici|radic|instaur|entabl|pon(?:er|dr)|recibi|enfrent|evit)\\w* (?:una |la |esta |su |tu |alguna )?demanda\\b",
    "\\bdemandas? (?:contra|en su contra|en tu contra|por (?:la |el |su |tu )?(?:deuda|mora|no pago|incumplimiento|saldo))",
    "\\b(?:nuestr[oa]s?|los|las|al|por|equipo de|noss[oa]s?|our|the) (?:abogad|advogad|lawyer|attorney)\\w*",
    "\\b(?:carcel|prision|pres[oa]s? por|ir pres[oa]|prisao|arrest\\w*|jail\\w*|prison|na cadeia|(?:para|pra) a? ?cadeia)\\b",
    "\\b(?:sera|seras|lo|te|la) (?:detenid[oa]|detendran)",
    "\\b(?:atendra|atengas|atengase|atenerse|atenerte|atiengase|atenga) a las consecuencias",
    "\\b(?:quita|remata|secuestra|perde|tomar|bloque)\\w* (?:de )?(?:su|tu|sus|tus|seus?|suas?|los|os) (?:casa|vivienda|carro|vehiculo|moto|sueldo|salario|bienes|bens|contas?|cuentas?|propiedad\\w*)",
    "\\bdescont\\w+ (?:de|a|do) (?:su |tu |seu )?(?:salario|nomina|sueldo)",
    "\\b(?:penhor(?:a|ar\\w*|ad\\w+|aremos)|busca e apreensao)\\b",
    "\\bprocessar (?:voce|o senhor|a senhora|judicialmente)|\\bser(?:a|as) processad[oa]|\\b(?:na|acionar a|levar a) justica\\b",
    "\\b(?:lawsuits?|su(?:e|ing) you|will sue|be sued|legal (?:actions?|proceedings|consequences|measures|steps)|take you to court|court (?:order|case|proceedings|action)|in court|garnish\\w*|repossess\\w*|foreclos\\w*|seiz(?:e|ure|ing)\\w*)\\b",
  ),
};

/** Words with an innocent sense too: a person decides. */
export const THREAT_HINT: ContentRule = {
  id: "threat_hint",
  severity: "doubtful",
  clauses: { elsewhere: NO_THREATS },
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    "(?<!\\b(?:su|tu|sus|tus|seu|seus|your) )\\b(?:abogad|advogad|attorney|lawyer)\\w*",
    "\\b(?:policia|fiscalia|juzgado|tribunal(?:es)?|denunci\\w+|delito|police|crime)\\b",
    "(?<!\\balta |\\bmucha )\\b(?:una|su|tu) demanda\\b(?! de\\b)",
    "\\b(?:ultimo aviso|ultima oportunidad|ultimatum|aviso final|ultima chance|final (?:notice|warning)|last (?:chance|warning))\\b",
    "\\b(?:area|departamento|equipo|oficina|division|setor) (?:de )?(?:juridic\\w+|legal)\\b",
  ),
};

/** A credit-bureau report before its notice steps: Ley 1266 arts. 12 and 13 in Colombia. */
export const BUREAU_THREAT: ContentRule = {
  id: "bureau_threat",
  severity: "forbidden",
  clauses: {
    CO: CO.bureauNotice,
    elsewhere: NO_THREATS,
  },
  patterns: patterns(
    PARTS,
    "\\b(?:report|envi|inclu|inscri|registr|sub|apare[cz])\\w*{near}\\b{bureau}\\b",
    "\\b{bureau}\\b{near}\\b(?:report|inclu|inscri|registr)\\w*",
    "\\b(?:manch|dan|arruin|afect|perjudic|suj|destroy|ruin|hurt|damag)\\w* (?:su|tu|seu|your) (?:historial|vida credit\\w*|reporte|nome|credit\\w*|puntaje|score)",
    "\\bnegativ(?:ar|aremos|ado|ada|acao)\\b|\\bnome (?:sujo|negativado)|\\bprotest\\w+ (?:em cartorio|o titulo|(?:seu|sua) (?:nome|divida))",
    "\\breport you to\\b",
  ),
  unless:
    /\b(?:no (?:te |le |lo |la |se |hemos |vamos a |sera\w* )*report\w*|nao (?:vamos |sera )?(?:report|inclu|negativ)\w*|(?:not|never) report\w*)\b/,
  softenedBy: /(?:\b20\b|\bveinte\b) dias|\bley 1266\b/,
  advice: {
    es: "Un reporte solo se anuncia con el aviso previo de ley y sus veinte días. Quítalo del chat.",
    "pt-BR": "Um registro só se anuncia com o aviso prévio legal e seus vinte dias. Tire do chat.",
    en: "A report may only be announced by the lawful notice with its twenty days. Keep it out of the chat.",
  },
};
