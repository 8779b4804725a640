import type { PhraseTable } from "../../lexicon.ts";

const REAL = "(real|de verdad|de carne|de carne y hueso|humana|humano|verdadera|viva|vivo|en vivo)";
const WANT =
  "(quiero|necesito|deseo|quisiera|puedo|puede|prefiero|exijo|pido|solicito|podria|podrian|pueden|hay|me|busco|requiero|agradeceria|favor|preferiria|como|donde|se puede|quero|con quien|me gustaria|ayudeme a|hagame el favor de|toca)";

/** Somebody wants to speak with a human being. */
export const person: PhraseTable<"person"> = {
  says: "person",
  es: [
    `(@talk) (me|nos)? (con|un|una|su|el|la|a|al|por favor con|directamente con|ya con|mejor con|por) .. @human`,
    `${WANT} .. @talk .. (@human|usted|ustedes|telefono|banco|oficina|area|cobranzas|cartera|de verdad)`,
    `(quiero|necesito|deseo|quisiera|prefiero|busco|dame|deme|solicito|pongame|ponganme|poneme|ponme|exijo|pido|
      requiero|llamen|llame|mandeme|mandenme|conectame|conecteme|denme|paseme|pasame|asigneme|regaleme|quiere) (a|un|
      una|que|al|hablar|con|el|con el|con la|con un|con una|con su|la atencion de un|la ayuda de un|ser atendido por
      un|tratar con un|otro|otra) .. (asesor|asesora|acesor|agente|humano|persona|operador|operadora|ejecutivo|
      ejecutiva|gerente|supervisor|supervisora|jefe|jefa|encargad*|alguien|representante|funcionario|responsable|
      senorita)`,
    `(un|una|con|el|la|al|con un|con una|algun|otro) (asesor|asesora|acesor|agente|humano|humana|operador|operadora|
      ejecutivo|ejecutiva|representante|supervisor|supervisora) (real|por|porfa|porfavor|humana|please|plis|pe|mejor|
      ya|pls|de verdad|ahora|que me|me|para|disponible|de cobranza*|urgente|de carne)? (favor)? (🙏)? ]`,
    `^ (un|una|con|el|la|al|hola)? (persona|humano|asesor|asesora|agente|operador|operadora|ejecutivo|ejecutiva|
      supervisor|gerente|representante|humana) (real|por|porfa|porfavor|humana|please|plis|pe|ya|mejor|de verdad)?
      favor? $`,
    `(asesor|agente|humano|operador|persona|ejecutivo|alguien|gente|ser) ${REAL}`,
    `(persona|alguien|asesor|gente|ser humano|voz) .. (no|y no) (un|una|con|este|esta|el|la|ningun)? (robot|bot|
      maquina|grabacion|menu|contestadora|computador*)`,
    // Call me, as a wish to talk; at an hour it is to be called later
    "(llamenme|llamame|llameme|llamadme|marquenme|marqueme|marcame|llameme usted|telefoneenme)",
    `(me|nos) (pueden|puede|podrian|podria|puedes|podes|podrias) .. (llamar|marcar|contactar|atender|comunicar|pasar|
      ayudar (un|una|alguien))`,
    "(pueden|puede|podrian|podria|puedes|podes) (llamarme|marcarme|comunicarme|atenderme|contactarme|pasarme con)",
    `(que|para que|agradezco|agradecere|solicito que|necesito que|quiero que) (un|una|alguien|algun|el|la)?
      (@human)? (se)? (me|nos)? (llame|llamen|atienda|atiendan|contacte|contacten|hable|comunique|comuniquen|explique|
      expliquen|ayude|colabore) (alguien|un|una|conmigo|con|mejor|por telefono|personalmente|por favor|usted|el|la)?`,
    `(me|nos) (contacte|atienda|llame|comunique|atiendan|contacten|hable) (con|un|una|alguien|algun|el|la) ..
      (@human)?`,
    "(se comunique|comunicarse|comuniquense|comuniquese|comunicate) (conmigo|con mi|a mi)",
    "(ser|siendo|quede|fui) (atendid*|contactad*|llamad*) (por|de) (un|una|alguien|personal)",
    `(atencion|asistencia|asesoria|trato|voz) (personal|personalizad*|human*|telefonica|directa|por telefono|
      presencial)`,
    // Is there anybody?
    `(eres|sos|es|esto|usted|tu|son|estoy hablando con|hablo con|sera) (es|eres|son|un|una|acaso|usted|que)? (un|
      una)? (robot|bot|maquina|contestadora|grabacion|automatico|automatica|persona real|maquina automatica|
      computadora|computador|ia|inteligencia artificial|humano)`,
    `(hay|existe|habra|tienen|no hay|esta) (ahi)? (alguien|alguna|una|un|algun|nadie|quien|gente|como) .. (persona|
      humano|humana|ahi|real|atienda|responda|aqui|detras|asesor|hablar|conteste|lea|atender|ayude|ayudar|comunicarme|
      vivo|comunicar|verdad)`,
    `alguien (real|que|me|ahi|de ustedes|de verdad|de carne|con) (si|me|pueda|puede|sepa|se|no sea|lea|tenga)? ..
      (atienda|ayude|responda|ahi|aqui|humano|atender|ayudar|responder|hablar|lea|entienda|decida|solucione|explique|
      robot|maquina|bot)`,
    `(hablo|hablando|chateo|hablar|discutir|tratar|escribiendo|conversando|chateando) (con|a) (un|una|este|esta)?
      (robot|bot|maquina|maquinas|persona|humano|contestador*|computador*)`,
    `(no) (quiero|me|voy a|pienso|deseo|hablo|converso|trato|entiendo) .. (robot|bot|maquina|maquinas|grabacion|
      robots|menu|menus|bots|opciones automaticas)`,
    `(robot|bot|maquina|menu|esto|este sistema|este chat|opciones) .. (no (entiende|entienden|me entiende|sirve|me
      sirve|ayuda|me ayuda|resuelve|decide|soluciona|funciona|lee))`,
    `no (me)? (sirve|entiende|ayuda|resuelve|soluciona) (el|este|ese|la|esta|su|nada)? (menu|bot|robot|maquina|
      sistema|opciones|chat)`,
    `(corta|cortala|basta|deja|dejen|paren|ya) (con|de)? (la|el|los|las)? (grabacion|bot|robot|robots|maquinita|
      mensajes automaticos)`,
    `(hablar|hablo|comunicarme|conversar|charlar|platicar|tratar|arreglar|negociar) (directo|directamente|yo|
      personalmente|mejor|de una)? con (alguien|ustedes|usted|su jefe|su jefa|su supervisor|un|una|el|la|los|quien)
      (asesor|humano|persona|jefe|encargado|gerente|agente|dueno|duena|que|banco|de|real|cobrador|abogado de ustedes|
      responsable|area|oficina|encargada)?`,
    `(con quien|a quien|donde) (puedo|hablo|me|debo|tengo que|podria) .. (hablar|comunico|comunicar|comunicarme|
      hablo|dirigirme|conversar|arreglar|acepten|decida|autoridad|sea humano|entenderme|atienda|atiendan)`,
    `(numero|telefono|linea|correo) .. (para (llamar|hablar|llamarlos|comunicarme|llamarles|comunicarse|marcar)|de
      atencion|de servicio al cliente|donde (llamar|hablar|comunicarme))`,
    "(a que|que|cual) (numero|telefono|linea) .. (llamo|llamar|marco|marcar|comunico|hablar|llamarlos)",
    `(oficina|sucursal|agencia|oficinas|local|punto de atencion|direccion) .. (para ir|hablar|personal*|puedo ir|
      acercarme|ir a|presencial|atienden|atencion|queda|fisica|voy)`,
    `(puedo|quiero|prefiero|voy a|necesito|donde puedo) (ir|acercarme|pasar|arreglar|resolver*|hablar*) ..
      (personalmente|en persona|presencial*|oficina|sucursal|agencia|cara a cara)`,
    `(explicar|explicarle|contar|contarle|exponer) (mi|el|lo) (caso|situacion|problema) (a|con) (alguien|una persona|
      un|una|ustedes)`,
    "(necesito|quiero|quisiera) explicar (mi|el) (caso|situacion|problema)",
    `(su|tu|el|la|un|al|con el|con su|con tu) (jefe|jefa|supervisor|supervisora|gerente|superior) (por favor|ya|
      mejor|quiero|que|directo|de usted*|inmediato|]|de cobranza)?`,
    "(quien|alguien) .. (autoridad|que decida|pueda decidir|que mande|manda ahi|que resuelva|toma las decisiones)",
    "(quiero|necesito) (una|oir una|escuchar una) voz",
  ],
  pt: [
    "(atendente|atendentes|ouvidoria|sac|atendiment* human*)",
    "atendimento (humano|pessoal|por telefone|presencial)",
    `(quero|preciso|gostaria|posso|prefiro|queria|consigo|so|qero|qro|como|so aceito|da para|tem como|deixa eu|dexa
      eu|me deixa|necessito) (de|de que|que|uma|um|mesmo|eu)? .. (falar|fala|conversar|conversa|converso|tratar|
      resolver|combinar|acertar|atendido|atendida|negociar|explicar) .. (com|pessoa|alguem|humano|pesoa|gente|
      pessoalmente|atendente|gerente|presencialmente)`,
    `(falar|fala|conversar|converso|conversa|tratar|falo|combinar|resolver|acertar) (so|cm|com) (um|uma|alguem|a|o|
      gerente|humano|pessoa|atendente|gente|supervisor|responsavel|chefe|seu|quem) (pessoa|alguem|humano|gerente|
      atendente|responsavel|moca|chefe|supervisor|de verdade|da|do|setor|que)?`,
    "(falar|fala|conversar) (com|cm) (pesoa|pessoa|gente|humano|alguem|atendente|gerente)",
    `(quero|preciso|gostaria|prefiro|chama|chame|me da|me bota|bota|me passa|me passe|passa|manda|me transfere|me
      encaminha|cade|cade a|tem|exijo|coloca|me coloca) (de|o|a|um|uma|o teu|o seu|para|com|pro|logo|que|alguma|outra|
      outro|ai)? (com|para|a|o|um|uma|outra|outro|teu|seu|algum|alguma|essa|alguem da|que)? (pessoa|humano|humaninho|
      atendente|gerente|supervisor|supervisora|chefe|analista|alguem|gente|operador|operadora|responsavel|moca|
      consultor|ser humano)`,
    `(passa|passe|transfere|transferir|transfira|encaminha|encaminhar|bota|coloca) (eu|a ligacao)? .. (para|com|pro|
      a) (alguem|uma|um|o|a|gente|setor|seu|outro|outra|outro setor) .. (pessoa|setor|atendente|supervisor|gerente|
      humano)?`,
    `(voce|isso|isto|vc|ce|e|eh|es|moca voce|tu) (e|eh|ta|sao)? (um|uma|mesmo|de)? (robo|bot|maquina|computador|
      pessoa ou|gente ou|humano ou|real|pessoa de verdade|pessoa mesmo|gravacao|automatico)`,
    `(nao|n) (quero|qro|falo|converso|gosto|to falando|vou falar|consigo|aguento) .. (robo|bot|maquina|computador|
      robozinho|gravacao)`,
    "(com|para) (um|uma|esse|essa)? (robo|maquina|computador|bot) .. (nao|decide|resolve|converso|gente)",
    "(robo|maquina|bot) (nao) (entende|decide|resolve|serve|ajuda|sabe)",
    `(voce|isso|esse menu|menu|esse robo|vc) nao (entende|resolve|ajuda|me entende|serve|ta resolvendo|consegue) ..
      (pessoa|alguem|humano|gente)?`,
    "(liga|ligue|liguem|ligar|telefona) (para|pra) mim",
    "me (liga|ligue|liguem|telefona|ligar)",
    "(podem|pode|poderia|poderiam) (me)? (ligar|telefonar|atender)",
    "(pessoa|humano|gente|alguem) (real|de verdade|mesmo|que nao seja|de carne)",
    `(tem|nao tem|existe|ha) (um|uma|algum|alguma)? (alguem|gente|humano|humaninho|pessoa|ninguem|ser humano) (ai|
      real|aqui|de verdade|que (possa|me|pudesse|resolva)|mesmo|nessa|vivo|do outro lado)`,
    `alguem (que)? .. (me atende|atender|ajuda|ligar|ajudar|resolver|resolva|robo|ler|explicar|entenda|me explique|
      de verdade|responder)`,
    "(uma|um) (pessoa|humano|atendente|analista|gerente) (revise|veja|que possa|para|me|de|olhe|resolva|por favor)",
    `(qual|tem|me passa|tem algum) (e)? (o)? (telefone|numero|nmr|fone|ramal|contato) .. (ligar|falar|atendimento|
      sac|voces|alguem|direto|central)`,
    "(ramal|telefone|contato) direto",
    "(resolver|ir|negociar|pagar|tratar|falar) (isso)? (pessoalmente|presencialmente|na loja|ai na loja|cara a cara)",
    "(onde|qual) (e|fica|eh) (a|o)? (loja|escritorio|endereco|agencia) .. (falar|resolver|ir la|pessoal*|atend*)",
    "(cadê|cade) (a moca|o moco|o atendente|ela|a atendente|todo mundo)",
    "(nao)? tem ninguem ai .. (ler|responder|atender|para)?",
  ],
  en: [
    `^ (a|an|the|real)? (agent|human|representative|operator|person|rep|supervisor|manager|advisor) (please|now|plz|
      pls)? $`,
    `(talk|speak|chat|connect|transfer|spoken|talking|speaking|get through|put me through|put me) (me)? (to|with|
      through) (a|an|the|some|your|my|somebody|someone|actual|real|live)? .. (@human|human|somebody|someone|
      supervisor|people)`,
    "(real|actual|live|human) (person|human|agent|being|representative|rep|people|operator)",
    "(call|phone|ring) me (back|please|now|asap|]|so|on|about)?",
    `(can|could|would|have) (you|someone|somebody|anyone|a rep|an agent) (please)? (call|phone|contact|help|ring)
      (me|us)`,
    `(are|is|am i) (you|this|talking to|speaking to|it|there) (a|an|with|to a)? (bot|robot|machine|human|real person|
      computer|person|automated|ai|real|anyone real)`,
    `(want|need|get|give|find) (a|an|me|to talk to|some|to speak to) .. (human|agent|person|representative|rep|
      supervisor|manager|someone)`,
    "(give|let|get|put|pass) me .. (agent|human|person|manager|supervisor|representative|someone)",
    "(your|the) (manager|supervisor|boss)",
    "(is there|isnt there|anyone|anybody) .. (there|real|person|human|someone|can talk|talk to)",
    "(not|dont want|hate|stop) .. (talk|talking|speak|deal|dealing|chat|chatting) .. (bot|robot|machine|computer|ai)",
    "(what|which|is there a) .. (number|phone) .. (call|reach|talk)",
    "(come|go) (in|to) .. (office|person)",
  ],
  except: [
    // Not to be called, or called later
    `(no|ya|nunca|jamas) (me|quiero|que|nos) .. (llamen|llame|llames|contacte|hable|llamarme|llamando|contacten|
      llamar)`,
    "no (pueden|puede) llamarme",
    "(no|dont|not|stop|never) .. call me",
    "nao .. (me liga|me ligue|me liguem|ligar|liguem para mim)",
    "(para|pare|parem|parar|deixem) de .. (ligar|ligue)",
    `(llameme|llamame|llamenme|marqueme|marcame|marquenme|me liga|me ligue|call me|liga para mim|llamadme) (mas|
      luego|despues|como|a|a las|por ahi|el|en|otro|manana|al|cuando|no|amanha|depois|no sabado|mais|as|quando|later|
      tomorrow|after|in|at|on|next|esta|tipo|tempranito|de|outra|por la|por) .. (tarde|rato|noche|#|las|manana|dia|
      semana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hora|horas|nochecita|termine|tarde|segunda|terca|
      quarta|quinta|sexta)?`,
    "(me|nos) (llame|llamen) (despues|luego|mas tarde|manana|a las|el)",
    // Not wanting to talk
    "no quiero .. hablar (con|de) (ustedes|usted|nadie|eso|ningun|nada)",
    "no (puedo|quiero) hablar (ahora|del|de|con ustedes|en)",
    // Money or papers are passed, not people
    `(pasame|paseme|me pasa|passa|me passa|me da|deme|dame) (el|los|la|las|o|a|os|um|un)? (datos|link|cuenta|enlace|
      numero|clabe|cbu|alias|boleto|pix|codigo|chave|valor|total|numero de cuenta)`,
    "(puedo|quiero|voy a) transferir .. (persona|alguien|cuenta)",
    // Somebody of my own
    `(hablar|hablo|conversar|falar|conversarlo|hablarlo|consultarlo|consultar|platicar|talk|speak) (primero|antes)?
      (con|com|to|with) (mi|la|el|minha|meu|a minha|o meu|my|mis) (@family|@acquainted|jefe|chefe|abogado|advogado|
      lawyer|patron|patrao|contador)`,
    "(falar|hablar) com? (ele|ela|el|ella) .. ",
    "(comuniquese|comuniquense|comunicarse) conmigo (a partir|despues|mas tarde|manana|el|a las)",
    "(vuelvan|vuelva|pueden|puede|podes|puedes) (a|volver a)? comunicarse conmigo",
    "(digo|aviso|dire|diga|digale|dice|dijo) que se comunique",
    "(a partir de ahora|ahora|imagina que|de ahora en adelante) (eres|sos)",
    "(eres|sos) (un)? (bot|robot) que",
    "(persona|pessoa|person) (o|ou|or) (una|um|uma|a)? (maquina|robo|bot|estafa*) .. (verdad|dime|estafa)",
    "(no soy|sou|soy|nao sou) (esa|la|essa|a|una|uma)? (persona|pessoa)",
    "(otra|outra|segunda|esa|essa|misma|mesma) (persona|pessoa) (debe|que|tiene|paga|pagou|compro)",
    "(soy|yo soy) (el|la)? (supervisor|gerente|jefe|jefa|encargad*)",
    `(mi|el|meu|my) (jefe|gerente|chefe|boss|patron|supervisor) (me|no|nos|todavia|aun|ya|paga|pagou|nao|atraso|esta|
      vai|va|deposita|hasn*|didnt)`,
    "(oficina|agencia) (de|del|en) (trabajo|mi|empleo)",
    `(la|a|o|el) (atendente|asesor|asesora|agente|moca) .. (dijo|disse|falou|riu|me dijo|me dio|quedo|informo|
      ofrecio|ate riu|me explico)`,
  ],
};
