import { AR } from "../countries/argentina.ts";
import { BR } from "../countries/brazil.ts";
import { CL } from "../countries/chile.ts";
import { CO } from "../countries/colombia.ts";
import { EC } from "../countries/ecuador.ts";
import { MX } from "../countries/mexico.ts";
import { PE } from "../countries/peru.ts";
import { ES } from "../countries/spain.ts";
import { GB } from "../countries/united-kingdom.ts";
import { US } from "../countries/united-states.ts";
import { ANYWHERE } from "./house-clauses.ts";
import { patterns, type WordRule } from "./rule.ts";

const PARTS = {
  near: "[^.?!;\\n]{0,30}?",
  whose: "(?:a |con |de |para |com )?(?:su|tu|sus|tus|seu|sua|seus|suas|your|la|el|los)",
  people:
    "(?:famili\\w+|espos[oa]|marid\\w+|mujer|jef[ea]s?|chefe|patron|patrona|patrao|patroa|suegr[oa]s?|sogr[oa]s?|novi[oa]s?|namorad[oa]|cunad[oa]s?|cunhad[oa]s?|abuel[oa]s?|irmao?s?|emplead\\w+|empregador|empresa donde|companer\\w+|colegas?|vecin\\w+|vizinh\\w+|amig\\w+|referencias?|padres|pais|mama|papa|mae|hij[oa]s?|filh\\w+|herman[oa]s?|family|wife|husband|boss|employer|neighbou?rs?|friends?|relatives?|co-?workers?|references)",
};

/** Bringing in family, employer or references, or asking for one: Ley 2300 art. 4. */
export const THIRD_PARTY: WordRule = {
  id: "third_party",
  severity: "forbidden",
  clauses: {
    AR: AR.thirdParties,
    CL: CL.recipients,
    CO: CO.thirdParties,
    EC: EC.thirdParties,
    ES: ES.recipients,
    GB: GB.recipients,
    MX: MX.recipients,
    PE: PE.recipients,
    US: US.recipients,
    elsewhere: ANYWHERE.thirdParties,
  },
  patterns: patterns(
    PARTS,
    "\\b(?:contactar|llamar|informar|avisar|contar|escribir|hablar|notificar|comunicar|visitar|buscar|ligar|entrar em contato|falar)(?:emos|e|an|iamos)\\b{near}\\b{whose} {people}\\b",
    "\\b(?:vamos|tendremos|teremos|voy|tocara|iremos)(?: que| a)? (?:contactar|llamar|informar|avisar|contar|escribir|hablar|notificar|comunicar\\w*|ligar|falar|visitar)\\w*{near}\\b{whose} {people}\\b",
    "\\b(?:nos comunicaremos|entraremos em contato) (?:con|com) {whose} {people}\\b",
    "\\b(?:we|i)(?:.ll| will| are going to| have to|.re going to) (?:contact|call|tell|inform|notify|visit|write to|speak (?:to|with)) {near}\\b{people}\\b",
    "\\b(?:numero|telefono|telefone|contacto|contato|datos|phone|number)s? (?:de|of|from) (?:un|una|algun|alguna|algum|alguma|um|uma|otro|otra|a|an|your|su|tu|seu|sua) {people}\\b",
    "\\b(?:contactar|llamar|informar|avisar|contar|escribir|hablar|notificar|comunicar|visitar|ligar|falar)(?:emos|e|an|iamos)?\\b{near}\\b(?:en|a|al|no|na|ao|para o) (?:su|tu|seu|sua) (?:lugar de )?(?:trabajo|empleo|empresa|barrio|colegio|trabalho|emprego|bairro)\\b",
    "\\b(?:call|contact|visit|inform|tell|ring)\\w* {near}\\byour (?:work|workplace|job)\\b",
    "\\b(?:dig(?:a|an)(?:le|les|lhe)?|dile|diles|cuente(?:le|les)|cuentale|avise(?:le|les)|avisale|pida(?:le|les)|pidele|fale|peca|conte|tell|explique(?:le|les))(?: a| ao| com| para| pro)? ?(?:o |a )?(?:su|tu|sus|tus|seu|sua|your) {people}\\b",
    "\\b(?:prestad[oa]|emprestad[oa]|prestamo|borrow\\w*|lend|loan){near}\\b(?:a|de|del|con|ao|com|from) (?:su|sus|tu|tus|un|una|algun|alguna|um|uma|seu|sua|your|a) {people}\\b",
    "\\bpid\\w+ (?:el |la |o )?(?:dinero|plata|ayuda) (?:prestad[oa] )?a (?:su|tu|sus|tus|un|una|algun|alguna) {people}\\b",
    "\\b(?:pas|dej|deix|d|mand|envi)(?:ar|e|a|o|eje)?(?:le|les|lhe|nos|me)? (?:\\w+ )?(?:recados?|razon|mensajes?|mensagem|message) (?:a|al|ao|con|com|para|to|with) {whose} {people}\\b",
    "\\b{people} (?:se enterar\\w+|se van? a enterar|van a saber|va a saber|sabra\\w*|vai saber|will (?:know|find out|hear))",
  ),
  advice: {
    es: "No menciones ni pidas a terceros. Habla solo con la persona.",
    "pt-BR": "Não mencione nem peça terceiros. Fale só com a pessoa.",
    en: "Neither mention nor ask for other people. Speak only with the person.",
  },
};

