import type { PhraseTable } from "../../lexicon.ts";

const PHONE = "(numero|numeros|telefono|celular|linea|cel|chip|num|whatsapp|fono|telefone|nmr|contato|contacto|zap)";

/** We are writing to somebody who is not the debtor: the number changed hands, or it was never theirs. */
export const wrongPerson: PhraseTable<"wrongPerson"> = {
  says: "wrongPerson",
  es: [
    // Not me
    `no (soy|soi) (yo|el|ella|él|esa|ese|la|quien|ningun|ninguna|dona|don|esta|este|titular|aquel|aquella|dicha|el
      que|la que|nadie)`,
    "no (soy|soi) .. (persona|senor|senora|titular|busca*|menciona*|solicita*|indica*|procura*)",
    "no (soy|soi)",
    "no se trata de mi",
    "(soy|soi) (otra|otro|una persona distinta|una persona diferente|diferente)",
    "soy otra (persona|muchacha|mujer|senora)",
    "(ese|esa|eso) no (soy|es) yo",
    `(no|ni) (me llamo|es mi nombre|era mi nombre|son mis datos|es mi cedula|es mi apellido|es mi documento|son los
      de mi cedula|es mi dni|es mi rut|es mi curp)`,
    "(ese|esa|este) no es mi (nombre|apellido|cedula|documento|dni)",
    "(me llamo|mi nombre es) .. (no|y no)",
    "(tocayo|tocaya|homonim*|mismo nombre|se llama igual|llamamos igual|otro con el mismo)",
    `(usted|ustedes)? (busca|buscan|buscas|pregunta|preguntan|buscando) .. (otra|otro|persona) (persona|senor|senora|
      equivocad*)?`,
    "no (ha|han) de ser conmigo",
    "(no)? (es|era|debe ser|sera) (otra|otro) (persona|senor|senora|numero|fulano)",
    // Wrong number
    `${PHONE} (esta|estaba|es|era|ta)? (equivocad*|incorrecto|errado|erroneo|mal|malo|kivocado|ekivocado|ekibocado|
      equibocado|errad*)`,
    "(equivocad*|kivocado|ekivocad*|ekibocad*|equibocad*|errado) (de)? (numero|persona|num|celular|telefono)",
    "^ (no|nop|jaja*|disculpe|hola|perdon|creo que)? (no|que|esta|es)? equivocad* (amigo|senor|hermano|disculpe)? $",
    "(se|te|estan|esta|estas|estais|anda|andan|os|me sabe que se) (equivoc*|confundi*|confund*|ekivoc*|equiboc*)",
    "(se|te|os) (ha|han|has|habeis) (equivoc*|confundi*)",
    "(marco|marcaron|marcó|escribio|llamo|timbraron) (mal|al numero que no|a otro|equivocad*)",
    `(me|nos) (confunde|confunden|confundio|confundes|estas confundiendo|esta confundiendo|estan confundiendo) (con|
      de)?`,
    "(le|te|se) (erraste|erro|erraron|errastes|pifiaste) (de|al)? (numero|persona|telefono)?",
    "(esa|ese|dicha) (persona|senor|senora|nombre) no (es|vive|trabaja|esta|pertenece) (de|por)? (aqui|aca|este|esta)",
    "[ quien es (ese|esa|el|ella) (senor|senora|tipo|man)? ]",
    // The number is not theirs
    `${PHONE} (ya)? .. (era|es|fue|pertenece|pertenecia|perteneció|le pertenecia) (de|a) (otra|otro|alguien|una|un|
      el|ella|otra persona|mi empresa)`,
    `${PHONE} (ya)? no (es|pertenece|corresponde|le pertenece|lo tiene) (a|de|al|el|la|con|mas|ya)?`,
    `${PHONE} .. no (es|pertenece|le|corresponde|tiene) .. (de|a|al|pertenece|relacion) (el|ella|esa|ese|nadie|
      persona|senor|senora|nombre|titular)?`,
    `(este|mi|el) ${PHONE} (es|lo tengo|lo saque|lo compre|me lo dieron|me lo asignaron|es mio) .. (nuevo|hace poco|
      desde|recien|hace|mio|apenas)`,
    `(este|esta|ese|esa) ${PHONE} (ahora|hoy)? (es|lo tengo|la tengo) (mio|mia|de la empresa|yo|de otra)`,
    `(compre|saque|adquiri|me dieron|me asignaron|tengo|recupere|puse|active|tengo yo) (yo|recien|apenas|hace poco)?
      (este|esta|ese|el|la) (chip|linea|numero|celular|sim)`,
    "(dueno|duena|titular|usuario|propietario|propietaria) (anterior|de antes|pasado|antiguo|antigua)",
    "(antes|ya) (era|es|fue) de (otra|otro|alguien)",
    "(anterior|antiguo|antigua) (dueno|duena|titular|usuario|propietario|inquilino|inquilina)",
    "(cambio|cambiaron) de (dueno|duena|titular|numero)",
    "ya no (tiene|usa|es|maneja|ocupa|trabaja con) .. (numero|celular|telefono|linea|chip)",
    // Unknown here
    "no (lo|la|le|los|les) (conozco|conosco|conocemos|distingo|ubico|conosemos|conozc|tengo presente|he visto|he oido)",
    "(no|ni) (conozco|conosco|conocemos|distingo|ubico) (a|ningun|ninguna|esa|ese|al|nadie|con ese|quien)",
    "(ni idea|no se|no sabemos|no tengo idea|ni siquiera se|quien sabe|npi) (de)? (quien|quienes) (es|sera|sea|son)",
    "(no se|ni se) (quien|quienes|a quien) (es|sea|sera|busca|buscan|le habla|es esa|es ese|son)",
    `(nunca|jamas) (lo|la|he|e|habia)? (oido|oi|escuchado|escuche|visto|conoci|conocido|supe) (de el|de ella|de esa|
      de ese|a esa|a ese|hablar|ese nombre|nombrar)`,
    "(quien)? (es|sera) (ese|esa) (senor|senora|man|tipo|fulano|vieja|muchacho|quien es)",
    `(aqui|aca|en esta casa|en este numero) no (es|vive|hay|conocemos|trabaja|existe|queda|tenemos|labora|vivio|lo
      conocemos|se encuentra ningun|esta ningun|vivimos)`,
    "(aqui|aca) (nadie|ninguno) (se llama|la conoce|lo conoce|conoce|responde)",
    "no es (aqui|aca|el|ella|para mi|conmigo|mi persona|la persona|por aqui)",
    `no (hay|vive|existe|trabaja|tenemos|labora|conozco) (ningun|ninguna|nadie) .. (nombre|aqui|aca|llame|llama|ese|
      esa|con)`,
    "no (hay|existe|vive|trabaja) nadie (con|de|que|aqui|aca)",
    "nadie (con|de) ese (nombre|apellido)",
    "no (vive|trabaja|labora|vivio|reside|habita) (ya|mas)? .. (aqui|aca|en esta|en este|en la direccion)",
    "(ya)? no (labora|trabaja) (con nosotros|en la empresa|en esta empresa|aqui)",
    "tampoco (se|sé) (donde|dónde|quien) (ubicarlo|ubicarla|esta|es|vive|encontrarlo)",
    "(esta|busca|buscan|buscando) .. (persona|numero) equivocad*",
    "persona equivocada",
    `(este|esta|ese|aqui) .. (es|pertenece a) (una|un|la|el) (empresa|negocio|colegio|restaurante|consultorio|
      oficina|farmacia|ferreteria|tienda|hospital)`,
    "(linea|numero|celular|telefono) es (de la|de una|corporativ*|institucional) (empresa|oficina)?",
  ],
  pt: [
    // Not me
    "nao (sou|so) (eu|ele|ela|essa|esse|a|o|nenhum*|quem)",
    "nao (e|eh) (eu|ele|ela|comigo|meu nome|minha pessoa|mais eu|daqui|aqui|essa pessoa|desse numero|para mim)",
    "nao sou",
    "(esse|este|isso) nao e .. (nome|numero|meu cpf)",
    "(nao)? (me chamo|meu nome e|meu nome nao) .. (nao|e outro|outro)",
    "nao me chamo",
    `(esses|essas|este|esse|esta) (numeros|digitos|documento|cpf|dados|final) (nao)? (sao|e|nao sao|nao e) (meus|meu|
      o meu|de outra)`,
    "(homonimo|homonima|xara|mesmo nome|nome igual|nome parecido)",
    "(sou|e) outra (pessoa|menina|moca|mulher)",
    "(procura*|procurando|querendo|atras de|buscando) (outra pessoa|outra|outro)",
    "(pessoa|senhor|senhora|cliente) (procurada|procurado|errada) .. (nao)?",
    // Wrong number
    `(numero|telefone|pessoa|contato|cel|celular|zap|nmr|num|whats) (ta|esta|e|eh|tá)? (errado|errada|trocado|erado|
      equivocado)`,
    `(discou|ligou|mandou|chamou|digitou|escreveu|mandaram) (o numero)? (errado|para pessoa errada|no numero errado|
      para o numero errado)`,
    "(pessoa|numero) errad*",
    "(e|eh|foi|deve ser|houve|um|por|deu|so pode ser|acho que)? engano",
    "(se|ta|esta|tao) (engan*|confund*|equivoc*)",
    "[ (eng|engano|errado|errou) ]",
    "(voces|vcs|voce) (erraram|errou|confundiram|confundiu|enganaram|se enganou) (de|o|a|com)?",
    // The number is not theirs
    `(numero|telefone|celular|linha|chip|zap|contato) .. (nao|era|e|foi|pertence|pertencia) (e|eh|mais|de|do|da)?
      (outra|dele|dela|pertence|outro|mais dele|mais dela|meu agora|desse|dessa|alguem)`,
    `(esse|este|o|a|essa) (numero|telefone|celular|linha|chip) agora (e|eh) (meu|nosso|novo|corporativo|da empresa|
      da firma) (agora|desde|faz|ha)?`,
    "(numero|telefone|chip|linha) (mudou|trocou) de dono",
    "(mudou|trocou|troca) de (dono|dona|titular)",
    `(comprei|peguei|ganhei|adquiri|recebi|habilitei|to com|tenho) (esse|este|o|a|essa|com esse) (chip|numero|linha|
      telefone) (novo|agora|faz|ha|recente|semana|tem)?`,
    "(antigo|antiga|ex|anterior|outro) (dono|dona|titular|usuario|proprietario|inquilino|inquilina|morador|moradora)",
    "(dono|dona|inquilino|inquilina|morador|moradora) (antigo|antiga|anterior)",
    "(usuaria|usuario|titular|dono|dona) (desta|dessa|deste|desse) (linha|numero|telefone)",
    // Unknown here
    "nao (o|a)? (conheco|conhecemos|conheso) (essa|esse|ninguem|nenhum*|ele|ela|a|o|nao|quem|esta|este|nem)?",
    "nao (sei|sabemos|faco ideia|tenho ideia) (de)? quem (e|seja|eh|sao|seria)",
    `nunca (nem|mais)? (ouvi|vi|conheci|ouvimos|vimos) (nem)? (falar|a cara|essa pessoa|esse homem|essa mulher|dele|
      dela|ele|ela)`,
    `nao (mora|trabalha|vive|reside|existe) (mais)? (ninguem|nenhum*|aqui|la|nessa|neste|mais aqui|nesse) (com|
      chamad*|desse|aqui|mais)?`,
    "(ela|ele|essa pessoa|ninguem) nunca (morou|trabalhou|viveu|passou|teve)",
    "nao tem (ninguem|nenhum*) .. (nome|aqui|chamad*|assim)",
    "(aqui|nesse numero|nessa casa) nao (tem|mora|existe|e|trabalha|conhecemos|e da)",
    "(nao e|nao eh) (daqui|aqui|dessa casa|desse numero|o numero dele|o numero dela|da casa dele)",
    "(quem e|quem eh) (essa|esse|ela|ele) (ai|pessoa|mulher|homem|fulano|nunca|ne)?",
    `(toda|direto|sempre) .. (procura|procuram|cobranca|ligam) (essa|esse|dele|dela|mulher|homem|por ele) .. (mulher|
      homem|pessoa)?`,
    `aqui (e|eh) (da|do|uma|um) (portaria|empresa|loja|firma|escola|escritorio|restaurante|farmacia|condominio|
      padaria|igreja|oficina)`,
  ],
  en: [
    "wrong (number|person|guy|phone|contact|girl|lady|one|num|#)",
    "(isnt|not|aint|wasnt) .. (me|him|her|who|this person|that person|the person)",
    "(isnt|not|aint|wasnt) (the|a)? (person|one) (you|that)",
    "i am not (him|her|the|that|he|she|who|this)",
    "im not (him|her|the|that|he|she|who|whoever)",
    "(my name is|my names|name is) .. not",
    "(not|isnt|wasnt) my name",
    "never (heard|even heard) of",
    "(dont|do not|idk|no idea) (know|who) (him|her|anyone|who|any|them|that|this|a|is)",
    "dont know (a|that|this) (person|name|guy)",
    "(no idea|dunno|idk) who",
    "(doesnt|not|longer) (live|lives|work|works|own|owns|has|have|use|uses) (here|this|at|with|that)",
    "(new|changed|different|recycled|reassigned) (number|phone)",
    "(this|my) is? a? new (number|phone)",
    "(got|just got|have had|bought) this (number|phone|line|sim)",
    "(number|phone) (belongs|belonged|used to belong) to (someone|somebody|another|a different|my|me)",
    "(no one|nobody|noone) (by|with|here|named|called|goes)",
    "nobody (by|with) that",
    "(same name|someone else|somebody else|another person|mistaken|mixed me up|confused me with)",
    "(looking for|want|reached|contacted) (someone|somebody) else",
  ],
  except: [
    // What I am not, or what is not
    // A relative answers: that is `third-party.ts`
    `(no|nao|n) (soy|soi|sou|e|eh|es) (el|ella|él|ele|ela|la|eu|yo) .. (soy|soi|sou|eh|e|es|habla|es su) (el|la|su|a|
      o|mi|minha) (@family|@acquainted|mulher)`,
    "(no|nao) (soy|sou) (el|ella|él|ele|ela|eu|yo|la) .. (es|e|eh) (mi|meu|minha|su) (@family|@acquainted)",
    "(soy|sou) (el|la|su|a|o|una|un) (@family|@acquainted) .. (no|nao) (soy|sou|vive|mora)",
    "(@family|@acquainted) .. (no|nao) (vive|mora|trabaja|trabalha) .. (aqui|aca|comigo)",
    "(el|ella|él|ele|ela) (ya|ja)? (no|nao) (vive|mora) .. (aca|aqui|comigo|conmigo|separ*)",
    `no soy (un|una|de|tan|capaz|tonto|tonta|bobo|boba|estupid*|ladron|rata|millonari*|rico|rica|responsable|moros*|
      mala|malo|culpable|consciente|quien para|sinverguenza|tramposo|tramposa|bruto|bruta|nino|nina|pendej*|adivino|
      banco|menso|boluda|boludo|gil|doctor|doctora|abogado|abogada|robot|experto|loco|loca|estafador)`,
    "no (soy|sou) .. (pero|mas) (si|sim) (soy|sou)",
    `(no|nao) (soy|sou) (el|la|a|o) (@family|senor|senora|filha|filho) .. (soy|sou) (yo|la|el|eu|a|o) (misma|mismo|
      propria|proprio|senora|senor|titular|propia|propio)`,
    `no es (el|ella) (valor|monto|saldo|precio|caso|momento|banco|total|problema|correcto|mismo|unico|acordado|dia|
      que)`,
    "no es (para mi|aqui) (conveniente|posible)",
    "no (es|sera) (para|aqui) (tanto|donde)",
    `nao sou (um|uma|rico|rica|ladrao|ladra|caloteir*|trouxa|obrigad*|palhac*|burr*|de|besta|bobo|boba|otari*|idiota|
      moleque|crianca|banco|mais|eu que|robo|bandido|bandida|trouxinha|mentiros*|so eu)`,
    "nao e (a|o|eu) (valor|divida|conta|primeira|momento|hora|minha|que|certo|caso|problema|unic*|mesm*|#)",
    "nao (e|eh) (a|o|aqui|ele|ela) (que|valor|caso|onde)",
    "nao e (engano|daqui que)",
    `(se|te|estan|esta) (equivoc*|confundi*) .. (valor|monto|saldo|cuenta|cobro|cifra|suma|factura|banco|fecha|
      precio|cobrando|deuda|calculo)`,
    "(esta|estan|estas) equivocad* .. (debo|cobr*|valor|saldo|deuda|prestamo|cuenta)",
    `(prestamo|credito|deuda|debo|cuenta|saldo|monto|valor|pague|cobro) .. (estan|esta|se|estas) (equivoc*|ekivoc*|
      ekiboc*|confundi*)`,
    "(am|im|not) not? .. (sure|paying|going|able|interested|happy|owe|mine)",
    "(not|isnt|aint) .. (mine|my debt|my bill|my account|fair)",
    "no lo conozco .. (cobro|cargo)",
    "(banco|valor|total|cuenta|sistema) se (ha|han) (equivoc*|confundi*)",
    `no conozco (ese|esa|esta|este|la|el) (deuda|cobro|cargo|cuenta|compra|valor|credito|factura|empresa|tramite|
      proceso|monto|saldo|app|banco)`,
    "nao conheco (essa|esse|esta|este|a|o) (divida|cobranca|conta|compra|empresa|valor|debito|contrato|loja|banco)",
    "(tanto|con|muito|mucho|un) engano",
    "(quien|quem|gente) (eu|que|yo)? (no|nao) conozco",
    "quem eu nao conheco",
    "not (him|her|me) that owes",
    "(perdi|cambie|mude|cambio|troquei|mudei|cambiaron) .. (numero|celular|telefono|telefone)",
    `(numero|celular|telefono|linea|cuenta|link|numero de cuenta|contato) .. (no es|nao e|nao eh) (el|la|lo|o|a|del|
      do|da) (que|oficial|banco|empresa|site|loja|mismo|mesmo)`,
  ],
};
