/** What looks like a stop and is none: an hour, a place, another way to be reached, something else that is to end. */
export const NO_OPT_OUT: readonly string[] = [
  // The service is to end, not our messages
  `de baja (el|la|mi|los|las|ese|esa|este|esta|un|una) (servicio|plan|linea|internet|contrato|cuenta|tarjeta|
    producto|cable|seguro|suscripcion|paquete|telefono|celular)`,
  "de baja .. (plan|internet|contrato|tarjeta|seguro|cable)",
  "(estoy|estuve|sigo|estaba|ando|estar|medico) .. de baja",
  "(mas|bien|muy|cuota|tasa|es|una) baja $",
  // The contrary
  "no (me|nos|le)? (deje|dejes|dejen|dejeis|pare|paren|pares|olvide) de (me|nos)? (@contacting|@sending|avisar*|recordar*|mandar*)",
  "no (me|nos) (deje|dejes|dejen) de (escribir|hablar|avisar|mandar|recordar)",
  "(nunca|no) (dije|he dicho|pedi) que no (me)? @dontContact",
  "nao (precisa|precisam|pare|para|parem)? (de)? (parar|para|deixar|deixe|deixa|pare) de (me)? (mandar|avisar|escrever|chamar|lembrar|ligar)",
  "(dont|do not|never|no need to) (stop|quit) (@contactEn|sending|reminding|messaging)",
  "stop calling me (that|names|a liar|a thief) ]",
  "(card|account|phone|line|sim|app|number|transfer|payment) (is|was|got|has been|been|are|were)? (blocked|blocking)",
  "no me (mande|manden|mandes|envie|envien) (mas)? (audio|audios|notas de voz|voz|fotos|stickers) ",
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
  "(a este|por aqui|por aca|a mi|aqui|aca) si ]",
  "not (this|that) number .. (text|call|use|message) (my|me on|me at|the)",
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
  // Now is a bad time, and a better one is named
  `no (me|nos|le)? (@dontContact|@dontSend) ..12 (hablamos|contesto|respondo|le escribo|te escribo|@pleaseWrite|llameme|llamame|
    llamenme|desocupo|ya estoy libre|con gusto)`,
  "@stopThem de @contacting ..12 (ya estoy libre|le contesto|te contesto|hablamos|me desocupo|le escribo|te escribo|le respondo)",
  `no (me|nos)? (@dontContact|@dontSend) (mensaje|mensajes|mensajito|audios|whatsapps|nada)? (en la manana|por la manana|de madrugada|de
    noche|antes|antes de|el domingo|los domingos|en domingo)`,
  "no quiero .. (@dontContact|recibir) .. (antes|antes de|de madrugada|en la madrugada|tan temprano)",
  "(ahora|por la manana|en la manana|a esta hora|a esa hora) no (me|nos) (@dontContact|@dontSend) (que|porque|estoy|ando)",
  "(antes|mientras|hasta entonces) (ni|no) me @dontContact",
  "ya no me @dontContact mas? (hoy|por hoy|ahora|esta noche)",
  `(nao|num) (me)? (manda|mande|mandem|liga|ligue|liguem|chama|chame) (mensagem|nada|mais nada)? (antes|de manha|agora|hoje|de
    madrugada|no domingo|no trabalho)`,
  "(hoje|agora) nao (me)? (manda|mande|mandem|liga|ligue|chama|chame) mais? nada?",
  "(dont|not|stop) (call*|text*|contact*|messag*) (me)? (before|during|until|till|til|rn|right now|while|today)",
  // Not so, but in writing
  `no (me|quiero que me|quiero que nadie me) (llame|llames|llamen|marquen|marque) ..4 (escribeme|escribe|escriba|escriban|escribame|
    escribanme|mensajito|mensaje|mandenme|mandeme)`,
  "nao (me)? (liga|ligue|liguem) .. (manda|mande|mensagem|escreve|escreva)",
  "stop calling .. (text|texts|message|email|whatsapp) (is|are|me|works|instead|only|fine)",
  // Not with a machine
  "no quiero (hablar|escribir*|chatear|seguir hablando) .. (robot|robots|bot|maquina|computadora|contestador|contestadora|ia|grabacion|maquinita)",
  "no quiero hablar con (vos|usted|ti) .. (quiero|sino|paseme|necesito|pasame)",
  "de (convenios|acuerdos|planes|descuentos|cuotas) no me (hable|hables|hablen)",
  // An amount and no more; what is sent is a plan or a link
  "# ..4 (y)? no mas",
  `no (me|nos)? (@dontSend|este mandando|esten mandando) (mas)? (el|la|ese|esa|este) (link|enlace|boleto|codigo|qr|factura|
    recibo)`,
  "no (me)? @dontSend mas (opciones|opcion|planes|propuestas|alternativas|links|enlaces|codigos)",
  "@stopThem de @sending (planes|opciones|ese|el link|links|propuestas|la factura)",
  "nao (me)? (manda|mande|mandem) mais (opcao|opcoes|esse link|o link|link|boleto|esse boleto|proposta|propostas)",
  "(quit|stop) sending (me)? (plans|options|links|offers|the link|that link)",
  "(lleguen|llegue|aparezcan|aparezca) (mas|estas|estos|esas|esos)? (los|las|mas)? (interes*|recargo*|multa*|recibo*|factura*|cuota*|moras|mora|atrasad*)",
  "no dejen de @sending",
  // Fees and interest that are to end
  "(paren|pare|dejen|deje|parem|pare) de (me|nos)? (cobrar|cobrarme|cobrarnos) (interes*|juros|multa*|mora|moras|recargos|taxa*|tarifa*|seguro|comision*)",
  "de baja (el|la|los|las)? (interes*|mora|moras|multa*|recargo*|seguro|seguros|comision*|honorario*|penalidad*)",
  "stop (the|this|charging|adding|your|all)? .. (interest|fees|charges|fee|clock)",
  "(que|quando|cuando|no|nao|juros|intereses|multas|moras|recargos) (me|se|nos|ya)? (paren|parem)",
  // Where the number is from
  "(where|whered|how|howd|who) .. (get|got|gave|find|found) .. (number|from|details|info|contact|phone)",
  "no (se|te|os|me) (olviden|olvide|olvides|olvideis) (ya)? de (mi|nosotros)",
  "(no|nunca) me (llame|llamé) asi",
];
