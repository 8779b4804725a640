import type { PhraseTable } from "../../lexicon.ts";

/** Somebody else has the phone, or tells of the debtor: nothing of the debt may be said to them. */
export const thirdParty: PhraseTable<"thirdParty"> = {
  says: "thirdParty",
  es: [
    // Who I am to them
    `soy (yo)? (solo|solamente|apenas|tambien|nada mas)? (la|el|su|una|un|otra|otro|mama de|papa de|soy)? (ex)?
      (@family|@acquainted)`,
    "(soi|soy) (la|el|su) (@family|@acquainted)",
    "soy .. (@family|@acquainted) (de|del)",
    `(habla|hablo|escribe|contesta|contesto|responde|saluda|le saluda|con|esta es|este es|aqui|aca|por aca|habla
      con) (yo|con)? (la|el|su|un|una|aqui la|aqui el) (@family|@acquainted)`,
    "^ (no)? (es|soy|habla|somos)? (la|el|su) @family (de el|de ella|del|de la|de)? .. $",
    "(somos|soy) (familia|familiar|familiares|pariente|parientes|vecinos|companeros|los hijos|los papas|sus)",
    "(en representacion|a nombre|en nombre|apoderad*) de (el|mi|su|la|don|dona|un) .. (@family|senor|titular)?",
    "(es|era) (mi|mis) @family (el|la)? (que|quien|pero|y|no|a|la que|el que|esta|está)?",
    `(el|ella|ese|esa|esta|este|él|ese senor|esa senora|esa persona) (es|era|seria) (mi|un|una) (ex)? (@family|
      @acquainted)`,

    // Whose phone, debt or paper it is
    `(cedula|cuenta|deuda|celular|telefono|numero|whatsapp|cel|linea|prestamo|credito|chip|dni|contrato) (es|era|son|
      esta a nombre)? (de|del) (mi|su|nuestra) @family`,
    `(cedula|cuenta|deuda|celular|telefono|numero|whatsapp|cel|linea|prestamo|credito|chip|dni) .. es (de|del) (mi|
      otra|otro|un|una|el|ella|nuestra|nuestro) (@family|@acquainted|persona|senor|senora|muchacho)`,
    "(es|era|eso es|esa es) (de|del) (mi|su) (@family|@acquainted|jefe)",
    "la deuda es de (mi|otra|otro|un|una|el|ella)",
    `(el|la|quien) que (debe|debia|saco|compro|firmo|pidio|tiene que pagar|hizo el prestamo) (es|era|fue) (mi|un|una|
      el|la|otro|otra|ella|él)`,
    "(es|fue) (el|ella|mi @family) (quien|el que|la que) (debe|saco|compro|firmo|pidio)",
    `(ocupo|uso|manejo|tengo|contesto|cuido|reviso|administro|presto|presta|presto su|presté) (su|el|este|el celular|
      el telefono) (celular|telefono|whatsapp|cel|numero) (de|del|de mi)`,
    `(yo)? (le|les) (manejo|contesto|reviso|cuido|administro|leo) (el|los|sus|su) (celular|telefono|mensajes|
      whatsapp|cel|cosas|cuentas)`,
    `(me|nos) (puso|pusieron|dio|coloco|anoto|dejo|puse) (de|como|a mi de|a mi como)? .. (referencia|contacto|fiador|
      fiadora|aval|codeudor|garante)`,
    `(soy|aparezco|figuro|estoy|quede) (solo|de|como|una|un|la|el)? (de|como)? (referencia|referencias|contacto de|
      garante|fiador|aval)`,
    // Where they are, and what I can pass on
    `(el|ella|él|mi jefe|ese senor|esa senora|el senor|la senora|el joven|la joven|el muchacho|la muchacha|don|dona|
      el titular|la titular) (ahorita|ahora|ya|en este momento|se|hoy|siempre|todavia)? (no esta|no se encuentra|no
      vive|no anda|salio|no sabe leer|viajo|se fue|esta preso|esta presa|esta de viaje|esta fuera|esta trabajando|
      esta durmiendo|esta en el trabajo|esta en la|esta enfermo|esta enferma|esta delicado|esta delicada|dejo el|dejo
      su|olvido el|olvido su|perdio el|llega|vuelve|regresa|esta internad*|esta hospitalizad*|se encuentra|ya no vive|
      ya no trabaja|esta ocupad*|esta banandose|esta en reunion)`,
    `(mi|su) @family .. (llega (a las|mas tarde|del|en la|en|de)|vuelve|regresa|no esta|salio|esta trabajando|no se
      encuentra|viajo|esta durmiendo|no sabe (leer|usar)|no usa|no tiene celular|no puede (contestar|atender|hablar|
      escribir)|me pidio (que|contestar))`,
    "(el|ella|él) (trabaja|vive|anda|vive ahora) (en|por) (otra|otro|el extranjero|usa|espana|estados|el campo)",
    "(eso|la deuda|esa deuda|eso) (lo|la)? (debe|adeuda|saco|sacó) (mi|el|ella|su) (@family|solo|sola)",
    "(mi) @family (esta|está) (en la carcel|preso|presa|detenid*|fuera del pais|de viaje|trabajando|durmiendo)",
    `(no esta|no se encuentra|no anda|salio|no ta) (el|ella|mi|la|aqui|aca|en casa|en este momento|ahorita|por ahora|
      ahora|mi @family|él)`,
    "^ no (esta|se encuentra|encuentra) (ahorita|ahora|aqui|aca|en casa|el|ella|en este momento)? $",
    "(el|ella|él) no (esta|se encuentra|encuentra|ta|se encuenta|anda)",
    "no (vive|trabaja) (mas|ya)? (con|conmigo|con nosotros|en esta casa|en la casa)",
    "ya no (vivimos|estamos|somos) (juntos|pareja|novios|casados|nada)",
    "(vivimos|vive|nos separamos|estamos) (separad*|divorciad*|conmigo|de mi hermana)",
    "(nos|me) (separamos|divorciamos|separe|divorcie) (hace|de el|de ella)",
    `(le|se) (lo|la)? (dire|digo|aviso|avisare|paso|pasare|comento|comentare|doy|dare|hago llegar|comunico|transmito|
      muestro) .. (recado|mensaje|cuando|razon|llegue|a el|a ella|el mensaje|vuelva|regrese)`,
    "yo (le|les) (digo|aviso|dire|comento) que (se comunique|lo|la|los|llame|escriba|pague)",
    "(yo|y) (le|se lo|se la) (aviso|digo|paso|comento|doy) (a el|a ella|a mi|cuando|el recado|la razon|el mensaje)",
    "(le|yo le|puedo) (dejo|dejar|dar|pasar|doy|paso|dejarle) (el|un|la|su|algun) (recado|mensaje|razon)",
    "(quiere|quieren|desea|gusta) (dejarle|dejar|que le diga|que le avise) .. (recado|mensaje|razon|algo)",
    `(busquelo|busquela|busquenlo|busquenla|llamelo|llamela|escribale|escribanle|hablele|buscala|buscalo|llamenlo|
      llamenla|preguntele) (a el|a ella|directamente|al|a mi|a su|en|cuando|mejor a)`,
    "(a ella|a el|al|a él) (busquenla|busquenlo|busquela|busquelo|escribanle|llamenla|llamenlo|cobrenle|cobrele)",
    `(para que|por que|que|de que|quien) (lo|la|le) (necesita|necesitan|busca|buscan|solicita|requiere|quiere|cobran|
      escriben)`,
    "(no)? (se|sabemos) nada (de el|de ella|de esa persona|de mi @family)",
    // Dead
    "(ese|esa|el|ella) (senor|senora|persona)? (era|fue) (mi|nuestro|nuestra) @family",
    "(herederos|sucesion|herencia) (de|del)",
  ],
  pt: [
    // Who I am to them
    `sou (so|apenas|somente|a|o|eu)? (a|o|so a|so o|uma|um|a ex|o ex|ex)? (@family|@acquainted|mulher|esposa|marido|
      filha|mae|cuidadora) (dele|dela|do|da|de|dos|deles)?`,
    "(soou|so|sou) (a|o) (@family)",
    "aqui .. (e|eh|ta falando|quem fala) (a|o) (@family|@acquainted|mulher)",
    `(quem|aqui quem) (fala|ta falando|esta falando|esta respondendo|responde|usa|cuida) .. (e|eh|sou|aqui)? (a|o|
      sou eu)? (@family|@acquainted|eu)`,
    `(e|eh|aqui e|aki eh|aki e|aqui eh|ta falando com|falando) (a|o) (@family|mulher|@acquainted) (dele|dela|do|da|
      de)?`,
    "(@family|mulher|@acquainted) (dele|dela) (que|aqui|ta|falando|respondendo|tá)?",
    "(a|o) (@family) (dele|dela|sou eu)",
    "(ele|ela|essa|esse|eh|e|era) (e|eh|era)? (meu|minha) (@family|@acquainted|vizinha|vizinho|funcionaria|ex)",
    `(ex|ex-) (funcionario|funcionaria|marido|mulher|esposa|namorado|inquilino|inquilina) (nosso|nossa|meu|minha|
      dele|dela)?`,
    "(moro|divido a casa|trabalho|moramos) (com|junto com) (ele|ela)",
    // Whose phone or debt it is
    `(celular|telefone|numero|divida|conta|zap|whatsapp|cpf|documento|emprestimo|contrato) (e|eh|era)? (do|da|de)
      (meu|minha) (@family|vo|menino|menina|patrao|patroa|chefe|vizinha|vizinho)`,
    "(divida|conta|boleto|parcela) (da|do|dele|dela|de) (meu|minha|ele|ela) (@family|vo)?",
    "(quem|o que) (comprou|deve|assinou|fez) (foi|e|era) (meu|minha|ele|ela|o meu|a minha)",
    `(cuido|tomo conta|cuida|respondo|resolvo) (das|dos|pelas|por|as|os) (coisas|contas|dividas|assuntos|dele|dela|
      ele|ela|suas) .. (dele|dela|minha|meu|sou eu)?`,
    `(deu|dei|passou|colocou|botou|puseram) .. (meu|o meu|esse) (numero|telefone|contato|nome) .. (recado|referencia|
      contato|para)`,
    "(contato|numero|telefone) de (recado|referencia)",
    "esse (celular|telefone) (ficou|esta|ta) comigo",
    // Where they are, and what I can pass on
    `(ele|ela|meu @family|minha @family|o senhor|a senhora|o dono|a dona|a titular|o titular) (ja)? (nao esta|nao ta|
      nao ta nao|saiu|viajou|volta|ta no|ta na|ta em|esta no|esta na|esta em|ta trabalhando|esta trabalhando|ta preso|
      ta presa|esta preso|nao mora|nao trabalha|trocou de|mudou|esqueceu|deixou|se mudou|foi embora|chega|ta dormindo|
      nao sabe mexer|nao usa|nao tem celular|ta de|ta viajando|ta internad*|pediu para)`,
    `(meu|minha) (@family) .. (ta preso|ta viajando|nao sabe ler|nao sabe mexer|nao esta|nao ta|chega|volta|saiu|ta
      trabalhando|pediu para|teve avc|ta internad*)`,
    "(nao esta|nao ta|nao se encontra) (aqui|em casa|no momento|agora|ela|ele)",
    "(falar com|achar|procurar|chamar|procura|procurem|procure|ache) (ele|ela) (na|no|em|direto|la)",
    "(quer|querem|deseja) (falar com quem|deixar recado|deixar algum|que eu avise)",
    `(posso|vou|eu|vo) (dou|dar|passo|passar|deixo|aviso|avisar|falo|mando|anotar) (o|um|para|com)? .. (recado|ele|
      ela|dele|dela)`,
    "(dou|passo|passa|anoto|deixa|deixe|manda) (o|um)? recado",
    "(nos separamos|a gente (se)? separou|ele se separou|ela se separou|somos separados|somos divorciados)",
    "(somos|estamos) (separad*|divorciad*)",
    "(de|com|para) (ele|ela) que (voces|vcs|voce) (tem|devem|deviam|precisam)",
    "(comigo) (e que nao|nao e) (,)?",
    // Dead
    "(inventario|inventariante|espolio|herdeir*)",
  ],
  en: [
    "(is|im|am|its) (just|only)? (his|her|the|a|their|not me im his) (@family|@acquainted)",
    `(hes|shes|theyre|he is|she is|he|she) (is)? (not|isnt|no longer|gone|away|out|in prison|in jail|in hospital|in
      rehab|in care|at sea|deployed) (here|in|available|home|at home|around|right now|at the moment|abroad|of town|
      the country)?`,
    "(doesnt|dont|no longer) (live|lives) (here|with me|with us) .. (anymore|hes|shes|my)?",
    `(his|her|their) (@family|caregiver|neighbor|neighbour|coworker|boss|assistant|attorney in fact) (here|speaking|
      and|phone)?`,
    "(this is|you reached|speaking|im answering|i am) (his|her|my|the) (@family|@acquainted)",
    `(he|she|my @family|they) (is|isnt|are|arent|doesnt|does|has|went|moved|lives|just)? (not|no longer)? (here|home|
      available|at work|in jail|out of town|live|lives|traveling|away|stepped out|in the shower|asleep|sleeping|moved
      out|moved)`,
    "(phone|number|account|debt|loan|bill) (is|belongs|isnt|of)? (to)? (my|mine its my) (@family)",
    `(its|is|thats) my (@family|sisters|brothers|husbands|wifes|moms|dads|sons|daughters|mothers|fathers) (phone|
      number|account|debt|loan|bill)?`,
    `(my) (sisters|brothers|husbands|wifes|moms|dads|sons|daughters|mothers|fathers|grandmas|exs) (phone|number|
      account|debt|loan|bill)`,
    `(can|ill|will|could|let me) (i|let|tell|give|pass|take)? .. (tell|give|let|pass|take) (him|her|them|a message|
      the message|it along)`,
    "(take|leave) a message",
    "(put|listed|gave|used) (me|my name|my number) as .. (reference|contact)",
    "(power of attorney|next of kin)",
    "(who is|whos) .. (asking|this about him|looking for)",
  ],
  except: [
    "(para que|por que) lo (necesita|necesitan|quiere|requiere|solicita)",
    "(no|nao|not) (soy|sou|im|am) .. (@family|@acquainted) (nao)? (soy|sou)",
    "^ (no|nao) (soy|sou|es|e) (la|el|su|a|o) @family .. (sou a propria|soy yo|soy la propia|soy el mismo)",
    "(sou|soy) (o|el|a|la) (proprio|propria|mismo|misma|propio|propia|titular)",
    "(cuando|en cuanto|apenas|hasta que) (mi|el) @family .. (llegue|me|pague|mande|vuelva)",
    "(cuidadora|cuidador) (da|do|de) (minha|meu|mi)",
    "(sou|soy) (mae|madre|mama) (solo|solteira|soltera|de|e|y)",
    "(en el|no|do|del) (celular|telefono|whatsapp|zap|correo) (de|da|do|del) (mi|minha|meu|su)? @family",
    "(soy|sou) .. (que usted busca|que ustedes buscan|que voce procura)",
    // Help from them is no answer in their name
    "(mi|meu|minha) @family (me|nos) .. (presta|ayuda|manda|deposita|va a prestar|empresta|ajuda)",
    "(soy|sou) (la|el|a|o) (senora|senor|jefe|jefa|encargad*|dueno|duena|titular) $",
    "soy (senora|padre|madre|mama|papa) (soltera|soltero|cabeza|de #|de dos|de tres|de cuatro|de familia)",
    "soy (la)? (mama|madre|papa|padre|jefe|jefa|cabeza) de (#|dos|tres|cuatro|cinco|familia|hogar|un bebe)",
    `soy (el|la|un|una)? (socio|socia|empleado|empleada|trabajador|trabajadora|chofer|enfermera|enfermero|vigilante|
      guardia|contador|secretaria|portero|colega|recepcionista|cuidadora|trabajador|vendedora) (independiente|
      informal|domestica|de (construccion|limpieza|casa|una empresa)|y (gano|me|no|estoy))`,
  ],
};
