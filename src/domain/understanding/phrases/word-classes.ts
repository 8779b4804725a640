import {
  asked,
  askedPt,
  did,
  didPt,
  didThey,
  didTheyPt,
  done,
  donePt,
  forbidden,
  ongoing,
  toMe,
} from "./verb-forms.ts";

/** To reach somebody, and to be a nuisance to them. */
const REACH = "llamar escribir contactar textear mensajear wasapear whatsappear timbrar marcar buscar notificar";
const BOTHER = `molestar fastidiar insistir acosar hostigar hostilizar joder jorobar fregar:frieg chingar importunar perturbar
  incomodar perseguir:persigu atormentar asediar agobiar atosigar hinchar huevear spamear chinchar marear`;
const SEND = "mandar enviar remitir";
const REACH_PT =
  "escrever ligar contatar contactar chamar procurar cobrar perturbar incomodar encher amolar importunar aporrinhar infernizar atormentar";
const SEND_PT = "mandar enviar encaminhar";

/** To pay, in every country we are in; `cancelar`, `girar`, `pasar` and `dar` are as often something else and stand apart. */
const PAY = "pagar transferir depositar consignar abonar saldar liquidar yapear plinear";
const PAY_PT = "pagar quitar depositar transferir";

function listed(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}

/**
 * Words that stand in for each other in phrases, written in full (folded) so that the speller knows them too.
 * `@name` in a phrase means any of them.
 */
