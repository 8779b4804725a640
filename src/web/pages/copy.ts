import type { Language } from "../../../flows/vocabulary.ts";
import type { BankAccount } from "../../payment-providers/payment-provider.ts";

/** What the payment pages say. Neutral in tone, without a threat and without a reason why: it may be read over a shoulder. */
export type PageCopy = {
  readonly payTo: (creditor: string) => string;
  readonly amount: string;
  readonly purpose: string;
  readonly asOf: (moment: string) => string;
  readonly payNow: string;
  readonly validUntil: (moment: string) => string;
  readonly nextPage: string;
  readonly safety: string;
  readonly questions: (creditor: string) => string;
  readonly paidTitle: string;
  readonly paid: string;
  readonly nothingOwedTitle: string;
  readonly nothingOwed: string;
  readonly expiredTitle: string;
  readonly expired: string;
  readonly underWayTitle: string;
  readonly underWay: string;
  readonly unavailableTitle: string;
  readonly unavailable: string;
  readonly tryAgain: string;
  readonly transferTo: string;
  readonly bank: string;
  readonly holder: string;
  readonly document: string;
  readonly note: string;
  readonly accountKinds: Readonly<Record<BankAccount["kind"], string>>;
  readonly reference: string;
  readonly writeReference: string;
  readonly sendReceipt: string;
  readonly thanksTitle: string;
  readonly thanksSettled: string;
  readonly thanksConfirming: string;
  readonly thanksVoucher: string;
  readonly testBanner: string;
  readonly testExplained: string;
  readonly testPay: string;
  readonly testFail: string;
  readonly testBack: string;
  readonly testClosedTitle: string;
  readonly testClosed: string;
};

const spanish: PageCopy = {
  payTo: (creditor) => `Pago a ${creditor}`,
  amount: "Valor a pagar",
  purpose: "Concepto",
  asOf: (moment) => `Saldo al ${moment}.`,
  payNow: "Pagar",
  validUntil: (moment) => `Este enlace sirve hasta el ${moment}.`,
  nextPage: "Pagará en la página segura del medio de pago.",
  safety: "Nunca le pediremos claves ni códigos, ni por chat ni por teléfono.",
  questions: (creditor) => `¿Dudas? Escriba a ${creditor} en el mismo chat de WhatsApp.`,
  paidTitle: "Este pago ya está registrado",
  paid: "Gracias. No tiene que hacer nada más con este enlace.",
  nothingOwedTitle: "No hay nada por pagar",
  nothingOwed: "El saldo de este enlace está en cero.",
  expiredTitle: "Este enlace ya venció",
  expired: "Pida uno nuevo en el chat de WhatsApp: le mostrará el saldo del día.",
  underWayTitle: "Su pago está en camino",
  underWay:
    "Ya hay un pago en proceso por este valor. Le avisaremos en el chat cuando se confirme; no pague dos veces.",
  unavailableTitle: "Ahora no se puede pagar por aquí",
  unavailable: "El medio de pago no responde. No se hizo ningún cobro.",
  tryAgain: "Intentar de nuevo",
  transferTo: "Transfiera a esta cuenta",
  bank: "Banco",
  holder: "Titular",
  document: "Documento del titular",
  note: "Nota",
  accountKinds: {
    savings: "Cuenta de ahorros",
    checking: "Cuenta corriente",
    clabe: "CLABE",
    cbu: "CBU",
    cvu: "CVU",
    cci: "CCI",
    pix: "Clave Pix",
    key: "Llave",
  },
  reference: "Referencia",
  writeReference: "Escriba esta referencia en la transferencia, para que sepamos que es suya.",
  sendReceipt: "Después envíe la foto del comprobante en el chat de WhatsApp. Una persona la revisará.",
  thanksTitle: "¡Gracias!",
  thanksSettled: "Su pago quedó registrado. Le enviamos el recibo por WhatsApp.",
  thanksConfirming: "Estamos confirmando su pago. Le escribiremos por WhatsApp; ya puede cerrar esta página.",
  thanksVoucher: "Cuando pague el comprobante que recibió, se lo confirmaremos por WhatsApp.",
  testBanner: "PÁGINA DE PRUEBA",
  testExplained: "Aquí no se mueve dinero. Elija qué debe pasar con este pago.",
  testPay: "Pagar (de prueba)",
  testFail: "Hacer que falle",
  testBack: "Volver sin pagar",
  testClosedTitle: "Esta página de prueba ya no está abierta",
  testClosed: "Vuelva al enlace de pago y pulse Pagar otra vez.",
};

