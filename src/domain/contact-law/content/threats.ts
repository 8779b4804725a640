import { AR } from "../countries/argentina.ts";
import { BR } from "../countries/brazil.ts";
import { CL } from "../countries/chile.ts";
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
  court:
    "(?:tribunal(?:es)?|juzgados?|juez|jueces|juiz|juizado|fiscalia|cortes? (?:suprema|de apelaciones|de justicia))",
};

const THREATS = {
  AR: AR.dignity,
  BR: BR.dignity,
  EC: EC.threats,
  ES: ES.aggression,
  GB: GB.legalPosition,
  MX: MX.threats,
  US: US.threats,
  elsewhere: ANYWHERE.noThreats,
};

/** Where the law forbids to look or sound like a court by name. */
const COURTS = { ...THREATS, AR: AR.judicial, CL: CL.judicial, PE: PE.judicial };

const ADVICE = {
  es: "Quita la amenaza. Di cuánto se debe, cómo pagar y con quién hablar.",
  "pt-BR": "Tire a ameaça. Diga quanto se deve, como pagar e com quem falar.",
  en: "Take the threat out. Say what is owed, how to pay it and whom to talk to.",
};

/** Courts, lawyers and seizure, in words that leave no second sense. */
export const JUDICIAL: WordRule = {
  id: "judicial",
  severity: "forbidden",
  clauses: COURTS,
  advice: ADVICE,
  patterns: patterns(
    PARTS,
    "(?<!\\bsin )\\bembarg(?:os?|ar\\w*|ad\\w+|uen?|a|an|amos)\\b",
    "\\b(?:procesos?|procedimientos?|cobro|cobranza|recaudo|vias?|instancias?|accion(?:es)?|medidas?|etapa|demandas?|denuncias?|citacion|consecuencias|acao|acoes|cobranca|processos?|medidas) (?:de cobro )?(?:pre ?-?)?(?:judicia\\w+|juridic\\w+|legal(?:es)?|lega(?:l|is)|ejecutiv\\w+|pena(?:l|les|is)|coactiv\\w+|prejuridic\\w+)\\b",
    "\\b(?:a|en|un|iniciar|abrir|entablar) juicio\\b(?! de\\b| del\\b| nuestro)",
    "\\bjuicios? (?:ejecutiv\\w+|coactiv\\w+|sumari\\w+|ordinari\\w+|monitori\\w+|civil\\w*|penal\\w*|hipotecari\\w+|de cobro|en (?:su|tu) contra)",
    "\\b(?:demandad[oa]s?|demandar(?:emos|te|lo|la|le|los|las|a|an)?|te demand(?:o|amos)|(?:lo|la|le) demandamos)\\b(?! (?:\\w+ ){0,2}?(?:tiempo|dias?|horas?|minutos?|semanas?|esfuerzo))",
    "\\b(?:present|interpon|interpus|inici|radic|instaur|entabl|pon(?:er|dr)|recibi|enfrent|evit)\\w* (?:una |la |esta |su |tu |alguna )?demanda\\b",
    "\\bdemandas? (?:contra|en su contra|en tu contra|por (?:la |el |su |tu )?(?:deuda|mora|no pago|incumplimiento|saldo))",
    "\\b(?:nuestr[oa]s?|los|las|al|por|equipo de|noss[oa]s?|our|the) (?:abogad|advogad|lawyer|attorney)\\w*",
    "\\b(?:penhor(?:a|ar\\w*|ad\\w+|aremos)|busca e apreensao)\\b",
    "\\bprocessar (?:voce|o senhor|a senhora|judicialmente)|\\bser(?:a|as) processad[oa]|\\b(?:na|acionar a|levar a) justica\\b",
    "\\b(?:lawsuits?|su(?:e|ing) you|will sue|be sued|legal (?:actions?|proceedings|consequences|measures|steps)|take you to court|court (?:order|case|proceedings|action)|in court|garnish\\w*|repossess\\w*|foreclos\\w*|seiz(?:e|ure|ing)\\w*)\\b",
    "\\b(?:notificacion|citacion|citatorio|cedula|orden|mandamiento|intimacao|notificacao|ordem|mandado) (?:de embargo|de pago judicial|(?:pre ?-?|extra ?-?)?judicia\\w+|de penhora|de lanzamiento)\\b",
    "\\b(?:carta documento|oficial de justica|medidas? cautelar(?:es)?|ministro de fe|receptor judicial|bailiffs?|court summons|statutory demand|judge?ment against you|county court)\\b",
    "\\b(?:envi|deriv|remit|pas|llev|elev|presentar(?:emos|an)|ingres|traslad|encaminh|lev|iremos|vamos)\\w*{near}\\b{court}\\b",
    "\\b(?:notific|cit|requer|emplaz|convoc)\\w*{near}\\b(?:por|de|del|ante|pelo|pela|do) (?:un |el |la |los |um )?{court}\\b|\\b{court} (?:\\w+ ){0,2}?(?:lo|la|le|te|o) (?:cit|notific|llam|requer|orden|conden)\\w+",
    "\\b(?:tribunal(?:es)?|juzgados?) ?:|\\bjuzgados? (?:civil\\w*|penal\\w*|letrad\\w+|laboral\\w*|municipal\\w*|de (?:letras|paz|policia|primera))",
    "\\b(?:causa )?rol (?:n.{0,2} ?)?[a-z]-\\d|\\bpoder judicial\\b|\\breceptorial\\w*|\\bestudio juridico\\b",
    "\\bcedulas? de (?:notificacion|emplazamiento|citacion|intimacion)\\b|\\bbajo apercibimiento\\b|\\bintimac(?:ion|oes|ao)\\w*|\\b(?:le|lo|la|les|te|se) intim(?:a|an|o|amos|aremos)\\b|\\bintimad[oa]s?\\b",
    "\\b(?:avisos?|requerimientos?|cartas?|comunicacion|etapa|fase|gestion|expedientes?|causas?|resolucion(?:es)?|oficios?|sentencias?|exhortos?|diligencias?|remates?|mandatos?) (?:pre ?-?|extra ?-?)?judicia\\w+",
    "\\b(?:pas|envi|deriv|remit|traslad|encaminh|ira|vai)\\w*{near}\\b(?:al?|ao|para|para o|pro) (?:el |la )?(?:(?:area|departamento|equipo|setor|oficina) )?(?:juridic[oa]s?|legal)\\b",
    "\\b(?:proced|actu|accion|proceder|agir)\\w* (?:\\w+ ){0,2}?(?:legal|judicial|juridica|penal)mente\\b|\\blegalmente (?:en (?:su|tu) contra|contra)\\b",
    "\\borden(?:es)? de (?:aprehension|captura|detencion|allanamiento|lanzamiento|desalojo|arresto)\\b",
    "\\b(?:procesos?|acciones|accion|causas?|denuncias?|procedimientos?|juicios?|querellas?) (?:\\w+ ){0,2}?(?:(?:en (?:su|tu) contra|contra suya)(?! propuesta)|contra (?:usted|ti|vos|voce|o senhor|a senhora))\\b",
    "\\b(?:entr|mov|propo|ingress)\\w* (?:com )?(?:uma )acao\\b|\\bajuiza\\w+|\\b(?:te|lhe) processar(?:emos)?\\b|\\bprocessa-l[oa]s?\\b",
    "\\bccjs?\\b|\\bhigh court\\b|\\bsmall claims\\b|\\b(?:issue|file|bring|start) (?:a |the |our )?(?:claims?(?! (?:number|code|for your))|proceedings|suit)\\b",
  ),
};

