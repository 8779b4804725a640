import type { PhraseTable } from "../../lexicon.ts";

const AMOUNT =
  "(cobro|cobros|cargo|cargos|valor|monto|saldo|importe|total|cuenta|cuentas|factura|interes|intereses|cifra|precio|deuda|suma|calculo|liquidacion|mora|moras|cuota|plata|vlr|recargo|recargos)";
const WRONG =
  "(mal|malo|mala|incorrect*|equivocad*|errad*|erado|erada|indebid*|excesiv*|injust*|erroneo|erronea|abusiv*|inflad*|alterad*|exagerad*|desactualizad*|kivocad*|ekivocad*)";
const BUY =
  "(compre|compré|saque|saqué|saq|pedi|firme|firmé|contrate|contraté|solicite|autorice|autoricé|adquiri|consumi|use|usé|gaste|hice|tome|retire|recibi|acepte|acorde|abri|tuve|tramite)";
const BUY_PT =
  "(comprei|assinei|fiz|fis|pedi|contratei|autorizei|solicitei|usei|recebi|tive|aceitei|combinei|abri|peguei|tirei|gastei|parcelei|comecei)";

/** The debt, or its amount, is contested: collection stops, and somebody looks. */
export const dispute: PhraseTable<"dispute"> = {
  says: "dispute",
  es: [
    "[ (y)? como que ..2 (mensualidades|cuotas|letras|meses|pagos|recargos)",
    // Not mine, not known to me
    "(no|ni) .. (reconozco|reconosco|reconocemos|reconozca|reconocere|reconoci)",
    `(desconozco|desconosco|desconocemos|objeto|impugno|disputo|rechazo|controvierto) (esa|ese|la|el|esta|este|dicha|
      dicho|esos|totalmente|por completo|eso|tal)`,
    "(desconozco|desconosco|impugno|impugnar|refuto)",
    `no (es|son|era|eran) (mio|mia|mios|mias|mi deuda|mi cuenta|mi compra|mi firma|nuestra|nuestro|mi obligacion|mi
      credito)`,
    "(deuda|cuenta|cobro|cargo|compra|credito|prestamo|firma) no es (mia|mio|nuestra)",
    "no .. (si|que) (es|sea) (mia|mio|mía)",
    "(que|cual|cuál) (deuda|prestamo|credito|cuenta|compra|obligacion) (si yo|yo no|si no|ni que|ni)",
    "^ (que|cual|deuda)? (deuda|prestamo|credito) (que|cual)? (deuda|prestamo|credito) $",
    "^ deuda que deuda $",
    "no me (suena|consta|acuerdo de haber|acuerdo haber)",
    `no (recuerdo|me acuerdo) (haber|de haber|que|ninguna|ningun) (comprado|sacado|pedido|firmado|hecho|compra|
      prestamo|credito|deuda|contratado)?`,
    // Not owed
    `no (le|les|te|os)? (debo|devo|adeudo|debia) (nada|eso|esa|ese|esto|tanto|tanta|esta|un|ni|dinero|plata|ninguna|
      lo que|las|esa plata|nda|la mora|los intereses|#|ese valor|dos|tres|a)`,
    "no (les|le|te|os) (debo|devo|adeudo)",
    "no (debo|devo|adeudo) ]",
    `no (tengo|tenia|tenemos|he tenido|poseo|mantengo|registro) (yo)? (ninguna|ningun|esa|credito|cuenta|prestamo)
      .. (deuda|deudas|credito|pendiente|pendientes|ustedes|cuenta|prestamo|obligacion|saldo|vigente)`,
    "no (tengo) nada (pendiente|con ustedes|con esa|atrasado)",
    "no tengo (deudas|deuda|prestamos|creditos)",
    `(deuda|plata|cosa|prestamo|cuenta|compra) que (yo)? no (tengo|debo|hice|pedi|saque|compre|autorice|es mia|
      contrate|reconozco)`,
    "(lo|esa|eso|ese|esto) que no (debo|compre|pedi|es mio|saque|hice|consumi|contrate|use|me dieron|autorice)",
    "(debo|adeudo) .. (pero)? no (eso|esa|tanto|#|dos|tres|todo eso|esa cantidad|lo que)",
    "(solo|solamente|apenas) (les|le)? (debo|adeudo) (#|dos|tres|una|un|cuatro|la mitad|dos mil|cien)",
    // Never bought, signed, received
    `nunca (les|le|te|me|lo|la|he|les he|yo)? (compre|compré|pedi|saque|saqué|firme|firmé|contrate|recibi|solicite|
      tuve|use|autorice|acepte|comprado|firmado|pedido|tenido|sacado|solicitado|debi|consumi|acorde|prometi|abri|
      adquiri|usado|recibido)`,
    `(nunca|jamas) (he|hemos|habia) .. (tenido|comprado|firmado|pedido|sacado|recibido|usado|solicitado|contratado|
      trabajado|sido cliente)`,
    `nunca (me|nos) (llego|llegó|entregaron|dieron|prestaron|activaron|instalaron|avisaron|dijeron|informaron|
      explicaron|notificaron|depositaron|desembolsaron|cumplieron|mandaron la)`,
    `(no|ni|tampoco) (yo|me|les|le|lo|la|los)? ${BUY} (eso|esa|ese|nada|ningun|ninguna|el|la|esto|este|esta|ese|los|
      con|yo|por|ahi|alla|en|tal|dichos|dicha|las|ni)`,
    `(eso|esa|ese|esto) (yo)? no (lo|la)? ${BUY}`,
    "no (fui|fue) yo (el|la|quien|que)? (que|compro|saco|hizo|firmo)?",
    "(yo no|no fui yo) (quien|fui|el que) (saco|hizo|compro|firmo)?",
    `no me (llego|llegó|entregaron|instalaron|dieron|prestaron|desembolsaron|activaron|depositaron) (el|la|nada|lo|
      ningun|mi|esa|los|ese|completo|toda)`,
    `(clonaron|suplantaron|suplantacion|robaron|hackearon|falsificaron|usurparon|duplicaron|clonada|clonado|
      falsificad*|usaron|utilizaron) .. (tarjeta|identidad|datos|documentos|cuenta|firma|cedula|dni|nombre|papeles|
      curp|rut|ine)`,
    "(suplantaron|suplantacion|suplanto|clonaron|clonada|usurpacion|falsificaron|falsificada|suplantad*)",
    "(robo|hurto|suplantacion|usurpacion) de (identidad|documentos|mis)",
    `(sacaron|hicieron|pidieron|abrieron|solicitaron|saco|hizo) .. (con mi cedula|a mi nombre|en mi nombre|con mis
      datos|con mi nombre|con mi dni|con mi firma|con mis documentos|con mi rut|sin mi)`,
    `(mi|el|una|alguien|un) .. (saco|hizo|uso|utilizo|compro|pidio|firmo|falsifico) .. (a mi nombre|en mi nombre|con
      mi cedula|con mis datos|con mi nombre|mi firma|sin mi|sin yo saber|sin que yo|mi tarjeta)`,
    "(fraude|estafaron|estafado|estafada|fraudulent*|estafo)",
    "(solo|solamente|apenas)? (preste|presté|puse) (la|mi) (firma|nombre|cedula)",
    "(solo|solamente|unicamente) (firme|fui|soy|era) (como|de|el|la)? (garante|aval|fiador|fiadora|codeudor|testigo)",
    "(cobran|cobra|cobrando|cobren) a mi (y no|si|cuando|por|lo que)?",
    // Cancelled, returned, bad, not delivered
    `(cancele|cancelé|cancelado|cancelada|dimos|di|anule|anulé|devolvi|devolví|rescindi) .. (servicio|plan|contrato|
      linea|suscripcion|internet|pedido|baja|compra|seguro|tarjeta|curso|membresia|poliza)`,
    `(servicio|plan|contrato|linea|suscripcion|internet|pedido|compra|seguro|tarjeta|curso|membresia) .. (cancele|
      cancelé|cancelado|cancelada|anule|di de baja|dada de baja|suspendido|cortaron|fue cancelad*)`,
    `(devolvi|devolví|devolvimos|regrese|regresé|entregue|retorne|devuelto|devuelta) .. (el|la|los|ese|esa|las|
      producto|moto|carro|equipo|celular|televisor|lavadora|mercancia|articulo|local|apartamento|tienda|dias|misma|
      semana)`,
    `(lo|la|los|las) (devolvi|devolví|devolvimos|regrese|recogieron|retiraron|quitaron|llevaron) .. (dias|semana|mes|
      tienda|malo|mala|misma)?`,
    `(se|me|nos) (la|lo)? (llevaron|quitaron|recogieron|retiraron|embargaron|decomisaron|remataron) (la|el) (moto|
      carro|vehiculo|auto|equipo|nevera|televisor|bien|mercancia|casa|producto)`,
    `(producto|servicio|articulo|pedido|mercancia|maquina|equipo|celular|moto|lavadora|nevera|refrigeradora|
      televisor|colchon|internet|curso|computador|laptop|refri|tv|aparato|mueble|medidor) .. (nunca|no|salio|llego|
      vino|resulto|esta) .. (sirve|llego|funciona|malo|mala|danado|danada|defectuos*|mal|sirvio|funciono|roto|rota|
      fallado|fallada|incompleto|prendio|entregaron|usado|estafa)`,
    `(salio|salió|llego|llegó|vino|resulto|resultó) (malo|mala|danado|danada|defectuos*|roto|rota|fallado|fallada|
      incompleto|incompleta|averiado|averiada)`,
    `(se danó|se dano|se daño|no sirve|no funciona|no servia|no funcionaba|nunca funciono|nunca sirvio) .. (producto|
      garantia|equipo|celular|moto|maquina|internet|servicio|la|el|a la semana|al mes)`,
    "(sin|no) (internet|servicio|agua|luz|senal|cobertura) .. (cobr*|factur*)",
    "(no|nunca) .. (respondieron|responden|hicieron valida|dieron|cumplieron) .. (garantia|contrato|prometido)",
    `(cobr*|factur*) (de|por)? .. (no use|no usé|no utilice|no consumi|no funciono|no sirve|no tuve|no recibi|nunca
      use|nunca recibi|sin servicio|no disfrute)`,
    // Charged twice, too much, or on going
    `(siguen|sigue|me|estan|esta|siguieron|continuan|volvieron a) .. (cobrando|facturando|cobrar|facturar|cargando)
      (algo|cualquier|de|doble|dos|eso|lo|un|una|mal|intereses|mas|servicio|tres|el doble|otra|cosas|seguro|otra vez|
      de nuevo|esa|ese)`,
    "(me|nos) (siguen|sigue|siguieron|continuan) (cobrando|facturando|llegando cobros|descontando)",
    `(cobran|cobrando|cobraron|cobro|cobrado|cargaron|facturaron|cargado|pagar|descontaron|cobrarme|cobrar) (el)?
      (doble|dos veces|dos|mal|cualquier|tres veces|algo que|2 veces|duplicado|repetido|otra vez)`,
    "(cobran|cobrando|cobraron|cobro|cobrado|cobrarme|estan cobrando) de (mas|más|mas por)",
    "(cobro|cargo|compra|pago) (doble|duplicad*|repetid*|fantasma)",
    `(tres|dos|cuatro|varias|#) (compras|cargos|cobros|consumos|movimientos|transacciones) .. (no|que|nunca|
      desconoc*|igual*)`,
    `(me|nos) (metieron|clavaron|encajaron|cargaron|sumaron|agregaron|incluyeron|cargan|meten|subieron|inflaron|
      colocaron|aparecen|aparece) (un|una|el|la|los|las|ese|esa|unos|unas|otro|intereses|cargos|cobros|seguro|seguros|
      compras|#|dos|tres|cuatro|consumos)`,
    // The amount
    `${AMOUNT} (me)? (esta|estan|es|son|sale|salen|viene|vienen|parece|parecen|tiene|ta)? .. ${WRONG}`,
    `${AMOUNT} ${WRONG}`,
    `${AMOUNT} (no es|no son|no cuadra|no cuadran|no coincide|no corresponde|no concuerda|no me cuadra|no me cuadran|
      no me corresponde|no bate|no da|no checa|no puede ser|tiene un error|tiene errores|no era|sube y sube|subio|se
      duplico|crecio|se inflo)`,
    `no (me|nos)? (cuadra|cuadran|coincide|coinciden|concuerda|checa|cuadro|dan) (el|la|los|las|esa|ese|con|ni|nada|
      cuenta*|numeros|mis)?`,
    `(ese|esa|eso|este|esto) no (es|era) (el|la|lo) .. (valor|monto|saldo|precio|debo|acordado|deuda|quede|acordamos|
      pactado|convenido|que firme|que me dijeron|trato)`,
    "(ese|este|el) (valor|monto|saldo|precio) no (es|era|corresponde)",
    "(ese|eso|este|esto|asi) no (fue|era|es) (el|lo|en lo que)? (trato|acuerdo|convenio|arreglo|acordado|quedamos)",
    "(ustedes|uds|ellos|en realidad|al contrario) (son los que)? (me|nos) (deben|adeudan) (a mi|dinero|plata|ustedes)?",
    "me deben a mi",
    "(debia|debo|era|eran) (mucho|bastante|muchisimo) (menos|menor)",
    `no es lo que (yo)? (debo|debia|acordamos|compre|acorde|pedi|firme|me|pactamos|quedamos|habiamos|dice|se acordo|
      nos)`,
    "no (es|fue|era) lo (acordado|pactado|convenido|prometido|que se acordo|ofrecido)",
    `(no corresponde|no fue lo|distinto a lo|diferente a lo|contrario a lo|no cumplieron lo|no respetaron lo|no
      respetaron el) (a lo)? (pactado|acordado|convenido|prometido|que acordamos|que firme|acuerdo|descuento)?`,
    "(mal|mala) (calculad*|liquidad*|facturad*|cobrad*|hecha|hecho|sumad*|aplicad*|registrad*|sacada)",
    `(hagan|haga|saquen|saque|revisen|revise|arreglen|corrijan|corrija|verifiquen|recalculen) (bien|de nuevo)? (la|
      las|el|esa|ese|mi|su|bien|los) (cuenta|cuentas|cuenta mal|calculo|valor|monto|numeros|liquidacion|saldo|error|
      cobro)`,
    `(hay|tienen|es|fue|tiene|existe|cometieron|debe ser|debe haber) (un|algun|el|mi|su)? (error|equivocacion|
      inconsistencia|irregularidad)`,
    `(error|equivocacion|inconsistencia) (de|en|del|suyo) .. (cobro|banco|factura|sistema|ustedes|valor|monto|cuenta|
      liquidacion|saldo|ahi|parte)?`,
    "(banco|sistema|empresa) se ha? (equivoc*|cayo)",
    `(registraron|aplicaron|abonaron|anotaron|cargaron|reflejaron|reflejan) (solo|mal|menos|solamente|nada mas|
      apenas) .. (mis|mi|el|los|abono|pago|pagos|falto|cero|faltan|falta|#)`,
    `(no|nunca) (aparece*|reflej*|registr*|aplicaron|abonaron|descontaron|tomaron en cuenta|tienen en cuenta|
      contaron|me han descontado) .. (mis|mi|el|los|lo que|ese|esos|las) (pago|pagos|abono|abonos|pague|cuotas|cuota|
      deposito|pagado)`,
    `(de donde|como) (sale|salio|sacan|sacaron|salen|calculan|llegan|llegaron|subio|paso de|es que subio) .. (tanto|
      eso|valor|cifra|plata|numero|ese monto|tanta plata|rubro|cobro|esa cantidad)`,
    `(como|por que|porque) (voy a|es que|ahora|van a|me) (deber|debo|tener|cobran|estan cobrando) .. (si|mas|tanto|
      tanta|no|doble|mas que|nunca|deuda)`,
    `(intereses|cobros|interes|mora|moras|recargos|honorarios|comisiones|usura|gastos) .. (abusiv*|ilegal*|exagerad*|
      excesiv*|por las nubes|altisimos|usureros|usura|un robo|injust*|leonin*|sin sentido|no pactad*|no estaban|que
      nadie|no me los)`,
    `(no|jamas) .. (dijeron|avisaron|informaron|explicaron|mencionaron|firme) .. (interes*|cobros|cargos|honorarios|
      comision*|seguro|recargo*|clausula|multa|penalidad|membresia|anualidad|mora)`,
    `(honorarios|penalidad|membresia|recargo|multa|comision|mora|moras|anualidad|tarifa|rubro) .. (no (esta|estan|
      debo|pedi|corresponde|firme|me)|que no|nunca|nadie|ninguna parte|no lo acepto)`,
    "no debo (las|la|los|ni|esas|esos) (mora|moras|intereses|honorarios|multa|recargos)",
    `(es|son|parece|me parece|que) (un|una|puro|pura|tremendo)? (robo|atraco|abuso|usura|injusticia|agiotaje|
      atropello|saqueo) (lo|ese|eso|esos|de|cobr*|que|el|la|interes*|esa)?`,
    // Agreed otherwise, prescribed, sold, not shown
    `(habia|habiamos|me|nos|lo|yo|ya|se) (acordado|acordamos|pactado|quedamos|dijeron|ofrecieron|prometieron|juraron|
      aseguraron|confirmaron|garantizaron|aprobaron) .. (otro|otra|menos|que era|que no|que quedaba|gratis|sin|que ya|
      que con|que me|descuento|que iba|libre|distint*|otra cosa)`,
    "(hablo|hable|hablamos|hablé) con .. (dijo|dijeron) .. (no|que|era|menos|ya)",
    `(me|nos) (dijo|dijeron|informaron) .. (ya no|no) (debia|debiamos|debo|habia|tenia|pagara|era|tenia que pagar|se
      preocupe|iban a cobrar|me iban a|habia que)`,
    `(esta|estaba|ya|se encuentra|deuda|eso|obligacion) (ya)? (prescrit*|prescribio|prescribió|caduco|caducó|
      caducad*|vencid* por ley|extinguid*)`,
    "(prescribio|prescripcion|prescrita|prescrito|caducidad)",
    `(tiene|hace|lleva|es de hace|de hace) (mas de)? (#|diez|ocho|siete|cinco|quince|veinte) anos (esa|ya|eso|la
      deuda|y)`,
    "(vendieron|cedieron|vendio|cedio|traspasaron) .. (deuda|cuenta) .. (sin|arregle|otra|otro|yo|ya)",
    `(arregle|pague|cancele|negocie|liquide|cerre) .. (con (el|la|otra|otro)) .. (empresa|banco|cobrador|agencia|
      asesor|despacho)`,
    `(muestren|muestreme|muestrenme|ensenen|demuestren|demuestreme|prueben|presenten|envien|manden|enséñenme|donde
      esta|donde estan) .. (contrato|pagare|firma|soporte|soportes|prueba|pruebas|papel|papeles|documento|firme|que
      debo|autorice|que es mia|deuda)`,
    `(quiero|exijo|necesito|solicito|pido) .. (pruebas|prueba|soporte|soportes|el contrato|el pagare|ver el contrato|
      que me demuestren|que demuestren)`,
    `(no pago|no voy a pagar|no pienso pagar|no pagare|me niego a pagar|por que voy a pagar|porque voy a pagar|por
      que tengo que pagar|porque tengo que pagar|como voy a pagar|pagar) .. (lo que no|algo que no|lo que yo no|una
      deuda que no|por algo que|por un (servicio|producto) que no|lo que nunca|que no es (mi|mio|mia)|que no debo|de
      otro|de otra persona|ajen*|que no pedi|que no use|que no sirve|que no me dieron)`,
    `(quiero|voy|deseo|necesito|vengo|quisiera) .. (disputar|reclamar|objetar|impugnar|refutar|poner un reclamo|
      hacer un reclamo|presentar un reclamo|hacer una reclamacion|apelar|inconformarme)`,
    "(no|tampoco) (estoy|estamos) (de|muy|nada)? .. (conform*|acuerdo con (el|la|lo|ese|esa|los|eso))",
    "(inconformidad|inconforme|en desacuerdo) (con|por|en)?",
    "(no|que) .. me (corresponde|corresponden) (pagar|eso|esa|a mi|ese|esos)?",
    "(porque|por que|como) .. pagar .. (no (debo|es|compre|use|hice)|nunca)",
    "(no es|no fue) (mi culpa|culpa mia) (la|el|si|que|por)? (mora|atraso|retraso|ustedes|banco|sistema|cambiaron)",
    "(mora|atraso) no es (mi culpa|culpa mia|por mi)",
    "no .. lo que no debo",
    "(estafa|fraude) .. (deuda|cobro|credito)",
    `(se|te) (equivocaron|equivoco|han equivocado|confundieron) .. (valor|monto|saldo|cuenta|cobro|factura|nombre|
      cliente|deuda|cobrando|fecha)`,
    `(no acepto|no lo acepto|no acepto ese|rechazo) (ese|esa|esos|el|la|los)? (cobro|cargo|valor|monto|deuda|saldo|
      recargo|rubro|interes*)`,
  ],
  pt: [
    // Not mine, not known to me
    "nao (a|o|estou|to)? (reconheco|reconhecendo|reconhecemos|reconheso)",
    "(desconheco|impugno)",
    "contesto (essa|esse|a|o|este|esta|formalmente|o valor)",
    `nao (e|eh|sao|foi) (meu|minha|meus|minhas|nosso|nossa) (isso|essa|esse|nao|divida|conta|compra|assinatura|a
      divida|emprestimo)?`,
    "(divida|conta|cobranca|compra|div|emprestimo|contrato|assinatura) (n|nao) (e|eh) (minha|meu|nossa)",
    "(que|qual) (divida|acordo|compra|conta|emprestimo) (nao|eu nao|se eu)",
    "nao (lembro|recordo|me lembro) (de)? (ter|nenhuma|ter feito|disso|dessa)",
    "nao (fui|foi) eu (que|quem|nao)?",
    "(eu nao|nao) (fui|fui eu|foi eu)",
    // Not owed
    `nao (lhe|te|vos)? (devo|devemos|devia) (nada|isso|essa|esse|tanto|a|mais|nenhum*|voces|esse valor|tudo|td|#|
      nada a|a voces|um|nem)?`,
    "(devo|deve) .. (mas)? nao (isso|esse|essa|#|tanto|tudo|td)",
    "(so|somente|apenas) devo # (parcela*)?",
    `nao tenho (nenhuma|essa|divida|debito|dividas|nenhum|conta|contrato|emprestimo) .. (divida|pendencia|debito|
      voces|conta|contrato|aberto)?`,
    "nao tenho nada (com voces|pendente|em aberto|atrasado|aberto)",
    // Never bought, signed, received
    `nunca (eu|na vida|nem)? (recebi|comprei|assinei|fiz|fis|pedi|contratei|tive|usei|autorizei|solicitei|combinei|
      disse|comecei|botei o pe|fui cliente|abri|peguei|aceitei)`,
    `nao ${BUY_PT} (isso|esse|essa|nada|nenhum*|o|a|esta|este|compra|com|acordo|emprestimo|contrato|seguro)`,
    `(que|isso|essa|esse) (eu)? (nunca|nao) ${BUY_PT}`,
    `(usaram|fizeram|abriram|pegaram|compraram|fez|comprou|tirou|pediu|usou|colocou) .. (meu nome|meu cpf|meus dados|
      meus documentos|meu cartao|sem eu saber|sem minha)`,
    "(clonaram|clonado|clonada|clone) .. (cartao|conta|cpf|numero|dados)?",
    `(roubaram|furtaram|perdi) .. (cartao|documento|documentos|cpf|identidade|carteira) .. (compr*|fizeram|usaram|
      abriram|conta|emprestimo)?`,
    "(fraude|fraudad*|estelionato|golpista usou) .. (meu|conta|divida|nome|cpf|compra)?",
    "usaram (meu|meus|o meu)",
    "(quem|foi) .. (comprou|fez|deve|assinou) .. (isso|foi|meu nome|no meu nome|sem eu|nao fui)",
    "(era|sou|fui) so (socio|socia|fiador|fiadora|avalista|testemunha)",
    "(menor de idade|trocaram meu nome|confundiram meu nome|outro cliente|outra cliente|de outra pessoa com)",
    // Cancelled, returned, bad
    `(cancelei|cancelado|cancelada|tranquei|rescindi|encerrei|desisti|pedi o cancelamento|cancelamento) (o|a|do|da|
      meu|minha|esse|desse|essa|na|no|foi|dentro|em|faz|ja)? .. (servico|plano|contrato|linha|assinatura|pedido|
      cartao|conta|faculdade|curso|internet|matricula|academia|compra|cobrando|multa|prazo)`,
    `(servico|plano|contrato|linha|assinatura|pedido|cartao|curso|compra|academia) (foi|ja foi|que|esta|ja esta)?
      (eu)? (cancelad*|cancelei|encerrad*|trancad*|devolvid*)`,
    `(devolvi|devolvemos|devolvido|devolvida|devolveram|tomaram|leiload*|leiloaram|apreendid*) (o|a|ele|ela|para|na|
      no|os|tudo|e)? (produto|carro|moto|banco|loja|semana|aparelho|geladeira|celular|mesma|veiculo|leilo*)?`,
    `(produto|geladeira|celular|aparelho|sofa|maquina|fogao|moto|carro|tv|internet|servico|curso|notebook|movel|
      colchao|chip) .. (defeito|quebrad*|nao (funciona|funcionava|chegou|presta|pega|veio)|nem funcionava|nunca|
      errado|estragad*|com problema|deu problema)`,
    "(veio|chegou|estava|deu) (com|tudo|todo)? (defeito|quebrad*|errado|estragad*|problema|faltando)",
    `nao (recebi|chegou|entregaram|veio|instalaram|me entregaram) (o|a|meu|nada|ate hoje|nunca|minha) .. (produto|
      mercadoria|pedido|compra|nada)?`,
    `(ninguem|nao) (trocou|resolveu|me avisou|avisou|me falou|me avisaram|avisaram|explicaram|me disse|me explicou)
      (nada|disso|do|da|que|por|sobre|,)?`,
    // Charged twice or on
    `(continuam|continua|estao|ta|tao|esta|seguem|vem|vcs) .. cobrando (de novo|duas|dobrado|errado|mais|a mesma|o
      mesmo|juros|em dobro|outra vez|#|coisa|algo|por|um|uma|a mais|valor|de mim)`,
    "cobra* (duas|dobrado|errado|a mais|em dobro|em duplicidade|a mesma|de novo|duas vezes|indevid*)",
    "(cobranca|cobrancas|cobrado|pagamento|conta) (duplicad*|dupla|em dobro|repetid*|em duplicidade)",
    `(tem|sao|vieram|aparece*|consta*) (duas|tres|2|3|quatro) (cobrancas|parcelas|compras|vezes) .. (mesma|iguais|
      nao|que)?`,
    `(colocaram|botaram|meteram|incluiram|embutiram|enfiaram|empurraram|cobraram|puseram|lancaram) (um|uma|o|a|esse|
      essa|uns|juros|umas|mais) (seguro|taxa|tarifa|servico|juros|multa|coisa|assinatura|produto|plano|parcela|valor)?`,
    // The amount
    `(valor|cobranca|juros|conta|fatura|total|calculo|isso|divida|saldo|vlr|parcela|boleto|conta de voces|multa|
      taxa) (de voces|que|ai|desse boleto)? (ta|esta|tao|estao|e|eh|sao|veio|vem|parece|foi) .. (errad*|erad*|
      incorret*|abusiv*|indevid*|injust*|absurd*|muito alto demais|inflad*|exorbitant*|inexistente|maior que|mais que
      o|diferente|dobrado)`,
    `(valor|valores|conta|contas|juros|numeros|saldo|calculo) (nao|n) (bate|batem|confere|conferem|e esse|e esse nao|
      fecha|procede|corresponde|esta certo|ta certo)`,
    "nao (e|eh) (esse|este|isso) (o)? (valor|preco|combinado|que eu (devo|combinei|comprei|acertei))",
    "nao (bate|batem|confere|conferem|procede|condiz) (com|o|isso|a|nao|esse)?",
    `(cobranca|divida|valor|juros|debito|multa|taxa|inscricao) (indevid*|errad*|injust*|fals*|abusiv*|inexistente|
      irregular)`,
    "(metade|parte|maior parte|quase tudo) .. (e|eh|sao) (juros|taxa|taxas|multa|tarifa|seguro)",
    `(juros|taxa|multa|tarifa|honorario*|seguro) .. (abusiv*|absurd*|que ninguem|que eu nao|que nao|um roubo|
      agiotagem|extorsivos|ilega*)`,
    `(e|eh|isso e|acho|que) (um|uma|puro|pura)? (roubo|absurdo|agiotagem|abuso|sacanagem|injustica|extorsao|assalto)
      .. (juros|valor|cobrar|isso|esse|essa|cobranca|mas)?`,
    "(comprei|peguei|era|custava|fiz) .. # .. (cobrando|querem|virou|ja ta em|tao pedindo|agora e) #?",
    "(q|que|como)? # (mil|reais)? comprei .. #",
    // Agreed otherwise, prescribed
    `(combinado|acordado|prometeram|prometido|combinamos|falaram|disseram|garantiram|falou|disse) .. (outro|outra|
      era|foi outro|nao entrou|nao tinha|que nao|que era|diferente|de graca|gratis|sem juros|menos|tava tudo certo|
      estava quitado|ia baixar|desconto)`,
    "(ja)? (prescreveu|caducou|prescrit*|caducad*|expirou)",
    "(faz|tem) mais de (cinco|5) anos",
    `(mostra|mostre|mostrem|prova|prove|provem|cade|me manda|apresentem|onde esta|onde ta) .. (onde|contrato|
      assinatura|assinei|prova|comprova*|documento|comprei|que eu devo|que devo|minha assinatura)`,
    `(quero|vou|preciso|gostaria de) (contestar|reclamar|questionar|abrir contestacao|fazer uma contestacao|reclamar
      do valor)`,
    "nao vou pagar (o que|por|uma conta que|uma coisa que|algo que|isso que) .. (nao|nunca)",
    `(me recuso|nao vou|nao pago|nao aceito) (a)? (pagar)? .. (que (eu)? (nao|nunca)|indevid*|juros|isso tudo|essa
      cobranca|esse valor|essa tarifa|essa divida|por um)`,
    "nao (concordo|aceito) (com)? .. (valor|cobranca|divida|juros|multa|taxa|conta|sobrou divida)",
    `(sistema|aplicativo|banco|loja) .. (erro|errado|errou|se enganou|deu problema|lancou errado|registrou errado|
      caiu no dia)`,
    `(erro|engano|equivoco) (de|do|da|no|na|nesse|nessa) (voces|sistema|banco|loja|valor|calculo|cobranca|conta|
      cadastro|boleto)`,
    `(tem|houve|deve ter|isso e|e um|foi um|deve haver) (um|algum)? (erro|equivoco) (nisso|ai|nessa|nesse|no|na|de|
      aqui)`,
  ],
  en: [
    `(dont|do|didnt|never|doesnt|not) not? (even)? (owe|owed) (you|this|that|any|anything|a|them|nothing|the|money|
      it|him)?`,
    "(not|isnt|aint|wasnt|arent) (mine|my (debt|account|bill|loan|charge|purchase|signature))",
    "(not|isnt|aint) (mine|my debt|my account|my bill|my loan|my charge|my purchase)",
    "(dont|do|didnt|cant) not? (recogni*|recall|remember) (this|that|the|any|making|it|these|opening|signing|buying)?",
    `never (signed|bought|ordered|received|got|had|agreed|opened|used|authorized|took|made|owed|requested|applied|
      purchased|signed up|been a customer|delivered|arrived|came)`,
    "(didnt|did not) (sign|buy|order|receive|get|agree|authorize|make|take|open|request|approve|purchase|apply|use)",
    "(what|which) (debt|loan|account|purchase|bill) (is|are|i|do|never)?",
    "^ what (debt|loan|account) $",
    "(stolen|stole|hacked|cloned) .. (identity|card|info|information|my|account)",
    "(identity theft|id theft|stolen identity)",
    "(fraudulent|fraudulently|fraud on my)",
    `(someone|somebody|my ex) (else)? (used|opened|made|took|stole|forged) .. (my|name|card|identity|signature|
      account)`,
    `(amount|balance|charge|bill|total|fees|interest|number|figure|math|calculation) .. (wrong|incorrect|error|off|
      not right|isnt right|doesnt match|dont match|too high|inflated|higher than|ridiculous|not correct|inaccurate)`,
    "(wrong|incorrect|inflated|bogus|false) (amount|balance|charge|bill|charges|debt|total|fee|fees)",
    "(dispute|disputing|contest|contesting|disputed)",
    `(cancelled|canceled|returned) .. (service|account|plan|subscription|order|contract|it|months|item|product|
      membership|car)`,
    "(there|this|it) (is|must|has|was|has to) (be|been)? (a|an|some)? (mistake|error)",
    "(its|is|was|made) (a|an) (mistake|error)",
    `(still|being|getting|been|was|got|keep) (getting|being)? (charging|charged|billed|billing|double) .. (for|me|
      twice|double|again|wrong)`,
    "(charged|billed|charging|billing) (me)? (twice|double|for something|for nothing|extra|again|too much)",
    "(not|wasnt|isnt) what (i|we|was) (agreed|owe|signed|bought|told|was told|ordered)",
    "(never|doesnt|didnt|not) (worked|work|deliver|delivered|arrive|arrived|came|working)",
    "(defective|broken|damaged) (product|item|when|on arrival|phone|when it)?",
    "(statute of limitations|time barred|too old to collect|past the statute)",
    `(show|prove|proof|validate|validation|verify) .. (i owe|that i|the debt|this debt|contract|signature|debt is
      mine|it)`,
    "(dont|not) agree with .. (amount|charge|fees|interest|balance|bill|total)",
  ],
  except: [
    // What does not suit is an offer
    "no (me|nos) (cuadra|cuadran) (esa|ese|esas|esos|la|el|las|eso) (cuota|cuotas|plan|oferta|fecha|plazo|propuesta|convenio|opcion)",
    // Did not arrive: the link, not the goods
    `no me (llego|llega|dieron|ha llegado|llegó) (el|la|ningun|los|mi|su|ese)? (link|enlace|mensaje|codigo|correo|
      recibo|comprobante|datos|qr|boleta|factura|aviso|estado|extracto|cupon|respuesta|pago|sueldo|quincena|salario)`,
    "no (tengo|hay) .. (problema|inconveniente|duda)",
    "no es mi (culpa|intencion|idea|nombre|numero|celular|telefono|cedula|problema|dia|caso)",
    `(numero|numeros|digitos|celular|telefono|documento|cedula|dni|cpf|nombre|nome|telefone|cartao) (no|nao|n) (es|
      son|e|eh|sao) (mio|mia|mios|meu|meus|minha)`,
    "(esos|esses|estos|estes|essas) (numeros|digitos|datos|dados) .. (mios|meus|mi)",
    "no (son|es) (los|el|las|la) (de mi|mios|mi) (cedula|dni|documento|rut)",
    "not my (name|number|phone|fault)",
    "nao e meu (nome|numero|telefone|cpf)",
    `(cancele|cancelé) (hoy|ayer|todo|esa|la deuda|la cuota|el saldo|la cuenta|la factura|el prestamo|mi deuda|mi
      cuota)`,
    "(cancele|cancelado|cancelé) la (cuenta|deuda|factura|cuota)",
    "no (debo|debi|debia) (haber|de|hacer|pagar tan|decir|preocuparme|dejar|atrasarme)",
    "nao devo (conseguir|poder|demorar|ter|chegar|mais nada|mais|nada mais)",
    "ya no (les|le)? debo",
    "(te|le|les|ya|despues|luego|ahorita|yo|no) (le|les|te|lo)? (contesto|contestar|contestando)",
    `(me|nos|un) robaron (el celular|mi celular|la plata|el telefono|mi telefono|todo|la moto|el carro|mi carro|la
      mercancia|en)`,
    "roubaram meu (celular|carro|telefone|carrinho|dinheiro|salario)",
    "no (pague|he pagado|pude|puedo|podia) .. (se cayo|sistema|banco)",
    "(es|sera|seria|parece|esto|isso|no sera) .. (fraude|estafa|golpe|robo) ?",
    `(es|sea|sera|isso e|e|this is) (un|una|um|a)? (fraude|estafa|golpe|scam|fraud) (o|ou|cierto|verdad|ne|no|si|
      or)? ]`,
    "(estafando|estafar|estafarme|estafen|robar|robando)",
    "(no|nao) .. (conforme|de acuerdo) .. (pero|mas) (igual|voy|pago|vou)",
    "no tengo (problema|deuda con otro)",
    "no (hay|tengo) (un|ningun)? error",
    "(doble|dos) (pago|cuotas|partes)",
    "(nao|no) (tem|hay) erro",
    "(perna|braco|pierna|brazo|pe|mano) quebrad*",
  ],
};