const portuguese: PageCopy = {
  payTo: (creditor) => `Pagamento para ${creditor}`,
  amount: "Valor a pagar",
  purpose: "Referente a",
  asOf: (moment) => `Saldo em ${moment}.`,
  payNow: "Pagar",
  validUntil: (moment) => `Este link vale até ${moment}.`,
  nextPage: "Você vai pagar na página segura do meio de pagamento.",
  safety: "Nunca pediremos senhas nem códigos, nem por chat nem por telefone.",
  questions: (creditor) => `Dúvidas? Escreva para ${creditor} na mesma conversa do WhatsApp.`,
  paidTitle: "Este pagamento já está registrado",
  paid: "Obrigado. Não é preciso fazer mais nada com este link.",
  nothingOwedTitle: "Não há nada a pagar",
  nothingOwed: "O saldo deste link está em zero.",
  expiredTitle: "Este link venceu",
  expired: "Peça um novo na conversa do WhatsApp: ele mostrará o saldo do dia.",
  underWayTitle: "Seu pagamento está a caminho",
  underWay:
    "Já existe um pagamento em andamento deste valor. Avisaremos na conversa quando for confirmado; não pague duas vezes.",
  unavailableTitle: "Agora não é possível pagar por aqui",
  unavailable: "O meio de pagamento não responde. Nada foi cobrado.",
  tryAgain: "Tentar de novo",
  transferTo: "Transfira para esta conta",
  bank: "Banco",
  holder: "Titular",
  document: "Documento do titular",
  note: "Observação",
  accountKinds: {
    savings: "Conta poupança",
    checking: "Conta corrente",
    clabe: "CLABE",
    cbu: "CBU",
    cvu: "CVU",
    cci: "CCI",
    pix: "Chave Pix",
    key: "Chave",
  },
  reference: "Identificação",
  writeReference: "Escreva esta identificação na transferência, para sabermos que é sua.",
  sendReceipt: "Depois envie a foto do comprovante na conversa do WhatsApp. Uma pessoa vai conferir.",
  thanksTitle: "Obrigado!",
  thanksSettled: "Seu pagamento foi registrado. Enviamos o recibo pelo WhatsApp.",
  thanksConfirming: "Estamos confirmando seu pagamento. Vamos escrever pelo WhatsApp; você já pode fechar esta página.",
  thanksVoucher: "Quando você pagar o boleto que recebeu, confirmaremos pelo WhatsApp.",
  testBanner: "PÁGINA DE TESTE",
  testExplained: "Aqui não há dinheiro de verdade. Escolha o que deve acontecer com este pagamento.",
  testPay: "Pagar (teste)",
  testFail: "Fazer falhar",
  testBack: "Voltar sem pagar",
  testClosedTitle: "Esta página de teste não está mais aberta",
  testClosed: "Volte ao link de pagamento e toque em Pagar outra vez.",
};

const english: PageCopy = {
  payTo: (creditor) => `Payment to ${creditor}`,
  amount: "Amount to pay",
  purpose: "For",
  asOf: (moment) => `Balance as of ${moment}.`,
  payNow: "Pay",
  validUntil: (moment) => `This link works until ${moment}.`,
  nextPage: "You will pay on the payment provider's secure page.",
  safety: "We never ask for passwords or codes, by chat or by phone.",
  questions: (creditor) => `Questions? Write to ${creditor} in the same WhatsApp chat.`,
  paidTitle: "This payment is already recorded",
  paid: "Thank you. There is nothing more to do with this link.",
  nothingOwedTitle: "There is nothing to pay",
  nothingOwed: "The balance of this link is zero.",
  expiredTitle: "This link has expired",
  expired: "Ask for a new one in the WhatsApp chat: it will show the balance of the day.",
  underWayTitle: "Your payment is on its way",
  underWay:
    "A payment of this amount is already in progress. We will tell you in the chat when it is confirmed; do not pay twice.",
  unavailableTitle: "It is not possible to pay here right now",
  unavailable: "The payment provider does not answer. Nothing was charged.",
  tryAgain: "Try again",
  transferTo: "Transfer to this account",
  bank: "Bank",
  holder: "Account holder",
  document: "Holder's tax number",
  note: "Note",
  accountKinds: {
    savings: "Savings account",
    checking: "Checking account",
    clabe: "CLABE",
    cbu: "CBU",
    cvu: "CVU",
    cci: "CCI",
    pix: "Pix key",
    key: "Key",
  },
  reference: "Reference",
  writeReference: "Write this reference on the transfer, so that we know it is yours.",
  sendReceipt: "Then send the receipt photo in the WhatsApp chat. A person will look at it.",
  thanksTitle: "Thank you!",
  thanksSettled: "Your payment is recorded. We have sent the receipt by WhatsApp.",
  thanksConfirming: "We are confirming your payment. We will write on WhatsApp; you can close this page.",
  thanksVoucher: "When you pay the voucher you received, we will confirm it on WhatsApp.",
  testBanner: "TEST PAGE",
  testExplained: "No money moves here. Choose what should happen to this payment.",
  testPay: "Pay (test)",
  testFail: "Make it fail",
  testBack: "Back without paying",
  testClosedTitle: "This test page is no longer open",
  testClosed: "Go back to the payment link and press Pay again.",
};

export const PAGE_COPY: Readonly<Record<Language, PageCopy>> = { es: spanish, "pt-BR": portuguese, en: english };