const SPEAKING_AS = {
  speaks:
    "(?:somos|soy|sou|le (?:habla|escribe|llama)\\w{0,3}|(?:escribimos|hablamos|llamamos|hablo|llamo|escribo|falo|falamos)|de parte|a nombre|en nombre|em nome|we are|this is|i am)",
  court: "(?:juzgado|tribunal|poder judicial)",
  body: "(?:sat|servicio de administracion tributaria|sii|sunat|afip|arca|dian|imss|issste|profeco|condusef|fiscalia|ministerio publico|procuraduria|gobierno|hacienda|policia|guardia nacional|superintendencia|receita federal|procon|banco central|hmrc|irs|government|police)",
  whose:
    "(?:(?:un |una |el |la |an? |the )?(?:agentes?|funcionari[oa]s?|oficial(?:es)?|representantes?|personal|actuari[oa]s?) )?(?:desde |from )?(?:de |del |de la |da |do |of |of the |the |el |la )?",
};

/** Speaking as a public body: what only the office of a state may say, nobody who collects does. */
export const OFFICIAL_NAME: WordRule = {
  id: "official_name",
  severity: "forbidden",
  clauses: { MX: MX.officialNames, elsewhere: ANYWHERE.ownName },
  advice: {
    es: "Di el nombre de la empresa, nunca el de una institución pública.",
    "pt-BR": "Diga o nome da empresa, nunca o de um órgão público.",
    en: "Say the name of the business, never that of a public body.",
  },
  patterns: patterns(SPEAKING_AS, "\\b{speaks} {whose}{body}\\b"),
};

