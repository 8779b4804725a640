/**
 * Words that stand in for each other in phrases, written in full (folded) so that the speller knows them too.
 * `@name` in a phrase means any of them.
 */
export const WORD_CLASSES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // What we must stop doing
    contact: `escriban escriba escribas escribir escribirme escribiendo escribiendome escribais escribirle llamen llame
      llames llamar llamarme llamando llamandome llameis contacten contacte contactes contactar contactarme contacteis
      contactando contactandome molesten moleste molestes molestar molestarme molestando molestandome molesteis busquen
      buscarme buscando timbren acosen acosar acosarme acosando hostiguen hostigar hostigando insistan insista insistas
      insistir insistiendo fastidien fastidie fastidiar fastidiando jodan jodas jodiendo joder jodan frieguen fregar
      fregando chinguen chingar chingando hinchen hinchar hinchando rompan romper rompiendo cobrarme notifiquen notificarme
      textear textearme texteen spamear incomoden incomodar`,
    send: `manden mande mandes mandar mandarme mandando mandandome mandeis envien envie envies enviar enviarme enviando
      enviandome envieis remitan`,
    messages: `mensaje mensajes mensajito mensajitos msj sms whatsapp whatsapps wasap wsp notificaciones notificacion avisos
      correos llamadas llamada audios textos publicidad spam recordatorios mensagem mensagens torpedo ligacoes ligacao
      zap notificacoes avisos message messages text texts calls sms reminders notifications`,
    contactPt: `escreva escrevam escrever mande mandem mandar envie enviem enviar ligue liguem ligar perturbe perturbem
      perturbar incomode incomodem incomodar contate contatem contatar chame chamem procure procurem procurar cobre cobrem
      cobrar encha enche encham encher`,
    contactEn: `text texting call calling contact contacting message messaging write writing send sending bother bothering
      harass harassing spam spamming email emailing`,
    stopThem: `dejen deje deja dejad dejame dejenme paren pare parad para parenle cesen basta parem deixem deixe`,
    // What somebody asks for who wants us to begin again
    writeMe: `escribirme escribirnos mandarme mandarnos enviarme enviarnos contactarme contactarnos hablarme mensajearme
      textearme notificarme avisarme recordarme escrivirme`,
    writeTo: `escribir mandar enviar contactar hablar mensajear textear notificar avisar comunicar comunicarse contactarse
      llegar escrivir`,
    pleaseWrite: `escribanme escribame escribeme escribime escribidme escribannos mandenme mandeme mandame enviame envienme
      envieme contactenme contacteme contactame hablenme mensajeenme notifiquenme avisenme`,
    writePt: `escrever mandar enviar contatar chamar mensagens falar escreva escrevam`,
    writeEn: `message messaging text texting write writing contact contacting send sending`,
    remove: `borren borre borra borrar borrenme borreme borrame eliminen elimine elimina eliminar eliminenme eliminame
      saquen saque saca sacar saquenme saqueme sacame quiten quite quita quitar quitenme quiteme quitame retiren retire
      retirenme retireme retirar remuevan removan remova remover removam tira tirem tire tirar apague apaguem apagar apaga
      exclua excluam excluir delete remove erase deleten`,
    number: `numero celular telefono cel fono movil contacto whatsapp number phone telefone`,
    // Who
    family: `esposo esposa marido mujer hijo hija mama papa madre padre hermano hermana abuelo abuela tio tia suegro suegra
      cunado cunada primo prima sobrino sobrina nieto nieta pareja viejo vieja mami papi padrastro madrastra companero
      companera novio novia vecino vecina yerno nuera conyuge
      esposo filho filha mae pai irmao irma avo sogro sogra cunhado cunhada sobrinho sobrinha neto neta companheiro
      companheira namorado namorada vizinho vizinha
      wife husband son daughter mother father mom mum dad brother sister roommate partner boyfriend girlfriend uncle aunt
      cousin grandmother grandfather neighbor neighbour nephew niece`,
    holder: `senor senora don dona titular persona cliente duena dueno deudor deudora ella el dama caballero sr sra
      senhor senhora ele cliente`,
    died: `fallecio murio fallecido fallecida muerto muerta difunto difunta finado finada fallecieron faleceu morreu falecido
      falecida morto morta died deceased dead finada`,
    // Paying
    payNow: `pagar pago pague abonar abono cancelar consignar consigno depositar deposito transferir transfiero girar giro
      liquidar liquido saldar cubrir pagarles pagarle pagarte pagarlo pagarla abonarles abonarle`,
    paid: `pague pagamos pagado pagada pagaron transferi transferimos transferido deposite depositamos depositado consigne
      consigno consignado consignamos abone abonado abonamos cancele cancelado gire girado liquide liquidado salde saldado
      yapee yapeado plinee pago pagao cancelada`,
    paidSure: `pague transferi deposite consigne abone yapee plinee salde liquide`,
    paidPt: `paguei quitei transferi depositei acertei pagamos`,
    cannotPay: `pagar pagarles pagarle pagarte pagarlo pagarla cubrir abonar cumplir cancelar pagarlos pago`,
    payment: `pago pagos abono abonos deposito depositos transferencia consignacion giro transaccion pix boleto pagamento
      transferencia deposito payment transfer`,
    debt: `deuda cuenta cobro cargo saldo factura credito prestamo obligacion plata compra consumo cosa divida conta cobranca
      fatura emprestimo valor debito debt bill charge account loan invoice`,
    receipt: `comprobante comprobantes recibo recibos voucher vaucher boucher soporte soportes colilla constancia comprovante
      receipt proof captura pantallazo capture`,
    instalments: `cuota cuotas pago pagos parte partes plazo plazos mensualidad mensualidades quincena quincenas armada armadas
      letra letras parcialidad parcialidades abono abonos parcela parcelas vez vezes prestacao prestacoes instalment
      instalments installment installments payments exhibiciones tramos tantos`,
    human: `persona humano asesor asesora agente operador operadora ejecutivo ejecutiva gerente supervisor supervisora encargado
      encargada representante funcionario funcionaria jefe alguien atendente pessoa humano gerente
      person human agent someone representative manager supervisor operator rep advisor`,
    talk: `hablar hablo comunicarme comunicar comuniqueme comuniquenme comunicame pasame paseme pasenme pase transfierame
      contactame contacteme atienda atiendame atender atiendan conversar falar converse conversar talk speak chat fala
      transferir transfira`,
  }).map(([name, words]) => [name, words.split(/\s+/)]),
);
