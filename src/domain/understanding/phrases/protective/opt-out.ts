import type { PhraseTable } from "../../lexicon.ts";

const NOT = "(no|ni|nunca|jamas|tampoco)";
const ME = "(me|nos|m|mi)";
const WANT =
  "(quiero|deseo|queremos|quisiera|necesito|acepto|autorizo|admito|permito|consiento|solicito|soporto|quero)";
const PLEASE = "(por favor|porfa|porfavor|gracias|please|ya|ahora|inmediatamente|ya mismo|ahora mismo|pf|pfv)?";
const OUR_MESSAGES =
  "(@messages|acoso|hostigamiento|cantaleta|jodedera|molestadera|insistencia|persecucion|joda|lata|hostigadera|asedio|cobradera|cobros|fregadera|chingadera|cosas|preguntas|vaina|esto|eso|hinchar|seguidilla)";

/** "Do not write to me again", in any words. Honoured once and for good, whatever else the message says. */
export const optOut: PhraseTable<"optOut"> = {
  says: "optOut",
  es: [
    // One word, or hardly more
    `^ (por favor|porfa)? (block|blocked|bloquear|spam|stop spam|es spam|derecho al olvido|arco|eliminar|borrar|
      remover|eliminarme|quitarme|sacarme|eliminen|borren|suspender|cancelar mensajes|no contactar|no llamar|no
      molestar|no escribir|no insistir|no enviar|no mensajes|no spam|no sms|no whatsapp|sin mensajes) ${PLEASE} $`,
    `^ (baja|salir|stop|desuscribir|desuscribirme|desuscribirse|desinscribir|desinscribirme|cancelar suscripcion|
      darme de baja|dar de baja|no mas|ya no mas|ya no|ya basta|unsuscribe|paren|parenle|parele|paralen|basta|
      detenganse|parar) ${PLEASE} $`,
    `[ (ya)? (paren|parenle|parale|basta|ya basta|paren ya|no mas mensajes|no mas) ${PLEASE} ]`,
    "(desuscrib*|desinscrib*|dessuscrib*)",
    // No, and a verb of reaching or bothering
    `${NOT} ${ME} @dontContact`,
    "nome (@dontContact|@dontSend)",
    "no (lo|la|le|les|los) @dontContact (mas|aqui|aca|por aqui|por aca|a este|en este)",
    `${NOT} se (comuniquen|comunique|contacten|contacte|metan|dirijan) .. (conmigo|mas|mi|a mi)`,
    `${NOT} (mas|ya)? @dontBother`,
    `(no|ya no|ni) @dontContact (a mi|a este|a esta|al|aqui|aca|por aqui|por aca|por este|por whatsapp|mas|nunca|
      jamas|otra|de nuevo|ya)`,
    "ya no @dontContact",
    `[ (por favor|porfa)? no @dontContact ${PLEASE} ]`,
    `${NOT} (mas|me|nos|ya)? (vuelvan|vuelva|vuelvas|volvais|sigan|siga|sigas|sigais|esten|este|estes|esteis|anden|
      ande|andes|continuen|estan|andan) (a|me|con|mas|nos)? .. (@contacting|@sending|mensajes|llamadas)`,
    `${NOT} (me|nos) (escriben|escribes|llaman|llamas|molestan|buscan|joden|hablen|hable|hables|hableis|cobren|
      cobres|mensajeen) (mas|nunca|jamas|nunca mas|otra vez|de nuevo|por aqui|por aca)`,
    "no quiero .. (@dontContact|@contacting)",
    `${NOT} ..5 @contactingMe`,
    `${NOT} ..4 (mandarme|mandandome|enviarme|enviandome|mandarnos|enviarnos|seguir mandando|seguir enviando) ..
      (@messages|mas|nada)`,
    `${NOT} ..4 (se comuniquen|comunicarse|ser contactad*|ponerse en contacto|me contacten|tomen contacto|tomar
      contacto)`,
    `${NOT} (usen|use|utilicen|utilice|ocupen|vuelvan a usar|sigan usando) (mas|este|mi|el|esta|mas este|mas mi) ..
      @number`,
    "(este|mi) @number es (privado|personal|particular)",
    `(por whatsapp|por aqui|por aca|por este medio|a este @number|a mi @number|a esta linea|por telefono) no (me)?
      (@dontContact|@dontSend|hablen|hable|manden)`,
    "(a|en) (este|mi|ese) @number no ]",
    `(ultima vez|ultimo mensaje|ultimo aviso) que .. (escriben|escribes|llaman|contactan|molestan|mandan|acepto|
      recibo|escriba|llamen|buscan|joden)`,
    // No, and a verb of sending: what is sent must be messages, or no more of it
    `${NOT} (me|nos|m)? @dontSend (mas|nada|ni|ningun|ninguna|estos|esos|estas|esas|tantos|tanto|tantas|otro|otra|
      @messages)`,
    `${NOT} (me|nos|m)? @dontSend .. (@messages|mas)`,
    `${NOT} (me|nos|m) @dontSend ${PLEASE} ]`,
    `(no|que no) (me|nos)? (lleguen|llegue|aparezcan|entren|caigan) (mas|estas|estos|sus|esas|esos|tantos|@messages|
      ya)?`,
    "ya no (me|nos)? (lleguen|llegue|manden|mande|envien|envie|mandes|envies|mandeis)",
    // What I do not want, allow or need
    `${NOT} ..4 (recibir|recibiendo|recibirlos|recibamos) .. (@messages|nada|esto|estos|esas|eso|comunicacion|
      comunicaciones|informacion|mas|sus)`,
    "(dejar|dejo|parar|paro|evitar|evito) de? (recibir|que me lleguen|que me escriban|que me manden)",
    "(no me interesa|no me interesan) (recibir|que me|sus mensajes|seguir recibiendo|sus llamadas|que sigan)",
    `no ${WANT} (que|seguir|volver|recibir|mas|ni|ningun|ninguna|otro|otra|sus|tus|ver|un) .. (@messages|@contacting|
      @dontContact|recibir|recibiendo|recibirlos|contacto|contacten|informacion)`,
    `no ${WANT} (que me|que nos|que sigan|que vuelvan|volver a|seguir) (escriban|manden|llamen|envien|lleguen|hablen|
      busquen|@sending|@contacting|recibiendo|recibir|saber)`,
    `no ${WANT} .. (@messages|llamadas) (de ustedes|suyos|mas|de nadie|de esta|de esa)?`,
    `no (quiero|deseo|quisiera) (volver a)? (saber|hablar|oir|tener) (mas|nada|ya|mas nada|nada mas) (de|con|que ver
      con) (ustedes|uds|vosotros|usted|esta|esa|esto|ti|vos|nadie)`,
    "no quiero (volver a)? saber de (ustedes|uds|vosotros|usted)",
    "no quiero (volver a) (saber|ver|oir|recibir|hablar)",
    `(prefiero|preferiria|les pido|le pido|exijo|solicito|pido|ruego|agradezco|agradeceria|quiero|favor) (de|que|el
      favor)? .. (no|dejen de|deje de|abstenerse de) .. (@dontContact|@contacting|@dontSend|@sending)`,
    `(abstenganse|abstengase|absténganse|abstenerse|eviten|evite|evitese) de? (@contacting|@sending|cualquier
      contacto|enviarme)`,
    "(ni|no) .. (un|una|otro|otra) .. (@messages) (mas)",
    "ni (un|una) (solo|sola)? (@messages)",
    "no mas (@messages|contacto|cobros|por favor)",
    "nada de (@messages|@contacting)",
    // Stop it
    "(listo|bueno|ok|ya|bien|basta|chao|por favor|y) (ya)? no mas ]",
    "nunca mas (me|nos) (@dontContact|@dontSend|hablen|busquen)",
    "(la|lo|le) (cortan|cortas|corta|paran|terminan|bajan) (ya|con|de una|por favor)? ]",
    `(cortenla|cortala|cortenle|terminala|terminenla|parala|parenla|superenme|cansense|dejense) (ya|con|de|loco|che|
      por favor|de una vez)?`,
    "[ (ya)? (bajenle|bajale|bajele) (ya|por favor|a (sus|los|tanto) @messages) ]",
    `(alto|basta|stop|freno) (ya)? (a|con|de|por) (los|las|sus|esos|esas|tanto|tantos|el|la)? (@messages|acoso|todo|
      esto)`,
    "(no)? (weveen|webeen|wevees|webees|hueveen|huevees|weveo|webeo|hueveo|jodan) mas",
    "(dejate|dejense|deja|dejen|para|paren) (de|con) (la)? (webear|huevear|wevear|hueviar|weviar|chingar|wea|huevada)",
    `(no sean|no seas|que) (tan)? (intensos|intenso|cansones|pesados|cargosos|fastidiosos|insistentes|cansinos|
      densos|plastas) .. (no|mas|dejen|ya|paren|mensajes)`,
    "(dejen|deje|bajenle a) (la|su|tanta) (intensidad|insistencia|cansonera|necedad|molestia)",
    "(un|otro) @messages mas y",
    "(dejen|deje|deja) (a)? (mi|este|mi familia|a mi) @number? (en paz|quieto|tranquilo|quieta|tranquila)",
    "ni (llamadas|mensajes|llamada|mensaje|sms) ni (llamadas|mensajes|correos|whatsapp|nada)",
    `(pido|solicito|quiero|exijo|deseo|ejerzo) (la|mi|una|mi derecho de|el derecho de|mi derecho a|los derechos)?
      (baja|supresion|oposicion|cancelacion (de (mis)? datos)?|olvido|arco|rectificacion)`,
    `(darme|dar|doy) de baja (de|del|en|este @number|mi @number) (este|esta|estos|la|los|sus|el)? (servicio de
      @messages|lista|@messages|base|grupo|canal)`,
    `(sacar|sacarme|eliminar|eliminarme|borrar|borrarme|quitar|quitarme) .. (de|del) (la|sus|su|tu|esa|esta|los|el)
      (@list)`,
    `(me|nos) (pueden|podrian|podria|puede|podes|puedes) (sacar|eliminar|borrar|quitar|retirar|excluir) (de|del) ..
      @list`,
    "(que|para que) (me|nos) (borren|saquen|eliminen|quiten|retiren|excluyan) ]",
    "(que|para que) (me|nos) (borren|saquen|eliminen|quiten|retiren|excluyan) (de|del) .. @list",
    "(retiren|retire|cancelen|anulen|revoco|revoque) (mi|la) (consentimiento|autorizacion|permiso)",
    `(voy a|vamos a|los|procedo a|estoy) (reportar|reportando|denunciar) .. (spam|este numero|whatsapp|acoso de
      mensajes)`,
    "(esto|eso) es (puro)? spam",
    "(bloqueo|bloqueado|bloqueados|bloqueada) (y (ya|listo|chao|punto)|chao|listo)",
    "(chao|listo|adios|ya|quedas|estas) bloquead*",
    "no (respondan|contesten|hablen|me hable|me hables|me hablen) (mas|por aqui|nunca)",
    "no me (hable|hables|hablen|rompan|rompas|jodas|jodan|hinches|hinchen) ]",
    `@halt .. (@contacting|@sending|@messages|mensajitos|whatsapps|comunicacion|comunicaciones|contacto|contactos|
      acoso|insistidera|jodedera|llamadera|escribidera|mandadera|insistencia|cobradera|cantaleta|joda)`,
    `(cesar|cese|suspension|cesen|suspendan|cancelacion|interrupcion) .. (comunicacion|comunicaciones|contacto|
      contactos|@messages|envio)`,
    "no mas (acoso|hostigamiento|insistencia|jodedera|cantaleta|persecucion|molestias)",
    `(dejen|deje|deja|paren) (la|ya|el|esa|tanta|tanto) (insistidera|molestadera|jodedera|llamadera|joda|mano|cosa|
      escribidera|cobradera|cantaleta|fregadera|chingadera)`,
    "ya estuvo (suave|bueno|bien|bno)",
    "(fuera|salgan|salganse|larguense|largo) de (mi|aqui|este) (@number|vida)?",
    "(pierdanse|pierdase|pierdete|piérdanse|desaparezcan|esfumense) ]",
    `(rompan|rompas|hinchen|hinches|jodan|jodas|infles|inflen|toquen) (mas)? (las|los) (bolas|pelotas|huevos|cojones|
      narices|ovarios) .. (@messages)?`,
    "(olvidense|olvidese|olvidate|olviden) (de|ya de)? (este|mi|que existo|mi @number)",
    `@stopThem (ya)? (de|con) (@contacting|@sending)`,
    `@stopThem (ya)? de (joder|chingar|fregar|mamar|hinchar|romper|molestar|cobrarme todos|cobrarme ya|cobrarme a|
      estar)`,
    `@stopThem (ya)? (de|con|el|la|los|las|ese|esa|esos|esas|tanta|tanto|tantos|tantas|sus|estos|estas|su) (tanto|
      tanta|tantos|tantas|los|las|sus|esa|ese|esos)? ${OUR_MESSAGES}`,
    "(paren|parenle|parale|pare|parele|basta|corten|cortenla) (ya|eso|esto|por favor|con esto|con eso|de una vez)",
    "ya (paren|parenle|basta|parale|parele|cortenla|cortala|dejen de)",
    "ya (esta|estuvo|estubo) bueno (ya)? .. (pare|paren|mensajes|deje|dejen|escribir|molestar|basta|no)",
    `(dejenme|dejame|dejeme|dejadme|dejarme) (ya|a mi)? (en paz|en la paz|tranquil*|quiet*|vivir|sola|solo|descansar|
      de una vez|por favor en)`,
    "(dejenme|dejame|dejeme|dejadme) ya ]",
    "(dejenme|dejame|dejeme|dejadme|dejarme|dejenos|dejennos) de (@contacting|@sending|joder|fregar)",
    "(me|nos) (deje|dejen|dejan|dejas|deja|dejes) (en paz|tranquil*|quiet*|vivir|de @contacting|de joder)",
    "(quiero|necesito|merezco|dejen) .. (que me|vivir|estar) (dejen|deje|en) (paz|tranquil*)",
    // Take me off your list
    `(darme|denme|deme|dame|dadme|darnos|denos|doy|den|da|dan|dar|pido|quiero|quisiera|solicito|solicitar|pedir|
      exijo|tramitar) .. (la|de|mi|una) baja`,
    "(me|nos|mi numero|mi celular) .. (da|dan|dar|des|de|den|das) de baja",
    "@remove .. (mi|mis|este|ese|el|nuestro) (@number|nombre|datos|numeros|informacion|dato|numerito)",
    "@remove (a|me)? .. (mi|este|esta|mis) .. (@number)",
    `@removeMe ${PLEASE} ]`,
    "@removeMe .. (de|del) (la|el|su|sus|tu|esa|esta|ese|este) .. @list",
    `@removeMe (de|del) (una vez|inmediato|ahi|aqui|aca|todo|todas|whatsapp|sus|su|tu|tus|la|el|esta|este|esa|ese|
      las|los)`,
    `(me|nos) (saquen|saque|sacas|quiten|quite|borren|borre|eliminen|elimine|saca|sacan|quita|quitan|borra|borran|
      elimina|eliminan|retiren|retire|retira|excluyan|excluya) (de|del) .. (@list|@messages|ahi|aqui|aca)`,
    `(sacarme|quitarme|borrarme|eliminarme|retirarme|salirme|salir|excluirme|sacarnos|borrarnos) (de|del) (la|su|sus|
      esta|este|esa|tu|todas|el|aqui|aca|ahi|una) (@list|@messages)?`,
    "(ser|sea|seamos) (excluid*|eliminad*|retirad*|borrad*|removid*|dad*) .. (@list|baja|@messages|contacto)",
    `(eliminacion|exclusion|supresion|cancelacion|baja|retiro|borrado) .. (mi|mis|este|nuestro) .. (@number|datos|
      registros|correo)`,
    `(como|donde) .. (doy de baja|me doy de baja|me salgo de|cancelo la suscripcion|cancelo los mensajes|bloqueo
      estos|bloqueo los)`,
    "(cancelar|cancelen|anular|anulen|cancelo) .. (suscripcion|@messages)",
    "(pierdan|olviden|boten|tiren|borren) mi (@number)",
    "(olvidense|olvidese|olvidate|olvidarse|olvidense ya) de (mi|nosotros)",
    "(desaparezcan|desaparezca|pierdanse|pierdase|larguense|esfumense|salganse|salgan) de (mi|este|aqui|una)",
    "(hagan|haga) de cuenta que no existo",
    // Blocked, reported as spam
    `(los|las|te|lo|la|les) (voy|vamos|tengo|toca|tocara|estoy|tendre) (a|que)? (bloquear|bloquiar|bloquearlos|
      bloqueando|reportar)`,
    `(voy|vamos|tendre|toca|tocara) (a|que)? (bloquearlos|bloquearlo|bloquearla|bloquearte|bloquearles|reportarlos|
      bloquear este|bloquear su|bloquear el|bloquear a)`,
    "(los|las|te|lo|la|les) (bloqueo|bloqueare|bloquee|bloqueé|reporto|reportare|bloqueamos)",
    "(quedan|quedas|queda|estan|estas) bloquead*",
    "[ bloquead* ]",
    // Leave to write, withdrawn or never given
    "(quien|quienes) .. (autorizo|autorizó|dio permiso|dijo que podian) .. (@contactingMe|@sending|molestar)",
    "(retiro|revoco|revocar|retirar|quito|cancelo|revoque) .. (autorizacion|consentimiento|permiso)",
    `no (autorizo|autorice|autoricé|permito|consiento|doy|di|he autorizado|he dado|tienen|tiene|tienes|cuentan|les
      di|le di) .. (@messages|@contacting|@sending|contacto|uso de|permiso|autorizacion|consentimiento|usar mi|mi
      numero para|escriban|me escriban|contacten)`,
    `(ya no|no) (me|nos) (pueden|puede|puedes|podes|podeis) (escribir|contactar|molestar|llamar|mandar|enviar|
      seguir) (mas|nunca|mensajes|escribiendo|llamando)?`,
    `no (pueden|puede|puedes|podes|podeis|tienen que|tiene que|tienes que|tenes que|deben|debe) (volver a)?
      (escribirme|contactarme|molestarme|llamarme|mandarme mensajes|seguir escribiendo) (mas|nunca|de nuevo|otra vez|
      nuevamente)?`,
    `no (hace falta|es necesario|hay necesidad de) (que)? (me|sigan|siga|vuelvan)? .. (@contacting|escriban|escriba|
      llamen|@sending|insistan) (mas)?`,
    `(solo|solamente|unicamente) .. (por|con) (carta|correo|escrito|mi abogado|mi abogada) .. (no|nada) .. (celular|
      whatsapp|telefono|llamadas|mensajes)`,
    // Fed up with it
    `(harto|harta|hartos|hartas|cansado|cansada|cansados|mamado|mamada|aburrido|aburrida|podrido|podrida|saturado|
      saturada|hinchado|jarto|jarta|cabreado|cabreada|hasta la madre|hasta el gorro|hasta las narices|hasta los
      huevos|hasta la coronilla) (con|de|por) (sus|tus|los|las|tanto|tanta|tantos|tantas|estos|estas|esos|esas|su|que
      me) (@messages|@messages|escriban|llamen|manden|molesten|acoso|mensajes)`,
    "no (aguanto|soporto|tolero|aguantamos) (mas|tanto|tantos|tanta|tantas|sus|estos|estas|un|una) .. (@messages)",
  ],
  pt: [
    `^ (sair|sai|parar|pare|para|parem|descadastrar|descadastre|remover|cancelar|chega|quero sair|me tira|me tire|
      para ai|pode parar|cancela) ${PLEASE} $`,
    "(descadastr*|desinscrev*|desinscric*|descadrast*)",
    // No, and a verb
    `(nao|nunca|nem|jamais) (me|nos|mi|ousem|venha|venham|fica|fique|fiquem|adianta ficar|precisa|precisam|insista|
      continue|continuem|queria que|voltem a|volte a|ouse|tornem a)? (me|nos|mais|a)? @contactPt .. (mais|mas|nada|
      nunca|nunca mais|@messages|outra vez|de novo)`,
    "(nao|nunca|nem) (me|nos|mi) (@reachPt)",
    "(nao|nunca|nem) (me|nos|mi) (chamassem|mandassem|ligassem|procurassem|cobrassem|perturbassem) (mais)?",
    "(nao|nunca) (me|nos|mi)? (mande|mandem|manda|envie|enviem|envia) (mais|mas|nada|@messages|outra)",
    `(nao|nunca) (me|mi) (mande|mandem|manda|envie|enviem|envia) ${PLEASE} ]`,
    "(nao|nunca) (perturbe|perturbem|perturba|incomode|incomodem|insista|insistam|insistir|amole|encham|enche|encha)",
    "[ nao @reachPt (mais|mas)? ]",
    "nao (precisa|precisam|adianta) (mais)? (ficar|me|continuar) .. (@contactPt|@messages|insistir)",
    "nao (entre|entrem|entrar|façam|facam|faca) (mais|em)? (em)? contato",
    "(nunca|jamais) mais .. (me|em|por) .. (@contactPt|contato|aqui)",
    "(em|no) (outro|meu) (celular|whatsapp|zap|whats|telefone|numero) nao ]",
    // What I do not want or allow
    `nao (quero|desejo|aceito|autorizo|autorizei|gostaria|permito|queremos|preciso) (de)? (mais|receber|ficar|
      continuar|nenhuma|nenhum|que|ser|nem|um|uma|voces|vcs|as|os|essas|esses|ninguem|o)? .. (receber|recebendo|
      recebimento|contato|contatado|contatada|@messages|incomodado|incomodada|ligando|mandando|chamando|whatsapp)`,
    "nao (quero|desejo|queria) (mais|que|falar|saber) .. (@contactPt|contato|falar|de voces|de vcs|com voces|nada)",
    `nao (autorizo|autorizei|dei autorizacao|dei permissao|permiti) .. (@messages|contato|numero|uso|ligar|usar|
      voces|ninguem)`,
    "nao (dei|passei) (meu|o meu) @number .. (para|a) .. (voces|vcs|ninguem|voce|isso)",
    "(retiro|revogo|revogar|retirar) .. (autorizacao|consentimento|permissao)",
    // Stop it
    `(pare|parem|para|parar|chega|deixe|deixem|deixa|cessem|cesse) (de|com|ja|as|os|essas|esses|com essas|com esses|
      com as|com os|com isso|de uma vez) (me|nos|as|os|essas|esses|tantas|tanta|tanto|ficar)? (me)? .. (@reachPt|
      @sendPt|@messages|mensagem|perseguicao|perturbacao|encheção|encher|insistencia|assedio|contato)`,
    `(pare|parem|parar|chega|cessem) (as|os|com as|com os|com|essas|esses|todos os|todas as) (@messages|contatos|
      perturbacao|isso|perseguicao|assedio)`,
    "(pare|parem|chega) (ja|agora|com isso|por favor|disso)",
    "(entao|logo|ja|por favor) (parem|pare|chega)",
    "(ja deu|deu ja|deu pra ti) .. (mensagem|todo dia|todo santo|isso|chega|para|parem|nao)",
    "(me|nos) (deixa|deixe|deixem|deixar|deixam) (em|de|quiet*) (paz|mao|lado|quiet*)?",
    "(deixa|deixe|deixem) (eu|me|a gente|nos|minha familia) (em|de|quiet*) (paz|mao|lado|quiet*)?",
    "(quero|preciso) (de)? (paz|sossego)",
    // Take me off your list
    `(me|eu) (tira|tire|tirem|tiram|remova|removam|remove|exclua|excluam|exclui|apague|apaguem|apaga|retire|retirem|
      risca|risque|descadastra) .. (@list|dai|dessa|desse|disso|contatos)`,
    "(tira|tire|tirem|remova|remove|risca|exclui|exclua) (eu|nois|nos|a gente) .. (@list|dai|dessa)",
    `me (remova|removam|exclua|excluam|descadastra|bloqueia|bloqueie|bloqueiem|esquece|esqueca|esquecam|tirem|tire|
      tira) (dessa|disso|dai|por|de|da|agora|ja|ai|daqui)?`,
    `(tira|tire|tirem|tirar|tirarem|remova|remove|removam|remover|removerem|apaga|apague|apaguem|apagar|apagarem|
      exclua|exclui|excluam|excluir|excluirem|retire|retirem|retirar|deleta|delete|deletem|deletar) .. (meu|meus|esse|
      este|o) .. (@number|contato|dados|cadastro|nome|fone)`,
    `(exclusao|remocao|retirada|eliminacao|baixa) .. (meu|meus|deste|desse|minha) .. (@number|dados|contato|cadastro|
      contatos)`,
    "cancelar .. (recebimento|inscricao|@messages)",
    "(quero|queria|gostaria de|como faco para|preciso) sair (da|dessa|desta|do|disso|desse|daqui) (@list)?",
    `(some|suma|sumam|sumir|sumirem|sumissem|desapareca|desaparecam|saiam) (do|da|daqui) (meu|minha|zap|whats|
      whatsapp|celular)`,
    "(esquece|esqueca|esquecam|apaga|perca|percam) (meu|o meu) @number",
    "(larga|largue|larguem|sai|saia|saiam|sair) (do|de) meu pe",
    "(sem|nada de) (@messages|mensagens|ligacoes) (por favor|mais|aqui)?",
    "[ me (remove|remova|exclui|exclua|tira|tire|descadastra|bloqueia) ]",
    "(sair|sai|remover|tirar|excluir) (da|dessa|desta) lista",
    "^ (quero)? (cancelar|sair|descadastrar|parar|bloquear|remover) $",
    `(me esquece|me esqueca|esquece de mim|esquecam de mim|esquece que eu existo|esquecam que eu existo|finge que eu
      morri)`,
    "(paro|parar|deixar|deixo|paramos) de receber",
    "^ (ja)? (bloqueei|bloqueado|bloqueados|vou bloquear) (ja|voces|vcs)? $",
    "(bloqueei|bloquear|bloqueio) (o|esse|este|seu|o seu)? (numero|contato|voces)",
    `(chega|basta|cansei|to cheio|to farto) (de|dessas|desse|com|das) .. (@messages|perturbacao|cobranca*|encheçao|
      isso todo dia)`,
    "(nao usem|nao use|parem de usar) .. (meu|esse|este) @number",
    "(esse|meu) @number e (particular|pessoal|privado)",
    "(vou|irei|estou) (te|lhes)? (bloquear|bloqueando|bloquea) (voces|voce|esse|este|vc|vcs|todos|o)?",
    "(bloqueei|bloqueado|bloqueados|bloqueio) (voces|esse|vcs|voce|e denunciado)",
    "[ bloquead* ]",
    `(so|somente|apenas) (me)? .. (por carta|por email|por escrito|na justica|com meu advogado) .. (celular|whatsapp|
      zap|telefone) nao`,
    `(cansad*|cheio|cheia|fart*|cansei|de saco cheio|enchi) (das|dos|de|dessas|desses|com) (suas|seus|tantas|tanta|
      tanto|essas|esses|receber|mensagens|mensagem|ligacoes|@messages) .. (@messages|ligacoes)?`,
    "nao aguento mais (@messages|suas|essas|esses|receber|tanta|voces me|essa|ligacoes)",
  ],
  en: [
    "(unsubscribe|optout|unsuscribe|unsub)",
    "(opt|opting) (out|me out)",
    `^ (please)? (stop|stopall|end|cancel|revoke|remove|remove me|delete me|quit it|stop it|stop that|pack it in|no
      more|no contact|do not contact|do not disturb|take me off|jog on|do one|get lost|bugger off) (it|please|now|
      this|all|already|that|thanks)? $`,
    "[ (please)? stop (it|please|now|already|this|that)? ]",
    "(stop|quit|cease) (@contactEn|it|this|the|all|with|your|these|sending|trying to contact)",
    "stop .. (@contactEn|@messages)",
    "(cease and desist|cease all|cease contact|cease communication)",
    "(dont|do|never|not|no) (not|ever)? (ever|you)? (ever|dare)? @contactEn (to)? me",
    `(dont|do|never) not? (ever)? (contact|text|call|message|write|bother|email|msg|phone) (me|us|again|this|anymore|
      here|my)?`,
    "(dont|do|never) not? (ever)? send (me|us) (any|anymore|more|another|messages|texts|anything|this|these)",
    "(dont|do|never) not? send (any|anymore|more) (@messages|stuff|of)",
    `(dont|do|didnt|never) not? (want|wish|like|agree|consent|sign up|ask) .. (@messages|contacted|contact|hear from|
      hear anything|texted|messaged|bothered)`,
    "(dont|do) not? (want|wish) to (hear|receive|get|be|talk) .. (from|contacted|texts|messages|anymore|these|to you)",
    "(leave|let) (me|us) (alone|be)",
    "(leave|let) (me|us) .. alone",
    `(enough|knock it off|cut it out|pack it in|give it a rest|quit it|give over|do one) (with|already|of)? (the|
      your|these|this|all)? (@messages|texting|messaging|harassment)?`,
    "(last|final) (time|warning|message) .. (text|contact|message|bother|call) me",
    "(stop|quit) (msging|dming|pinging|blowing|spamming|hitting|sending|bugging|hassling)",
    "(want|get|let|need) (me)? (out|off) (of)? (this|your|the) (list|phone|chat|group|messages)",
    "(get|stay) (off|out of) my (phone|whatsapp|inbox|case|back)",
    "(wipe|erase|delete|remove|scrub) (all|my|all my|all of my) (data|details|info|information|number|records|contact)",
    "(right to (be forgotten|erasure|object)|object to (processing|marketing))",
    "(report|reporting|reported) (this|you|it)? (as|for) (spam|harassment)",
    `(never|didnt|did not|dont) (agreed|agree|consent|consented|sign up|signed up|ask|asked) (to|for) .. (texts|
      messages|calls|contacted)`,
    "who (gave|told) you .. (text|call|message|contact) me",
    "(need to|have to|said|told you to|asked you to|please|must|just) stop (it|now|this|that|all|already)?",
    "^ (block|blocked|blocking) (you|u|this|ya)? $",
    `(not|dont|never|no longer) .. (wish|want|agree|consent) .. (contact|contacted|communication|communications|
      texts|messages)`,
    "(remove|delete|take|erase|get) (me|my|this) .. (off|from|number|list|data|info|out|phone|contact)",
    "take .. (number|me) .. off",
    "no more (@messages|texts|messages|calls|contact|sms|reminders|of this)",
    "(lose|forget|delete) (my|this) number",
    "(blocking|block|blocked) (you|this|your|the|ya|u)",
    "(withdraw|revoke|revoking|withdrawing) .. (consent|permission)",
    "(not|dont|didnt|never) (have|give|gave|given) .. (permission|consent) .. (contact|text|call|message)",
    "not (to)? contact me",
    "(dont|never|not) (start|resume) (@contactEn)",
    "(sick|tired|fed up) (of|with) (your|these|you|all) .. (@messages|texting|calling|messaging)",
  ],
  except: [
    // The service is to end, not our messages
    `de baja (el|la|mi|los|las|ese|esa|este|esta|un|una) (servicio|plan|linea|internet|contrato|cuenta|tarjeta|
      producto|cable|seguro|suscripcion|paquete|telefono|celular)`,
    "de baja .. (plan|internet|contrato|tarjeta|seguro|cable)",
    "(estoy|estuve|sigo|estaba|ando|estar|medico) .. de baja",
    "(mas|bien|muy|cuota|tasa|es|una) baja $",
    // A name, a manner, an hour, a place: still to be called, but not so
    "no me (llame|llames|llamen) (asi|juan|maria|don|dona|senora|senor)",
    `no (me|nos|le) @dontContact (tan|tanto temprano|a esta|a esa|a estas|a esas|en este momento|en horario|en horas|
      en la madrugada|en la manana|en las|en la noche|en el trabajo|al trabajo|ahora|ahorita|hoy|mientras|antes|
      despues|temprano|tarde|los domingos|los sabados|el domingo|de noche|de madrugada|hasta el|hasta la|hasta las|
      hasta que|hasta manana|hasta despues|hasta luego)`,
    `no (me|nos|le) @dontContact (por|al|a este|a esta|aqui|en este) .. (sino|mejor al|mejor a|mejor por|mejor en|
      @pleaseWrite al|@pleaseWrite a|@pleaseWrite por|llameme al|llamenme al|use el otro)`,
    "no @dontContact (a este|a esta|aqui|al) .. (sino|mejor al)",
    `nao me (ligue|liga|liguem|chame|chama|mande|manda) (tao|agora|hoje|a essa|essa hora|nesse horario|antes|cedo|de
      manha|no trabalho|no domingo|ate|enquanto)`,
    `(dont|not|do) .. (call|text|contact) me (now|today|so early|at work|before|during|while|until|right now|yet|
      this early)`,
    // What must not be sent is something else
    `no (me|nos) @dontSend (ese|esa|este|el|la|un|ningun) (link|enlace|boleto|codigo|qr|asesor|cobrador|audio|
      persona|carta)`,
    // A bargain, not a wish
    "(si|se) (usted|ustedes|voce|voces)? me (deja|dejan|deixa|deixam) (tranquil*|en paz|em paz|quiet*)",
    // Where the number is from
    "(no|nadie) (han|ha|he|hemos) (podido|querido|vuelto a|logrado|sabido)? .. @contactingMe",
    `no (puede|puedes|podria|podrian|pueden|podes) (usted|alguien)? (llamarme|escribirme|contactarme) (hoy|manana|
      ahora|mejor|al|por|en|a|usted|alguien|un) `,
    "no (dude|dudes|duden|olvide|olviden|olvides|dejen|deje|dejes) (en|de) @contactingMe",
    `(saqué|recien saque|yo saque|recién saqué|yo recien saque|comprei|compre) (este|el|esta|ese|la) (chip|linea|
      numero)`,
    "(donde|onde|como) .. (sacaron|sacaste|saco|consiguieron|tiraram|pegaram|obtuvieron)",
    // Payments and other things that stop
    `(paren|pare|dejen|deje|parem) de (cobrar|cobrarme|cobrarnos) (interes*|lo|eso|algo|un|una|el|la|mora|moras|
      juros|dos|doble)`,
    "(para|pare) (mi|mis|el|la|los|las|eso|que) .. (mensaje|llamada|pago)",
    "para (eso|esto) (te|le|les|necesito|quiero|escribo|es|estoy|los)",
    "(no|ya) (me|lo|la)? este (a|la|el|mes|mi|numero)",
    `(quiteme|quitenme|quitame|saqueme|sacame|saquenme|elimineme|borreme|borrame|eliminenme|borrenme) (de)? (los|las|
      la|el|esos|esas|esa|ese|un|una|todo|todos) (interes*|honorario*|mora|moras|multa|multas|recargo*|comision*|
      deuda|duda|penalidad|cobro|cobros|seguro|datacredito|infocorp|dicom|buro|veraz|central*|reporte)`,
    `(me|nos) (saquen|saque|sacan|quiten|quite|borren|borre) (de|del) (la|el)? (datacredito|infocorp|dicom|buro|
      veraz|central*|clearing|equifax|boletin)`,
    `(sacarme|quitarme|borrarme|salir|salirme|eliminarme) (de|del) (la|el|esta|este)? (datacredito|infocorp|dicom|
      buro|veraz|central*|deuda|problema|apuro|paso|hueco|duda|trabajo|lio|casa)`,
    "(exclusion|retiro|eliminacion) .. (datacredito|infocorp|buro|dicom|spc|serasa)",
    "(sair|tirar|tirem|tira|tire) .. (spc|serasa|divida|negativado)",
    "(no|nao) (doy|dou|passo) .. (datos|dados|informacion)",
    "me lo dejan",
    "stop (payment|by|paying|the payment)",
  ],
};
