import { lines } from "./lines.ts";

/** What somebody says who has paid, and who shows it. Written for these tests; none comes from a data set. */
export const ALREADY_PAID = lines(`
  ya pagué
  ya le transferí a la cuenta
  ya deposité en el oxxo
  ya hice el spei
  ya quedó la transferencia
  ya está cubierto ese adeudo
  ya aboné lo de este mes
  ya di mi abono
  ya fui a pagar ayer
  pagué por el banco
  pagué la semana pasada
  eso lo pagué hace rato
  eso ya lo pagué con la prima
  me lo descontaron de la nómina
  me lo descuentan por planilla todos los meses
  eso está pago
  esa cuenta está cancelada
  cancelé todo el mes pasado
  ya cancelé la deuda
  ya yapeé
  te yapeé ayer
  ya plineé los 200
  ya consigné en el corresponsal
  ya le consigné a la cuenta que me dieron
  le giré por efecty
  ya giré la plata
  ya te transferí capo
  ya pagué por mercado pago
  pagué por rapipago el martes
  ya pagué por servipag
  ya hice la transferencia electrónica
  ya me puse al día
  estoy al día con los pagos
  llevo tres cuotas pagadas
  ya pagué las dos cuotas atrasadas
  yo ya no les debo nada
  quedé a paz y salvo en enero
  saldé esa deuda hace un año
  liquidé mi crédito en marzo
  mi hermano ya pagó eso
  mi esposa pagó ayer
  la empresa ya pagó por mí
  el pago ya se hizo
  el pago se realizó ayer
  la transferencia salió ayer
  ya salió de mi cuenta
  ya se debitó
  ya entregué la plata en la oficina
  se lo pagué al cobrador
  le pagué en efectivo al muchacho que vino
  revise bien que ya pagué
  otra vez? ya pague
  pero si ya les pague
  ya realicé el pago correspondiente
  el pago fue efectuado el día 5
  hice un depósito ayer
  acabo de pagar
  acabo de transferir
  ya pagé
  ya page
  yapague
  listo, pagado
  ya está, ya pagué
  ya está pagada la cuota
  já paguei
  já quitei isso
  paguei ontem no pix
  já fiz o pix
  o boleto já foi pago
  já foi debitado da conta
  tá pago já
  quitei tudo em janeiro
  minha esposa já pagou
  acertei com a loja mês passado
  já depositei
  eu já paguei essa parcela
  i paid yesterday
  already sent the payment
  i made the payment on friday
  its been paid
  paid in full last month
  i settled that
  that was paid off
  you already took it out of my account
  my wife paid it
  payment went through this morning
  ya fue pagado
  ya lo liquidé
  ya se pagó
  ya se les pagó
  ya les deposité ayer
  ya les transferí
  ya lo arreglé ayer en la sucursal
  ya quedó pagado
  ya quedó
  ya quedó listo, lo pagué en el cajero
  ya cumplí
  ya cubrí mi pago
  cubrí el saldo la semana pasada
  ya di el enganche y todo
  ya lo cancelé por la app
  lo pagué con tarjeta
  lo pagué por pse
  pagué por nequi
  pagué con yape
  por yape les envié ayer
  les mandé la plata por daviplata
  ya les mandé el dinero
  ya envié el dinero
  ya se hizo el depósito
  le di la plata al cobrador
  le entregué los 200 al señor que vino
  fui al banco y pagué
  me fui a pagar el lunes
  mi mujer fue a pagar ayer
  mi hija hizo la transferencia
  mi jefe me lo descontó
  me lo descuentan del sueldo
  me lo sacaron de la cuenta
  me lo debitaron ayer
  me cobraron en automático
  está domiciliado y ya se cobró
  eso lo cancelé el año pasado
  esa factura la pagué
  esa deuda ya está saldada
  la deuda está cancelada
  la deuda quedó saldada en 2022
  todo pagado
  todo está pagado
  no debo, pagué todo
  terminé de pagar en agosto
  terminé de pagar eso hace años
  ya terminé de pagar
  hace un mes que pagué
  hace años que cancelé eso
  desde abril que está pagado
  llevo 5 cuotas al día
  pagué la cuota de este mes
  pagué el mínimo
  pagué 300 ayer
  ayer pagué
  ayer deposité
  ayer transferí 50 mil
  anoche hice la transferencia
  esta mañana deposité
  recién pagué
  recién transferí
  recién hice el depósito
  pago realizado
  pago hecho
  transferencia hecha
  pagado
  depositado
  listo ya pagué
  listo el pago
  hecho el depósito
  ya hice mi parte, pagué
  no me cobren, ya pagué
  paren de cobrarme intereses que ya pagué
  dejen de cobrar que eso ya se pagó
  el pago ya está acreditado
  ya aparece pagado en la app
  en la app me sale saldo cero
  en mi cuenta sale pagado
  me dieron mi carta de finiquito
  tengo carta de no adeudo
  tengo el paz y salvo
  já tá pago
  já tá tudo certo, paguei
  fiz o pagamento ontem
  fiz a transferência
  mandei o pix agora
  pix feito
  boleto pago
  paguei na lotérica
  paguei o boleto
  paguei pelo app
  já acertei isso
  já resolvi isso, paguei
  isso já foi quitado
  essa dívida já foi paga
  foi descontado do meu salário
  ive already paid
  i paid it off
  i paid last week
  i just paid
  just sent it
  paid it this morning
  the payment cleared
  i transferred the money
  money has been sent
  i zelled you
  my account shows zero
  its all paid up
  paid this already mate
  direct debit went out on the 1st
`);

export const RECEIPT = lines(`
  te mando el comprobante
  ahí te va la captura
  le paso la foto del voucher
  adjunto comprobante
  aquí está el ticket
  aquí tiene el recibo
  mira la captura
  te paso el comprobante por aquí
  en un rato le mando la foto del recibo
  mañana te envío el comprobante
  ya le mandé la captura
  les mandé el voucher ayer
  les comparto el comprobante de pago
  te adjunto el pdf
  va el comprobante
  dejo el comprobante
  este es mi comprobante
  ahí está la foto
  comprobante
  foto del pago
  segue o comprovante
  vou mandar o comprovante
  tá aí o comprovante
  mandei o print
  olha o comprovante aí
  te mando o recibo já já
  here is my receipt
  sending proof of payment
  ill send you the screenshot
  attached is the confirmation
  let me take a picture of the receipt
  did you get my receipt
  aquí la foto
  le mando foto
  te paso la captura
  acá va
  acá está el comprobante
  acá te dejo el comprobante
  ahí te mandé el comprobante
  te lo envié por correo
  lo mandé al mail
  mandé el comprobante por mail
  ya envié mi comprobante
  ya subí el comprobante
  en la foto se ve el pago
  chequeá la captura
  fíjate en la foto
  vea la foto
  vean el voucher
  este es el recibo del oxxo
  este es el ticket del pago
  le tomé foto al recibo
  al rato le mando el ticket
  orita le mando la foto del ticket
  cuando llegue a casa mando el comprobante
  le llegó mi comprobante?
  recibieron mi comprobante?
  a qué correo mando el comprobante
  por dónde envío el comprobante
  no me deja mandar la foto
  no se carga la imagen
  tengo el comprobante
  tengo la boleta de depósito
  aca le dejo la boleta de pago
  te mando la papeleta
  aí vai o comprovante
  segue em anexo
  mandei a foto
  tá na foto
  te mandei o comprovante ontem
  enviei por email
  see attached
  heres the screenshot
  heres proof
  i emailed the receipt
  photo of the receipt below
`);