/** Insults, and words that make a person out of a debt. */
export const SHAMING: WordRule = {
  id: "shaming",
  severity: "forbidden",
  clauses: {
    AR: AR.dignity,
    BR: BR.dignity,
    EC: EC.threats,
    ES: ES.aggression,
    MX: MX.threats,
    PE: PE.reputation,
    US: US.abuse,
    elsewhere: ANYWHERE.noShaming,
  },
  patterns: patterns(
    PARTS,
    "\\b(?:moros[oa]s?|mala paga|malapaga|sinverguenzas?|irresponsables?|trampos[oa]s?|ladron(?:a|es)?|caradura|descarad[oa]s?|delincuentes?|caloteir[oa]s?|vagabund[oa]s?|sem-?vergonha|mau pagador|deadbeats?|crooks?|thie(?:f|ves)|scumbag|irresponsavel)\\b",
    "\\b(?:que verguenza|deberia dar(?:te|le) (?:verguenza|pena)|que vergonha|shame on you|ashamed of yourself)\\b",
  ),
  advice: {
    es: "Quita el calificativo. Habla del saldo, no de la persona.",
    "pt-BR": "Tire o adjetivo. Fale do saldo, não da pessoa.",
    en: "Take the label out. Speak of the balance, not of the person.",
  },
};

/** Making a debt public: lists, posters, social media, the person's photograph. */
export const EXPOSURE: WordRule = {
  id: "exposure",
  severity: "forbidden",
  clauses: {
    AR: AR.thirdParties,
    BR: BR.dignity,
    CL: CL.recipients,
    EC: EC.thirdParties,
    ES: ES.recipients,
    GB: GB.embarrassment,
    MX: MX.exposure,
    PE: PE.exposure,
    US: US.exposure,
    elsewhere: ANYWHERE.noShaming,
  },
  patterns: patterns(
    PARTS,
    "\\b(?:public(?:ar|aremos|amos|a|o|an)|divulg\\w+|difund\\w+|mostr(?:ar|aremos|amos)|expo(?:ner|ndremos|r|remos)|comparti(?:r|remos|lhar|lharemos)|sub(?:ir|iremos)|post(?:ar|aremos)) (?:tu|su|seu|sua) (?:nombre|foto|deuda|nome|divida|situacion|situacao|caso)",
    "\\blistas? (?:publicas? )?de (?:deudor\\w+|moros\\w+|devedor\\w+|inadimplentes|caloteir\\w+)",
    "\\b(?:cartel\\w*|afiches?|pasacalles?|cartaz\\w*|posters?) {near}\\b(?:deud|divida|debt|casa|house|porta|puerta)\\w*",
    "\\b(?:public|post|shar|show|tell|expos)(?:ish|e|ing)? (?:your|the) (?:name|photo|picture|debt)s? (?:on|in|to|online|everywhere|public\\w*)",
    "\\b(?:redes sociales|redes sociais|social media|facebook|instagram){near}\\b(?:tu|su|seu|sua|your) (?:deuda|divida|debt|nombre|nome|name|foto|photo)",
    "\\b(?:list of (?:debtors|people who (?:owe|do not pay|don.t pay))|debtors.? list|wall of shame)\\b",
  ),
  advice: {
    es: "Quítalo. La deuda se trata solo con la persona, en privado.",
    "pt-BR": "Tire isto. A dívida se trata só com a pessoa, em particular.",
    en: "Take it out. The debt is dealt with in private, with the person only.",
  },
};
