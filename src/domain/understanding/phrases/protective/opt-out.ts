import type { PhraseTable } from "../../lexicon.ts";
import { OPT_OUT_EN } from "./opt-out-en.ts";
import { NO_OPT_OUT } from "./opt-out-not.ts";
import { OPT_OUT_PT, PLEASE } from "./opt-out-pt.ts";

const NOT = "(no|ni|nunca|jamas|tampoco)";
const ME = "(me|nos|m|mi)";
const WANT =
  "(quiero|deseo|queremos|quisiera|necesito|acepto|autorizo|admito|permito|consiento|solicito|soporto|quero)";
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
    "(no|ni|tampoco) quiero .. (@dontContact|@contacting)",
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
      ya)`,
    "que (ya)? no (me|nos)? (lleguen|llegue|aparezcan) ]",
    "ya no (me|nos)? (lleguen|manden|mande|envien|envie|mandes|envies|mandeis)",
    // What I do not want, allow or need
    `${NOT} ..4 (recibir|recibiendo|recibirlos|recibamos) .. (@messages|nada|esto|estos|esas|eso|comunicacion|
      comunicaciones|informacion|mas|sus)`,
    "(dejar|dejo|parar|paro|evitar|evito) de? (recibir|que me lleguen|que me escriban|que me manden)",
    "(no me interesa|no me interesan) (recibir|que me|sus mensajes|seguir recibiendo|sus llamadas|que sigan)",
    `no ${WANT} (que|seguir|volver|recibir|mas|ni|ningun|ninguna|otro|otra|sus|tus|ver|un) .. (@messages|@contacting|
      @dontContact|recibir|recibiendo|recibirlos|contacto|contacten|informacion)`,
    `no ${WANT} (que me|que nos|que sigan|que vuelvan|volver a|seguir) (escriban|manden|llamen|envien|lleguen|hablen|
      busquen|@sending|@contacting|recibiendo|recibir|saber)`,
    `(no|ni|tampoco) ${WANT} .. (@messages|llamadas) (de ustedes|suyos|mas|de nadie|de esta|de esa)?`,
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
    "(dejenme|dejame|dejeme|dejadme|dejarme|dejenos|dejennos) de (@contacting|@sending|joder|fregar|webear|wevear|weviar|hueviar)",
    "(me|nos) (deje|dejen|dejan|dejas|deja|dejes) (en paz|tranquil*|quiet*|vivir|de @contacting|de joder)",
    "(quiero|necesito|merezco|dejen) .. (que me|vivir|estar) (dejen|deje|en) (paz|tranquil*)",
    // Take me off your list
    `(darme|denme|deme|dame|dadme|darnos|denos|doy|den|da|dan|dar|pido|quiero|quisiera|solicito|solicitar|pedir|
      exijo|tramitar) .. (la|de|mi|una) baja`,
    "(me|nos|mi numero|mi celular) .. (da|dan|dar|des|de|den|das) de baja",
    "@remove .. (mi|mis|este|ese|el|nuestro) (@number|nombre|datos|numeros|informacion|dato|numerito)",
    "@remove (a|me)? .. (mi|este|esta|mis) .. (@number)",
    `@removeMe ${PLEASE} ]`,
    "@removeMe .. (de|del) (la|el|su|sus|tu|vuestra|vuestras|esa|esta|ese|este) .. @list",
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
    // No, of what is sent: "estos mensajes no los quiero", "ya no msj", "ni uno más"
    "(@messages|esto|estos|estas|eso) (ya)? no (los|las|lo|la) (quiero|acepto|pedi|necesito|autorizo|autorice)",
    `[ (ya|y)? (ya)? (no|tampoco|ningun) (mas)? (@messages) (mas)? ${PLEASE} ]`,
    "(tampoco|nunca|ya no) mas @messages",
    "(quiero|acepto|recibo|serio|ya|basta|y) ni (un|uno|una) mas ]",
    `[ ni (uno|una|un solo|una sola) mas ${PLEASE} ]`,
    "(nm|nme|nomm) (@dontContact|@dontSend)",
    "no (me|nos|m) @dontSend (sus|tus|vuestros|vuestras|los|las|esos|esas) (cobros|cosas|deudas|notificaciones|porquerias)",
    "no (los|las|lo) @dontSend mas (por favor|porfa|])",
    "no (me|nos|le|les)? @dontSend (eso|esto|estas cosas|esas cosas) (a mi|a el|a ella|al|a este|aca|aqui|por aqui|por aca|mas)",
    "no (la|lo|le|las|los|les) (esten|este|estes|sigan|siga|sigas|anden|vuelvan|vuelva|vuelvas|volvais) (a)? (@contacting|@sending)",
    "no (me|nos) (vuelven|vuelve|volves|vuelves|volveis) a (@sending|escribir|molestar|buscar|contactar)",
    "no (me|nos) (manda|mandan|mandas|envia|envian|escribe|escriben|escribis) mas (@messages|nada|nunca|])",
    "(@messages|mandando|escribiendo|llamando) ..4 no lo (vuelva|vuelvan|vuelvas|volvais|hagan|haga|hagas) (a hacer|mas)",
    "no me (gusta|agrada|parece) que (me|nos) .. (@dontContact|@dontSend|@contacting|@sending)",
    `(y|mejor|pido|ruego|favor) no @dontContact ${PLEASE} ]`,
    `(por|en) (aqui|aca|ahi|este medio|este canal|whatsapp|wasap|este numero|este telefono|este chat) (ya)? (no|tampoco|nada mas|nunca mas) (gracias|por favor|])`,
    "(por|en) (aqui|aca|este medio|este canal|whatsapp|este numero) (ya)? no quiero (nada|mas|que|@messages|saber)",
    "(ustedes|uds|usted|vosotros) a mi no ]",
    // Asked for before, and gone on with: "ya les pedí que me quitaran de la lista"
    `(pedi|dije|solicite|pedido|dicho|pidiendo|diciendo|rogado|rogue|pidio) ..5 (que me|que nos) (quitara*|sacara*|borrara*|
      eliminara*|retirara*|quiten|saquen|borren|eliminen|quite|saque|borre|elimine) (de|del|ya|])`,
    `no (me|nos|le|lo|la) (escribiera*|llamara*|mandara*|buscara*|molestara*|contactara*|enviara*|marcara*|textear*)
      (mas|por|a|nada|nunca|otra|@messages|])`,
    "(siguen|sigue|sigues|seguis) (@sending|@contacting|llegando|llegandome) ..6 (dije|pedi|avise|explique) (ya)? que no",
    // A warning of what comes next: "si me vuelven a escribir los denuncio", "una más y voy a Profeco"
    `(si|como) (me|nos) (vuelven|vuelve|vuelves|volves|volveis|vuelvan|vuelva|vuelvas|siguen|sigue|sigues|seguis|sigan|siga|sigas|sigais) (a)? (@contacting|@sending) ..6
      (denuncio|denunciare|denunciar|denuncia|demando|demandare|demandar|bloqueo|bloquear|reporto|reportar|reportare|quejo|
      queja|abogado|abogada|enojar|enojo|policia|fiscalia|profeco|condusef|indecopi|sernac|superintendencia|consumidor)`,
    `[ (una|uno|otra|otro) (sola|solo)? (mas|@messages|llamada mas|vez mas) y (voy|los|las|te|lo|la|les|hago|denuncio|bloqueo|
      me voy|pongo|vamos)`,
    "que (esta|este|esa|ese) sea (la|el) (ultimo|ultima) (vez|@messages)? (que|])",
    "(esta|este|esa|ese) sea la ultima vez",
    // Forget me, let go of me
    "(olvidenme|olvideme|olvidame|olvidadme|desagend*)",
    "(me|nos) (olviden|olvideis|olvide|olvides) (ya|por favor|de una vez|])",
    `(olvidar|olvidarse|olvidaros|olvidarte|olvideis|olvidaos|olviden) (ya)? de (mi|nosotros|este @number|mi @number|este
      numero) `,
    "(haga|hagan|haced|haz|hace) (de)? cuenta (de)? que .. (no exist*|me mori|no estoy)",
    "(denme|deme|dame|dadme|den|pido|quiero) (un poco de|ya)? (paz|silencio) ",
    "[ (ya)? (sueltenme|sueltame|suelteme) (ya|por favor|de una vez)? ]",
    "hasta (aqui|aca|ahi) (no mas|nomas|nada mas)? (llegamos|llego|llegaron) (con .. @messages|chao|chau|adios|])",
    "(chao|chau|adios|fin) (con|a|de) (la|las|los|sus|tanta|tanto) (cobranza|cobranzas|cobros|@messages)",
    `(gracias|no|ya|bueno|che|listo|ok|loco|mensajes|diarios|favor) (basta|paren|parenle|parele|parad) (loco|loca|che|ya|gente|por
      favor|])`,
    "[ (ya)? (basta|paren) (loco|loca|che|gente|wey|guey|po|pues|hombre|tio|amigo|vieja|viejo|pe)",
    "[ (che|ya|loco)? (aflojen|aflojenle|aflojale) (un poco|un toque|ya|van|gente|por favor)",
    "(quedense|quedate|quedese|quedaos) callad*",
    "[ (ya)? (parad|parad ya|dejadlo) (ya|de una vez|por favor)? ]",
    "(reportad*|denunciad*) y bloquead*",
    "bloquead* y (reportad*|denunciad*|borrad*)",
    "acoso y? se (acaba|acabo|termina|termino)",
    "(dar|den|deis|des|de|darme|darnos|dando|dandome|dandonos) (mas)? (la|el) (brasa|lata|tabarra|murga|turra|matraca|barrila|chapa|conazo|tostón)",
    "me (van|vas|va|vais) a (hacer|obligar a) (cambiar|botar|tirar|cancelar) .. (linea|numero|chip|celular)",
    "hasta cuando .. (con|van a|vas a|va a|vais a|seguiran|me van a) .. (@messages|@contacting|@sending)",
    // How it is made to stop
    `(como|que) (le)? (hago|hacemos|hacer|hay que hacer|tengo que hacer|puedo hacer|se hace|debo hacer) .. para ..4 (lleguen|
      llegar mensajes|escriban|manden mensajes|llamen|molesten|recibir mensajes|@contactingMe|recibirlos|contacten|
      salir de (esta|la|su) lista|salirme de (esta|la|su) lista)`,
    "(como|donde) .. (dejo|dejar|paro|parar|freno|detengo) .. (recibir|@messages|recibirlos)",
    "(que|cual) (es la)? (palabra|tecla|boton|codigo) .. para (que)? (no|parar|salir|dejen|ya no|dejar)",
    // Rights over one's data
    "(ejerzo|ejercer|ejercicio|invoco|amparo) .. derechos? .. (oposicion|arco|supresion|olvido|cancelacion)",
    "derechos? (arco|de oposicion|de supresion|al olvido|de cancelacion)",
    "(cesen|cese|cesar) (en)? el (tratamiento|uso)",
    "@remove .. @number .. (de|del) .. @list",
    "@number no (aparezca|aparesca|este|figure|salga) .. en .. @list",
    "no (quiero|deseo) (estar|aparecer|figurar|seguir) en (su|sus|tu|vuestra|esta) @list",
    "@number ..9 (quitenlo|quitadlo|quitelo|saquenlo|saquelo|sacadlo|borrenlo|borrelo|borradlo|eliminenlo|eliminelo|retirenlo) (ya|por favor|])",
    `[ (por favor|porfa|oiga|hola|ya)? (borrenme|borreme|borrame|saquenme|saqueme|sacame|eliminenme|elimineme|quitenme|quiteme)
      (no|yo no|que no|porque no|que yo no|ya pague|que ya pague)`,
    "no (dije|autorice|he dicho|di permiso|dimos permiso) .. (podian|pudieran|pueden|usar|usaran|usen) .. @number",
    "(mi|este) @number es (solo|solamente)? para (mi familia|mis clientes|pedidos|trabajar|mi trabajo|la familia|emergencias|uso personal)",
    "[ (ya)? (parad|parense|pareis|callaos|callense|callate) (ya|de una vez|por favor|con esto|])",
    "@remove (mi|este) num",
    "(borre|borren|borra|elimine|eliminen|elimina|quite|quiten|quita|saque|saquen|saca) el mio ]",
    "(borrelo|borrenlo|borralo|eliminelo|eliminenlo|quitelo|quitenlo|saquelo|saquenlo) (de|del) (su|sus|tu|el|la) .. (sistema|base|lista|registro|registros|agenda)",
    "(cese|cesar|cesen|suspension|suspendan|suspender) ..4 (cobranza|cobranzas|cobro|gestion|gestiones|hostigamiento|contacto)",
    "(por|en) (este|ese) (medio|canal|chat|whatsapp) ya no",
    "(por|en) (este|ese) (medio|canal|chat|numero|whatsapp) (ya)? no (mas)? (por favor|gracias|]|si|que|porfa)",
    "no (usar|utilizar|ocupar|usen|utilicen) (este|mi) .. (@number|medio|canal)",
    "(que|para que|hago|aprieto|apretar|pongo|mando|escribo) ..6 (deje|dejen|dejar) de (llegar|llegarme|sonar|entrar) (]|por favor|ya|mensajes|esto|@messages)",
    "(un|otro|una|otra) (mensaje|llamada|whatsapp|mensajito) mas y ..4 (bloque*|denunci*|report*|demand*|abogad*|policia|fiscalia|profeco|sernac|indecopi|sic|consumidor|cambio de)",
    "si (me|nos) (vuelven|vuelve|volveis|siguen|sigue|seguis) (a)? (@contacting|@sending|llegar)",
    // Fed up with it
    `(harto|harta|hartos|hartas|cansado|cansada|cansados|mamado|mamada|aburrido|aburrida|podrido|podrida|saturado|
      saturada|hinchado|jarto|jarta|cabreado|cabreada|hasta la madre|hasta el gorro|hasta las narices|hasta los
      huevos|hasta la coronilla) (con|de|por) (sus|tus|los|las|tanto|tanta|tantos|tantas|estos|estas|esos|esas|su|que
      me) (@messages|@messages|escriban|llamen|manden|molesten|acoso|mensajes)`,
    "no (aguanto|soporto|tolero|aguantamos) (mas|tanto|tantos|tanta|tantas|sus|estos|estas|un|una) .. (@messages)",
  ],
  pt: OPT_OUT_PT,
  en: OPT_OUT_EN,
  except: NO_OPT_OUT,
};