/** Speaking as a court, which Argentina, Chile and Peru forbid by name. */
export const COURT_NAME: WordRule = {
  ...OFFICIAL_NAME,
  id: "court_name",
  clauses: { ...OFFICIAL_NAME.clauses, AR: AR.judicial, CL: CL.judicial, PE: PE.judicial },
  patterns: patterns(SPEAKING_AS, "\\b{speaks} {whose}{court}\\b"),
};

/** Prison, force, belongings and wages: threats without a court. */
export const THREAT: WordRule = {
  id: "threat",
  severity: "forbidden",
  clauses: THREATS,
  advice: ADVICE,
  patterns: patterns(
    {},
    "\\b(?:carcel|prision|pres[oa]s? por|ir pres[oa]|prisao|arrest(?:s|ed|o|ad[oa]s?|ar\\w*)?|jail(?:s|ed|time)?|prison|na cadeia|(?:para|pra) a? ?cadeia)\\b",
    "\\b(?:sera|seras|lo|te|la) (?:detenid[oa]|detendran)",
    "\\b(?:atendra|atengas|atengase|atenerse|atenerte|atiengase|atenga) a las consecuencias",
    "\\b(?:quita|remata|secuestra|perde|tomar|bloque)\\w* (?:de )?(?:su|tu|sus|tus|seus?|suas?|los|os) (?:casa|vivienda|carro|vehiculo|moto|sueldo|salario|bienes|bens|contas?|cuentas?|propiedad\\w*)",
    "\\bdescont\\w+ (?:de|a|do) (?:su |tu |seu )?(?:salario|nomina|sueldo)",
    "\\b(?:sabemos donde (?:vive|trabaja|estudia)\\w{0,2}|sabemos onde (?:voce )?(?:mora|trabalha)|we know where you (?:live|work))\\b",
    "\\b(?:(?:te|se) (?:va|vas) a (?:arrepentir|pesar)|(?:lo|la) (?:va|vas) a lamentar|se arrepentira\\w?|vai se arrepender|(?:you.ll|you will) (?:regret|be sorry))\\b",
  ),
};

/** Words with an innocent sense too: a person decides. */
export const THREAT_HINT: WordRule = {
  id: "threat_hint",
  severity: "doubtful",
  clauses: COURTS,
  advice: ADVICE,
  patterns: patterns(
    {},
    "(?<!\\b(?:su|tu|sus|tus|seu|seus|your) )\\b(?:abogad|advogad|attorney|lawyer)\\w*",
    "\\b(?:policia|fiscalia|juzgado|tribunal(?:es)?|denunci\\w+|delito|police|crime)\\b",
    "(?<!\\balta |\\bmucha )\\b(?:una|su|tu) demanda\\b(?! de\\b)",
    "\\b(?:ultimo aviso|ultima oportunidad|ultimatum|aviso final|ultima chance|final (?:notice|warning)|last (?:chance|warning))\\b",
    "\\b(?:area|departamento|equipo|oficina|division|setor) (?:de )?(?:juridic\\w+|legal)\\b",
  ),
};