export const WORD_CLASSES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    // What we must stop doing
    dontContact: forbidden(`${REACH} ${BOTHER}`),
    dontBother: forbidden(BOTHER),
    contacting: ongoing(`${REACH} ${BOTHER} hablar romper mamar`),
    dontSend: forbidden(SEND),
    sending: ongoing(SEND),
    // Said of us and to us, so that beside a no there is no doubt who is to stop
    contactingMe: ongoing(`${REACH} ${BOTHER} hablar`).filter((word) => /(?:me|nos)$/.test(word)),
    halt: listed(`aflojen afloja aflojale aflojenle bajenle bajale paren parenle parale parenla frenen frena detengan detenga detener detenganse
      suspendan suspenda suspender suspendanme eviten evite evitar evitense cesar cese cesen acaben terminen interrumpan finalicen
      corten corta cortenla cortala cortenle dejense dejen dejenme dejenla basta abstenganse abstengase abstenerse abstener absténganse`),
    messages:
      listed(`mensaje mensajes mensajito mensajitos mensajeria msj sms whatsapp whatsapps wasap wasaps wsp wasapeo notificaciones
      notificacion avisos correos llamadas llamada llamaditas audios textos publicidad spam recordatorios recordatorio cobranzas
      mensagem mensagens mensage mensages torpedo torpedos ligacoes ligacao zap zaps notificacoes avisos lembretes cobrancas
      message messages text texts calls sms reminders notifications emails`),
    contactPt: askedPt(`${REACH_PT} ${SEND_PT}`),
    reachPt: askedPt(REACH_PT),
    sendPt: askedPt(SEND_PT),
    contactEn:
      listed(`text texting call calling contact contacting message messaging msg write writing send sending bother bothering
      harass harassing spam spamming email emailing phone phoning ring ringing bug bugging pester pestering annoy annoying
      reach hound hounding`),
    stopThem:
      listed(`dejen deje deja dejad dejame dejenme dejense dejar paren pare parad para parenle parele pararle cesen cese basta
      terminen acaben corten corte cortenla cortela cortala suspendan suspenda
      parem pare parar deixem deixe cessem chega`),
    // What somebody asks for who wants us to begin again
    writeMe:
      listed(`escribirme escribirnos mandarme mandarnos enviarme enviarnos contactarme contactarnos hablarme mensajearme
      textearme notificarme avisarme recordarme escrivirme`),
    writeTo:
      listed(`escribir mandar enviar contactar hablar mensajear textear notificar avisar comunicar comunicarse contactarse
      llegar escrivir`),
    pleaseWrite:
      listed(`escribanme escribame escribeme escribime escribidme escribannos mandenme mandeme mandame enviame envienme
      envieme contactenme contacteme contactame hablenme mensajeenme notifiquenme avisenme`),
    writePt: listed("escrever mandar enviar contatar chamar mensagens falar escreva escrevam"),
    writeEn: listed("message messaging text texting write writing contact contacting send sending"),
    remove: [
      ...asked("borrar eliminar sacar quitar retirar suprimir remover"),
      ...askedPt("remover tirar apagar excluir retirar deletar"),
      ...listed("exclua excluam delete remove erase deleten"),
    ],
    removeMe: toMe("borrar eliminar sacar quitar retirar remover desuscribir excluir"),
    number: listed(`numero celular telefono cel fono movil contacto whatsapp whats wasap linea chip zap telefonito celu
      number phone cell telefone contato`),
    // The registers we are to be taken off
    list: listed(`lista listas listado base bases sistema sistemas registro registros cadastro cadastros contactos grupo grupos agenda
      directorio list database system records cadastramento contatos`),
    // Who
    family:
      listed(`esposo esposa espozo espoza marido mujer hijo hija hijos hijita hijito mama papa mami papi madre padre hermano hermana
      hermanito hermanita abuelo abuela abuelito abuelita tio tia suegro suegra cunado cunada primo prima sobrino sobrina nieto
      nieta pareja viejo vieja viejito viejita padrastro madrastra hijastro companero companera novio novia yerno nuera conyuge
      concubino concubina padrino madrina ahijado ahijada compadre comadre gemelo gemela exesposo exesposa exmarido
      exmujer exnovio exnovia ex jefa jefita jefecito nano nana taita cucho cucha
      esposo filho filha mae pai irmao irma avo vovo sogro sogra genro nora cunhado cunhada sobrinho sobrinha neto neta
      companheiro companheira namorado namorada padrasto madrasta enteado enteada vo
      wife husband son daughter mother father mom mum dad brother sister roommate partner boyfriend girlfriend uncle aunt
      cousin grandmother grandfather grandma grandpa stepdad stepmom spouse fiance niece nephew`),
    // Who has to do with the debtor and is no relative
    acquainted:
      listed(`vecino vecina amigo amiga empleado empleada empleador empleadora patron patrona jefe jefa secretario secretaria
      asistente recepcionista portero portera vigilante guardia inquilino inquilina arrendador arrendadora casero casera
      arrendatario arrendataria cuidador cuidadora enfermero enfermera apoderado apoderada contador contadora socio socia
      albacea heredero heredera tutor tutora curador curadora fiador fiadora codeudor codeudora garante aval avalista
      referencia chofer colega trabajador trabajadora encargado encargada conocido conocida
      vizinho vizinha amigo patroa patrao chefe secretaria secretario porteiro zelador cuidadora enfermeira procurador
      procuradora inventariante fiador fiadora colega funcionario
      neighbor neighbour friend coworker boss employee secretary landlord tenant caregiver roommate cosigner executor receptionist`),
    holder:
      listed(`senor senora don dona titular persona cliente duena dueno deudor deudora ella el dama caballero sr sra
      senhor senhora ele cliente devedor devedora titular`),
    died: listed(`fallecio murio fallecido fallecida muerto muerta difunto difunta finado finada fallecieron faleceu morreu falecido
      falecida morto morta died deceased dead finada`),
    // Paying
    payNow:
      listed(`pagar pago pague abonar abono cancelar consignar consigno depositar deposito transferir transfiero girar giro
      liquidar liquido saldar cubrir pagarles pagarle pagarte pagarlo pagarla abonarles abonarle`),
    // Said of ourselves; without an accent the first person is a request too.
    paidOne: [...did(PAY), ...listed("pagemos page transferi")],
    paidSure: listed(
      "pagué transferí transferi deposité consigné aboné yapeé yapee plineé plinee saldé liquidé cancelé",
    ),
    paidThey: didThey(PAY),
    paidDone: done(`${PAY} cancelar cubrir`).concat(listed("cubierto cubierta pago paga")),
    toPay: ongoing(`${PAY} cancelar girar cubrir`),
    paidPt: [...didPt(PAY_PT), ...listed("acertei paguey pagei zerei")],
    paidTheyPt: didTheyPt(PAY_PT),
    paidDonePt: [...donePt(PAY_PT), ...listed("pago paga pagos pagas")],
    toPayPt: listed("pagar quitar depositar transferir fazer mandar enviar acertar"),
    cannotPay: listed("pagar pagarles pagarle pagarte pagarlo pagarla cubrir abonar cumplir cancelar pagarlos pago"),
    payment:
      listed(`pago pagos abono abonos deposito depositos transferencia consignacion giro transaccion pix pse spei boleto pagamento
      transferencia deposito bizum ingreso transfe zelle oxxo yape yapeo plin ted doc payment transfer`),
    debt: listed(`deuda deudas cuenta cobro cargo saldo factura credito prestamo obligacion plata compra consumo cosa divida conta cobranca
      fatura emprestimo valor debito debt bill charge account loan invoice`),
    instalments:
      listed(`cuota cuotas pago pagos parte partes plazo plazos mensualidad mensualidades quincena quincenas armada armadas
      letra letras parcialidad parcialidades abono abonos parcela parcelas vez vezes prestacao prestacoes instalment
      instalments installment installments payments exhibiciones tramos tantos`),
    receipt:
      listed(`comprobante comprobantes comprobantico comprobantito recibo recibos recibito voucher vouchers vaucher boucher bauche
      baucher bouche soporte soportes colilla constancia constancias ticket tickets papeleta ficha desprendible volante
      comprovante comprovantes recibo print extrato canhoto receipt receipts proof capture screenshot slip`),
    picture:
      listed(`foto fotos fotito fotico captura capturas capturita pantallazo pantallazos pantallaso imagen imagenes archivo documento
      documentos pdf papel papelito papelitos papelzinho extracto imagem imagens arquivo anexo screenshot picture photo pic file attachment`),
    human:
      listed(`persona personita humano humana asesor asesora agente operador operadora ejecutivo ejecutiva gerente supervisor
      supervisora encargado encargada representante funcionario funcionaria jefe jefa alguien alguno responsable analista
      consultor consultora administrador administradora empleado empleada telefonista senorita doctora doctor muchacha vendedor
      vendedora coordinador coordinadora
      atendente pessoa gente humaninho gerente chefe analista consultor operador moca responsavel supervisor vendedor alguem
      person human agent someone somebody representative manager supervisor operator rep advisor specialist`),
    talk: listed(`hablar hablarme comunicarme comunicarnos comunicar comuniqueme comuniquenme comunicame comunique comunica comunican comunicando
      pasame paseme pasenme pase pasa pasen ponme pongame ponganme poneme transfierame transfiereme transferime derivame derivenme
      deriveme contactame contacteme contacte atienda atiendame atender atiendan atendido atendida conversar charlar platicar tratar dialogar
      falar fala converse conversar transferir transfira transfere passa passe passar bota chama chamar encaminha encaminhe
      talk speak chat connect transfer`),
    // Work, by its names
    work: listed(`trabajo trabajito trabaj trabajos chamba chambita empleo laburo pega peguita camello camellito puesto jale curro ocupacion
      emprego trabalho trampo servico serviço bico job work income`),
    cash: listed(`plata platica dinero efectivo lana feria guita billete billetes cash recursos fondos ingresos sueldo salario medios
      guano pisto baro varo money funds
      grana dinheiro condicao condicoes renda recurso trocado`),
  }),
);
