/**
 * Everyday words (folded) one letter away from a protective one, or common enough to be certainly meant: the speller
 * never touches them. Add the word here when a correction made a meaning out of nothing.
 */
export const KNOWN_WORDS: readonly string[] = `
  llegado llegaron llevado llevo llevar pagado pensado dejado hablado mandado firmado cobrado cobrador
  alto bajo casa caja vaja cada nada toda todo todos todas para pero como cuando donde quien quienes porque aunque desde hasta
  entre sobre contra estos estas estoy estaba estar tengo tiene tienen tenia hacer hace hizo hago haber habia puedo puede pueden
  podria poder quiero quiere quieren queria querer debo debe deben deber sabe saben saber digo dice dicen decir llego llega
  llegar llamo llama llaman llamaron escribo escribe escriben escribieron mando manda mandan mandaron mandado envio envia envian
  enviaron contacto mensaje nombre numero cuenta factura servicio empresa banco tarjeta credito dinero plata pesos soles mucho
  poco bien mejor peor menos mas ahora luego despues antes nunca siempre manana tarde noche semana meses fecha lunes
  martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
  diciembre hoy ayer gracias favor hola buenas buenos señora senora señor senor joven amigo amiga familia trabajo trabajando
  trabajar trabajo salario sueldo cobro cobre cobran cuanto cuantos cuotas cuota interes intereses descuento acuerdo acepto
  confirmo claro listo vale bueno buena venta vender compra comprar mando mandar valor total saldo deuda link enlace pago pagos
  pagar pagare pagan paga pagaron pagando pagarles deposito depositar transfiero transferir transferencia consigno consignar
  abono abonar hijo hija casa calle salud medico medica puerta carta caros cara carro caro mesa mora moras demora demoro moral
  morado molesta molestia molestias moleste llamada llamando marcar marca cobrar sobrar borrador mirar matar motor mator mate
  mata meta moto matricula vida viva vivo vive venda viene vienen vengo voy vamos vaya dejar dejo deja parte partes parar barato
  base baila bala banos bono tono demanda comanda manada juez vez diez nuez cien
  minha minhas meu meus esse essa isso voce voces quero quer posso pode podem tenho tem fazer faz fiz dia dias mes hoje amanha
  ontem agora depois antes obrigado obrigada conta valor divida parcela parcelas pagar pago pagamento boleto consigo semana
  dinheiro trabalho muito pouco bom boa noite tarde favor quando onde quem qual como porque ainda sempre nunca nada tudo todos
  sair cair vair sai vou vai estou esta estao manda mande mandei mandou chave codigo
  about after again also because before being bill call called card could date does done friday from give going good have here
  hello know later like link look made make maybe money month more much need never next nothing number okay only other over paid
  pay paying payment please proof really right said saturday send sent should some something sorry steal still stock store story
  street sunday sure take talk than thank thanks that their them then there these they thing think this thursday time today
  tomorrow tuesday until want wednesday week well were what when where which while will with work would year your shop step
  acerto venga bacan bancan vengan vengas
  later letter better water waiter sub sum sun suit quite quiet quick
`
  .split(/\s+/)
  .filter((word) => word.length > 0);
