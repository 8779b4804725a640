import type { PhraseTable } from "../../lexicon.ts";

const IT = "(lo|la|los|las|le|les|te|os|se|eso|esa|ese|esos|todo|toda|mi|yo)";
const WHEN =
  "(ayer|hoy|anoche|antier|anteayer|antes|temprano|ahorita|recien|hace|desde|el|la|los|las|esta|este|en|con|por|al|a|todo|toda|completo|mi|sus|su|ya|puntual|mas|cuando|#|anteriormente|del)";

/** "I paid already", in the past: what is still meant, doubted or asked is none. Nobody is dunned until it is checked. */
export const alreadyPaid: PhraseTable<"alreadyPaid"> = {
  says: "alreadyPaid",
  es: [
    "(pag|pague|pago|pagado|pagamos|abone|deposite) por # (veces|voces|vcs|vezes)",
    "(pague|pagado|pagamos|abone|deposite|cancele) (dos|tres) veces",
    // Already, and a past
    `ya (yo|no se acuerda|les dije que|le dije que|te dije que)? ${IT}? (lo|la|los|las|le|les|te)? (@paidOne|
      @paidSure)`,
    `ya (esta|estan|quedo|quedaron|fue|fueron|estaba|tiene|tengo|tenia|ha sido|he|hemos|habia|habiamos|quede) (todo|
      eso|bien|la cuenta|la deuda)? (@paidDone|paz y salvo|al dia|listo el pago)`,
    `ya (quedo|esta) (todo|eso|lo de|la deuda|la cuenta|el pago|lo del) .. (pag*|cancelad*|saldad*|liquidad*|
      cubiert*|listo|arreglad*|mes|cuota)?`,
    "^ ya (pago|page|pague|pagado|cancelado|pagao|pagué|cancele) $",
    `ya (hice|hicimos|realice|efectue|mande|envie|gire|pase|realizamos|meti|puse|di|abone|entregue) .. (@payment|
      plata|dinero|hizo|todo|efectivo|pagos|cuota)`,
    `ya (se|les|le|te|os) (lo|la|les|le)? (pague|pagamos|pagó|transferi|deposite|consigne|abone|yapee|plinee|gire|
      cancele|mande (la plata|el dinero|el pago)|di (la plata|todo|el dinero)|hizo el pago|hice el pago|hice la|
      entregue (la plata|todo)|liquide|descontaron|debitaron|cobraron)`,
    `ya (pago|pagó|pagaron|deposito|depositó|cancelo|canceló|abono|abonó|transfirio|consigno|consignó) (mi|ella|el|
      él|su|la) .. (@family|@acquainted|ayer|semana|mes|todo)?`,
    `ya (cancele|salde|liquide|quede|cubri|finiquite|liquidamos|saldamos|cancelamos|cumpli) .. (todo|deuda|cuenta|
      dia|eso|cuota|esa)?`,
    "(pagué|deposité|transferí|consigné|aboné|yapeé|plineé|saldé|liquidé)",
    `(ayer|anoche|recien|recién|hoy|antier|anteayer|temprano|el (lunes|martes|miercoles|jueves|viernes|sabado|
      domingo)|esta (manana|tarde)|la semana pasada|el mes pasado|hace rato) (ya|yo|les|le|te|se|lo|la)? (les|le|te|
      lo|la)? (pague!|deposite!|transferi|consigne!|abone!|yapee|plinee|cancele!|gire!|liquide!|hice (el|la)|pagamos)`,
    `(fui|fue|fuimos|me fui|se fue|vengo) .. (a|de)? (pague!|pagué|pagar ayer|pagar el|a pagar (ayer|el|hoy|anoche|
      la semana)|deposite!|consigne!)`,
    `(le|les|te|ya|se) (lo)? (mande|mandé|envie|envié|di|entregue|entregué|pase|pasé|hice llegar|gire|giré) (ya)?
      (el|la|los|las|toda la|todo el)? (plata|dinero|pago|efectivo|#|lana|transferencia|deposito|abono|cuota|guita)`,
    `(por|con|via) (yape|plin|nequi|daviplata|spei|pse|mercado pago|transferencia|efecty|oxxo) (les|le|te|se|ya|lo)?
      (les|le|te|lo)? (pague|pagué|mande|mandé|envie|envié|deposite|hice|pase|pagamos|transferi)`,
    `(sale|aparece|figura|esta|consta|dice|marca|muestra) (ya|como|que|me)? .. (pagado|pagada|al dia|saldo cero|
      saldo en cero|sin deuda|cancelado|liquidado)`,
    "(saldo|balance) (en)? cero",
    "todo (esta|quedo|ya esta|fue)? (pagado|pago|cancelado|saldado|liquidado|al dia)",
    "ya (quedo|quedó|cumpli|cumplí) (con|listo|eso|ya|mi)? (lo|con)? .. (mi|pague|cajero|pago|parte|cuota)",
    "^ ya (quedo|quedó|cumpli|cumplí|esta|está) (pagado|listo|eso|todo|la cuenta)? $",
    `ya (se)? (cobro|cobró|cobraron|domicilio|domicilió|arregle|arreglé|lo arregle|lo arreglé) .. (sucursal|oficina|
      banco|ayer|automatic*|domicili*|tienda|tarjeta)`,
    "(llevo|voy|tengo) .. (cuotas|cuota|pagos|meses|letras|armadas|mensualidades) (al dia|pagad*|pagas|dadas)",
    // The past with something that keeps it from being a request
    `${IT} (lo|la|los|las|le|les|te)? (pagué|transferi|deposité|consigné|aboné|yapee|plinee|pagamos|depositamos|
      transferimos|consignamos|abonamos|liquidé|saldé|liquidamos|saldamos)`,
    `(te|le|les|os|lo|la|los|las|eso|esa|yo|se) (lo|la|los|las)? (pague|deposite|consigne|abone|liquide|salde|
      liquidé|cancelé) (ayer|hoy|anoche|hace|el|la|en|con|por|todo|completo|antes|temprano|desde|ya|mes|semana)?`,
    `(pague|pagué|transferi|transferí|deposite|deposité|consigne|consigné|abone|aboné|cancele|cancelé|salde|liquide|
      liquidé|yapee|plinee|gire|giré) ${WHEN}`,
    `^ (si|listo|hola|buenas|senor|senora|senorita)? (pague|transferi|deposite|consigne|yapee|plinee|pagado|
      cancelado|transferido|depositado|consignado|abonado|liquidado|pagada|cancelada|hecho el pago|pago hecho|pago
      realizado) (ya|gracias|todo|ayer|hoy|señor|amigo|senorita)? $`,
    "^ (pague|transferi|deposite|consigne|yapee|pagué) (#|por|los|las|mi|su|esa|eso|la|el)",
    `(si|pero|que|porque|y) (si)? (yo|ya) (ya)? (les|le|te|lo|la)? (pagué|pague|cancele|cancelé|transferi|deposite|
      consigne|abone|yapee|liquide|pagamos)`,
    `(eso|esa|esta|este|lo|deuda|cuenta|factura|cuota|prestamo|obligacion|saldo|valor|credito|recibo) (lo|la|ya|esta|
      estan|fue|quedo|se encuentra|ha sido) (ya|todo|totalmente|completamente|lo|la)? (@paidDone|pague|pagué|cancelé|
      cancele|pagamos|liquide|saldamos)`,
    `(esta|estan|estaba|quedo|quedaron|fue|fueron|tengo|he|hemos|habia) (todo|toda|eso|la deuda|el saldo|totalmente|
      completamente|ya)? (pagad*|saldad*|liquidad*|cubiert*) (y|desde|en|hace|ya|el|la|todo|hasta|por|con)?`,
    `(fue|fueron|quedo|esta|ha sido) (ya)? (cancelad*|cubiert*|liquidad*|saldad*|abonad*|consignad*|depositad*|
      debitad*|descontad*|transferid*) (en|el|la|mediante|con|por|hace|desde|ayer|de|a|totalmente|completamente)`,
    `(acabo|acabamos|termine|acabe|acaba|vengo|termino|acaba mi) de (pagar|pagarle|pagarlo|pagarla|pagarles|
      transferir|depositar|consignar|abonar|girar|cancelar|yapear|liquidar|hacer el|hacer la|hacer un|realizar el|
      realizar la|hacerles el|hacerle el|mandar la plata|mandar el dinero|mandarle la plata|plinear|yapearte|
      transferirte|transferirle|depositarle|hacer mi)`,
    "(hace|desde) .. que (la|lo|les|le|ya)? (pague|cancele|pagamos|pagué|liquide|salde|deposite)",
    `(he|hemos|habia|habiamos|tengo|llevo) (ya|todo)? (pagado|transferido|depositado|consignado|abonado|cancelado el
      total|cancelado la deuda|cancelado todo|realizado|liquidado|saldado|pagao)`,
    "(hice|hicimos|realice|realicé|efectue|efectué|realizamos) (el|un|la|una|mi|ese|los|mis|este|dos|tres)? (@payment)",
    `(pago|deposito|transferencia|consignacion|abono|spei|yape|yapeo) (ya|esta|fue|quedo)? (hecho|hecha|listo|lista|
      realizado|realizada|efectuado|efectuada|enviado|enviada|confirmado|exitoso|exitosa|acreditado|aprobado)`,
    "(listo|hecho|realizado|efectuado) (el|la|su) (pago|transferencia|deposito|consignacion|abono|yape)",
    "(le|les|te|ya|se) (lo)? (yapee|plinee|gire|transferi|consigné|deposité|transferí|giré|yapié|yapie)",
    "ya fui a (pagar|depositar|consignar|cancelar|hacer el (pago|deposito|giro))",
    "(ya)? me puse (ya)? al (dia|corriente)",
    "(estoy|quede|ando|voy) al corriente",
    `(salde|liquide|cancele|cubri|pague|abone|saldé|liquidé|cubrí) (ya)? (esa|la|mi|todo|toda|ese|el|mis|esas|eso|
      las|los|este|ese|lo) .. (deuda|cuenta|credito|adeudo|prestamo|saldo|hace|mes|ano|cuota|cuotas|dia|pasad*|de
      (enero|este|octubre|septiembre))`,
    `(el|la|mi|su|ese) (@payment|deposito|giro|cuota) (ya)? (se)? (hizo|realizo|realizó|efectuo|efectuó|salio|salió|
      paso|pasó|entro|entró|quedo|quedó|cayo|cayó|acredito|acreditó|debito|debitó|fue hech*|fue realizad*|fue
      efectuad*)`,
    `ya (se)? (quedo|quedó|hizo|debito|debitó|realizo|realizó|descontó|desconto|acredito|acreditó|cobró|proceso) (el|
      la|su|de|mi|ayer|hoy)? .. (@payment|plata|cuenta|cuota|tarjeta|monto|dinero|banco)`,
    `(se|te|os) (lo|la|los|las) (pague|pagué|deposite|deposité|consigne|di|abone|entregue|transferi|cancele) (a|al|
      ayer|el|en|hace|todo|por|completo|hoy)`,
    "ya se (debitó|acreditó|descontó|cobró|pagó|depositó|transfirió|abonó)",
    "(pago|deposito|transferencia|abono|giro) ya? (esta|fue|quedo) (acreditad*|hech*|realizad*|aplicad*|efectuad*|enviad*|list*)",
    "(me|se) lo (descontó|descontaron|debitó|debitaron|cobraron|descuentan)",
    "(he|hemos) (hecho|realizado|efectuado) (ya)? (el|la|un|una|mi) @payment",
    "ya (les|le)? (cayo|cayó|entro|entró|llego|llegó|debe aparecer|deberia aparecer|deberia reflejarse|debe estar reflejado|esta en su cuenta|esta reflejado) (el|la|mi|en|su)? (@payment|deposito|plata|dinero|lana|cuenta)?",
    "(todavia|aun) no (les|le) (aparece|sale|refleja|llega|cae|entra) (el|mi|la) (@payment|abono|deposito|dinero)",
    "(estamos|quedamos|estoy|quede) (ya)? (a mano|en paz|saldados|cuadrados|tablas)",
    "ya (solte|solté|afloje|aflojé|puse|meti|metí|ingrese|ingresé|descargue) (la|el|mi|su) (lana|plata|dinero|parte|guita|billete|pago)",
    // Taken from me, or paid through somebody
    `(me|nos|lo|la|ya|se) (lo|la|los|las)? (descontaron|descontó|descontaban|debitaron|jalaron|retuvieron|rebajaron|
      descuentan|debito|debitó|descuenta|cobraron|desconto|quitaron|cargaron) (ya|todo|por|de|del|en|automatic*|la|el|
      directo|hoy|ayer|a)? .. (ayer|nomina|cuenta|sueldo|salario|planilla|tarjeta|automatic*|ahorros|quincena|rol|
      banco|cuota|plata|liquidacion|pension|ya|boleta|recibo|prestamo|nequi|mes)`,
    `(se|fue|lo) (pago|pagó|debito|cobro|cobró) (con|por|de|en|mediante) (el|la)? (debito|descuento|automatic*|
      tarjeta|nomina|cuenta)`,
    "(debito|descuento|cargo|cobro) automatic*",
    `(salio|salió|salieron|sacaron|tomaron|descontado|descontada|rebajado) (la|el)? (plata|dinero)? (de|del) (mi|la)
      (cuenta|tarjeta|sueldo|nomina|saldo)`,
    `(mi|la|el) (@family|garante|fiador|jefe|empresa|seguro|aval|codeudor|patron) (ya|les|le|lo|la|ya les|ya le|ya
      lo)? (pago|pagó|cancelo|canceló|deposito|depositó|transfirio|consigno|consignó|abono|abonó|liquido|liquidó|
      hizo) (todo|eso|la|el|ya|ayer|hace|esa|lo|mi|por|hoy|anoche|la semana)`,
    `(llevo|he dado|tengo|voy) (ya|como)? (#|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|todas las|las #)
      (@instalments) (ya)? (@paidDone|pagas|dadas)`,
    `(pague|pagué|pagamos|cancelé|aboné|di) (todas|las #|las dos|las tres|la ultima|el total|la totalidad|todo|de
      contado|completo|hasta la ultima|todas las)`,
    "(di|entregue|pague|cancele|liquide) todo (en|de|el|lo|ya)? (contado|efectivo|un solo|mes|año)?",
    // Nothing left
    "ya no (les|le|te)? (debo|adeudo|debemos)",
    "ya no debo nada",
    `(estoy|quede|estamos|quedamos|me encuentro|ando) (ya)? (al dia|a paz|paz y salvo|a paz y salvo|sin deuda|libre
      de)`,
    "(sali|salí|salimos) (ya)? de (esa|esta|la|eso|las|mi) (deuda|deudas|cuenta|prestamo)?",
    `(tengo|me dieron|me entregaron|me firmaron) .. (paz y salvo|finiquito|no adeudo|libre de deuda|carta de pago|
      certificado de no|cancelacion total)`,
    `(revise|revisa|revisen|verifique|verifica|verifiquen|chequee|fijese|fijate|mire|vea|actualicen) .. (ya|si) ..
      (pag*|cancel*|deposit*|transfer*|entro|cayo)`,
  ],
  pt: [
    "(paguei|quitei|pagei|paguey|zerei|liquidei)",
    `ja (foi|ta|esta|tava|estava|e|tao|estao|estou|fiz|ta tudo|esta tudo|foi tudo)? (pg|pago|paga|pagos|pagas|
      quitad*|paguei|quitei|acertad*|resolvid*|compensad*|liquidad*|pagamento)`,
    "(pg|pago|paga) (ontem|anteontem|semana passada|mes passado|faz|desde|e bem pago|conforme)",
    `^ (pg|pago|ta pago|tudo pago|quitado|pix feito|pix enviado|pix efetuado|feito o pix|boleto pago|ja era pago)
      (ja|moca|moco|viu|obrigado|obrigada|amigo)? $`,
    `(ja|eu|acabei e)? (fiz|mandei|enviei|realizei|efetuei|passei|depositei) (o|a|um|uma|ja|os)? (pagamento|pix|
      deposito|dinheiro|transferencia|ted|doc|acerto|valor|pagamentos)`,
    "(ja|eu) (transferi|depositei|acertei|depositamos|pagamos|quitamos|liquidei)",
    `(transferi|depositei|acertei|transferencia feita|deposito feito) (ontem|hoje|tudo|o|a|dia|na|no|semana|para|em|
      ja|agora|#|com|isso|essa|esse)`,
    `(ta|foi|esta|tao|estao|tava|estava|consta|aparece|conta|divida|boleto|parcela|fatura|debito|tudo|titulo) (foi|
      ta|esta|tudo|como|ja|foi tudo|la)? (pago|paga|pagos|pagas|quitado|quitada|liquidado|liquidada|baixado)`,
    `(acabei|acabe|acabo|acabamos|terminei) de (pagar|transferir|fazer o|fazer um|fazer a|depositar|quitar|mandar o
      pix|mandar o dinheiro|passar o|enviar o pix|efetuar o) .. (pix|pagamento|transferencia)?`,
    `(pagamento|transferencia|pix|deposito|boleto) (ja|foi|ta|esta)? (feito|feita|efetuado|efetuada|realizado|
      realizada|enviado|enviada|compensado|confirmado|pago|liquidado|caiu)`,
    "ja .. (paguei|pagou|pagaram|quitei|quitou|acertei|acertou)",
    `(meu|minha|o|a) (@family|fiador|avalista|empresa|seguro|advogado|mulher|patrao|firma) (ja)? (pagou|quitou|
      depositou|transferiu|fez o|acertou)`,
    `(foi|foram|ja foi|ja|me|veio|vem|ta|era) (tudo)? (descontad*|debitad*|descontaram|debitaram|descontou|debitou)
      (do|da|de|no|na|em|tudo|ja|automatic*) .. (contracheque|salario|conta|folha|beneficio|cartao|holerite|
      automatic*)?`,
    "(debito|desconto) (automatico|em folha|em conta)",
    "(caiu|saiu|ja saiu|entrou|debitou|descontou) (no|da|do|na|#) (debito|minha|conta|cartao|folha|reais)",
    "saiu # (reais)? (da|do) (minha|conta)",
    "(ja nao|nao) devo mais (nada|a|para)?",
    "nao devo mais",
    "(ta|esta|estou|to) (tudo)? (quite|em dia|quitado|zerado)",
    "(tenho|recebi|me deram|ja tenho) .. (carta|termo|comprovante|recibo|declaracao) de quitacao",
    `(confere|confira|verifica|verifique|olha|consulta|conferir|ve) (ai|direito|no sistema) .. (pago|paguei|caiu|
      quitado|pagamento)`,
    "(pix|dinheiro|pagamento) (foi|ja foi|caiu|ja caiu) (para|no|na|ai|hoje|ontem|certo|certinho)",
  ],
  en: [
    "(already|just|have|ive|weve|i|we|been|id|had) (already|just|have|fully|been)? (paid|payed)",
    `(paid|payed) (it|this|that|in|off|last|on|already|yesterday|you|the|via|by|through|everything|my|all|#|both|
      them|with|two|three|today)`,
    "^ (its|all|just|already)? (paid|payed|paid off|settled|paid in full) (already|sorry|thanks|now)? $",
    `(just|already|i|ive|have|we) (already|just|have)? (sent|transferred|deposited|wired|made|zelled|venmoed|mailed)
      (you|the|a|my|in|it)? .. (money|payment|transfer|it|funds|deposit|check|zelle|balance)`,
    `(payment|transfer|deposit|zelle|check) (is|was|has|went|already)? been? (made|sent|done|completed|through|
      cleared|posted|processed)`,
    "(its|is|was|been|thats) already? (paid|settled|paid off|taken care of)",
    "(dont|do not|no longer) owe (you)? (anything|nothing|a thing|a cent|money) (anymore|more|any more)",
    "(taken|deducted|debited|garnished|withdrawn|came) (out)? (of|from) my (account|paycheck|check|bank|card|wages)",
    "(autopay|auto pay)",
    "(its|thats|all|ive|been) (all|been|it)? (sorted|squared up|squared away)",
    "(zelled|venmoed|wired|paypaled|transferred|mailed) (you|it|the|that|over|my)",
    `(money|funds|payment|cash) (has|have|was|is|already)? (already)? (been)? (sent|transferred|wired|gone|left|
      cleared)`,
    "(account|balance|app|it) (shows|says|is|at) (zero|0|paid|nothing|up to date)",
    "(settled|cleared|squared) (that|it|this|the|my|up|off) .. (debt|account|balance|bill|last|ago|already)?",
    "(was|is|were|been|got) (all)? (paid off|settled|cleared|taken care of)",
    `(already)? (took|taken|debited|collected|withdrew) (it|that|this|the money|the payment|payment)? .. (out of|
      from) my`,
    "(direct debit|standing order) (went|already|has|was|came|gone)",
    "(paid up|paid off|zero balance|cleared my debt|cleared my balance)",
    "check (again|your records|your system)",
  ],
  except: [
    // Not, not yet, in doubt, on a condition, or only meant
    `(no|nunca|tampoco|sin|aun no|todavia no) (la|lo|le|les|te|se|me|he|ha|hemos|habia|esta|yo|haber)? (lo|la|los|
      esta|estan|haya|he|ha)? (@paidOne|@paidSure|@paidDone|hecho el|hice)`,
    `(aun|todavia|ainda|que|cuando|si|hasta|aunque|para|quiere|quieren|como|quando|se|ojala|tal|apenas|en cuanto|una
      vez|caso|acaso|cual|porque dice que|hasta que|antes de que|despues de que|logo que|assim que) (que|no|nao|yo|le|
      les|lo|la|eu|el|ella|me|usted|uno|tu)? (le|les|lo|la|yo)? (pague!|deposite!|consigne!|abone!|cancele!|liquide!|
      salde!|pagar|paguen)`,
    `(cuando|hasta que|apenas|en cuanto|una vez que|quando) (ya)? (le|les|lo|la|yo)? (pague|deposite|consigne|abone|
      cancele|liquide)`,
    `(pense|pensé|pensaba|creia|creí|crei|supuse|imagine|suponia|juraba|juraria|creo|jurava|pensei|achei|achava|
      thought|imaginaba|segun yo|no recuerdo si|no me acuerdo si|no se si|nao sei se|nao lembro se) (yo|que|eu|i|
      tinha|ja)? (que|ja|ya|eu|i|yo)? (la|lo|les|le)? (habia|he|ya habia|ya|tinha|tenho|ja tinha|ja|estaba|tava|had|
      habiamos|se habia|ya estaba|have) (@paidOne|@paidDone|@paidPt|@paidDonePt|paid|already paid|habia pagado|tinha
      pagado)?`,
    "(si|se|if) (ya|yo|eu|i|ja)? (ya|ja)? (hubiera|hubiese|tivesse|habria|had) (ya|ja)? (@paidDone|@paidDonePt|paid)",
    "(hubiera|hubiese|habria|tivesse) (ya)? (@paidDone|@paidDonePt)",
    `ya (casi|mismo|ahorita|ahora|pronto|manana|el|en|le|les|te)? (casi|le|les|te|mismo)? (pago!|abono!|consigno!|
      deposito!|transfiero|cancelo!|giro!|pagamos|voy) (el|en|mismo|ahora|para|la otra|la proxima|esta tarde|ahorita|un|
      algo|lo|manana|hoy|a|al|luego)?`,
    "ya (lo|la|les|le|te) (pago!|abono!|consigno!|deposito!|transfiero|cancelo!)",
    `ya (pago!|abono!|deposito!|consigno!|transfiero|cancelo!) (manana|hoy|el|esta|en|mismo|ahora|lo|para|a|ahorita|la|
      las|todo|un)`,
    "nao .. (paguei|quitei|fiz|ta|esta|foi|depositei)",
    "(ainda|nunca|nem) (nao)? (paguei|quitei|fiz|ta pago!)",
    `(amanha|depois|dia #|logo|segunda|terca|quarta|quinta|sexta|sabado|domingo|as #) .. (ta pago!|esta pago!|fica
      pago!|estara pago!)`,
    `(quero|quiero|quisiera|como) (ya)? (tener|ter|dejar|deixar|quedar|ver) .. (pagado|pago!|pagada|saldado|liquidado|
      quitado|al dia)`,
    `(quedar|quedo|queda|quedaria|ponerme|estar|pongo|quedamos|quedare) (al dia|a paz|pagado|pagada|saldado|saldada|
      saldo|paz y salvo|liquidado|cancelado) .. (con|si|cuando|manana|el)`,
    "(dios) (se|le|les|te) (lo)? (pague|pago!)",
    "(me|nos) (dan|mandan|envian|expiden|manda|entregan|dara|daran) .. (paz y salvo|finiquito|no adeudo|quitacion)",
    `(quiero|necesito|solicito|pido|como|cuando|para) .. (paz y salvo|finiquito|no adeudo|carta de quitacao|termo de
      quitacao)`,
    // Something else was cancelled or done
    `(cancele|cancelado|cancelada|cancelo!|cancelé|cancelei) (el|la|mi|ese|esa|los|este|ya el|o|a|meu|minha)
      (servicio|plan|contrato|linea|suscripcion|internet|pedido|compra|seguro|orden|tarjeta|cita|servico|plano|
      assinatura|cartao)`,
    "ya cancele .. (servicio|plan|contrato|linea|suscripcion|internet|pedido|compra|seguro)",
    `(servicio|plan|contrato|linea|suscripcion|internet|pedido|compra|seguro|orden|tarjeta|servico|plano|assinatura)
      .. (cancele|cancelé|cancelado|cancelada|cancelei) (en|el|la|desde|hace|y|no)?`,
    "ya (hice|se|les|le|te) .. (acuerdo|convenio|arreglo)",
    "(acabo|acabei|acabe) de (hacer|fazer) (una|la|un|uma|a)? (cirugia|operacion|cirurgia|mercado|compra)",
    "(not|havent|hasnt|never|didnt|get|got|be|when|until|if|are|am|after) (yet)? .. paid",
    "(nos|me|le) (han|ha|hayan|habian) .. pagado",
    "(me|nos) (pagaron|pagan|paguen|pague|pagado|pago|pagó|depositaron|depositan|transfirieron|pagaram|pagarem)",
    "(cuando|apenas|en cuanto|si|hasta que|aun no|todavia no|no) me (paguen|pagan|pague|depositen|han pagado|pagaron)",
    // A part of it, and what comes of the rest
    `(paguei|pague|pagué|paid) .. (e o resto|o resto|y el resto|a segunda eu|agora manda|y las otras|as outras|
      quanto sobrou|quanto falta|cuanto me queda|cuanto falta|cuanto queda)`,
    "(ja|ya)? (paguei|pague) # (parcelas|de #|cuotas) .. (da para|das outras|posso|puedo|essas|que faltam|desconto)",
    "(finge|imagina|simula|haz como|como si|supon|suponha|pretend) .. (pague|pagado|paguei|pago!|paid)",
    "(me)? (registraron|cargaron|aplicaron) (solo|mal)",
    "(con todo lo que) .. (he pagado|pague)",
    "no .. (descontaron|debitaron|descontado|debitado)",
  ],
};
