import { policy } from "../clause.ts";
import { CO } from "../countries/colombia.ts";
import { type ContentRule, patterns } from "./rule.ts";

const PARTS = {
  near: "[^.?!;\\n]{0,30}?",
  whose: "(?:a |con |de |para |com )?(?:su|tu|sus|tus|seu|sua|seus|suas|your|la|el|los)",
  people:
    "(?:famili\\w+|espos[oa]|marid\\w+|mujer|jef[ea]s?|chefe|patron|patrao|emplead\\w+|empregador|empresa donde|companer\\w+|colegas?|vecin\\w+|vizinh\\w+|amig\\w+|referencias?|padres|pais|mama|papa|mae|hij[oa]s?|filh\\w+|herman[oa]s?|family|wife|husband|boss|employer|neighbou?rs?|friends?|relatives?|co-?workers?|references)",
};

const THIRD_PARTIES = policy({
  id: "any.third-parties",
  article: "11",
  text: {
    es: "De la deuda solo se habla con quien la debe.",
    "pt-BR": "Da dívida só se fala com quem deve.",
    en: "A debt is spoken about only with who owes it.",
  },
  source: "src/domain/contact-law/README.md",
});

const NO_SHAMING = policy({
  id: "any.no-shaming",
  article: "12",
  text: {
    es: "No se insulta ni se avergüenza a nadie por deber.",
    "pt-BR": "Ninguém é insultado nem envergonhado por dever.",
    en: "Nobody is insulted or shamed for owing.",
  },
  source: "src/domain/contact-law/README.md",
});

/** Bringing in family, employer or references, or asking for one: Ley 2300 art. 4. */
export const THIRD_PARTY: ContentRule = {
  id: "third_party",
  severity: "forbidden",
  clauses: { CO: CO.thirdParties, elsewhere: THIRD_PARTIES },
  patterns: patterns(
    PARTS,
    "\\b(?:contactar|llamar|informar|avisar|contar|escribir|hablar|notificar|comunicar|visitar|buscar|ligar|entrar em contato|falar)(?:emos|e|an|iamos)\\b{near}\\b{whose} {people}\\b",
    "\\b(?:vamos|tendremos|teremos|voy|tocara|iremos)(?: que| a)? (?:contactar|llamar|informar|avisar|contar|escribir|hablar|notificar|comunicar\\w*|ligar|falar|visitar)\\w*{near}\\b{whose} {people}\\b",
    "\\b(?:nos comunicaremos|entraremos em contato) (?:con|com) {whose} {people}\\b",
    "\\b(?:we|i)(?:.ll| will| are going to| have to|.re going to) (?:contact|call|tell|inform|notify|visit|write to|speak (?:to|with)) {near}\\b{people}\\b",
    "\\b(?:numero|telefono|telefone|contacto|contato|datos|phone|number)s? (?:de|of|from) (?:un|una|algun|alguna|algum|alguma|um|uma|otro|otra|a|an|your|su|tu|seu|sua) {people}\\b",
    "\\b{people} (?:se enterar\\w+|van a saber|va a saber|sabra\\w*|vai saber|will (?:know|find out|hear))",
    "\\b(?:public(?:ar|aremos|amos|a)|divulg\\w+|mostrar) (?:tu|su|seu) (?:nombre|foto|deuda|nome|divida)",
  ),
  advice: {
    es: "No menciones ni pidas a terceros. Habla solo con la persona.",
    "pt-BR": "Não mencione nem peça terceiros. Fale só com a pessoa.",
    en: "Neither mention nor ask for other people. Speak only with the person.",
  },
};

/** Insults, and words that make a person out of a debt. */
export const SHAMING: ContentRule = {
  id: "shaming",
  severity: "forbidden",
  clauses: { elsewhere: NO_SHAMING },
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
