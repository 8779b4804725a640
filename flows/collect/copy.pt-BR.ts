import type { Option } from "../vocabulary.ts";
import { linesIn } from "./lines.ts";
import type { Copy, Titles } from "./messages.ts";

// Plain Brazilian Portuguese, você. One question a message; never a reason asked for, never exposure (CDC, art. 42).

const titles: Titles = {
  yes: "Sim, sou eu",
  no: "Não",
  pay: "Pagar agora",
  options: "Ver opções",
  balance: "Ver meu saldo",
  promise: "Escolher uma data",
  paid: "Já paguei",
  dispute: "Não reconheço",
  wrongPerson: "Não sou essa pessoa",
  person: "Falar com alguém",
  stop: "Não me escrevam",
  howToVerify: "Como conferir",
};

const {
  money,
  day,
  inAWeek,
  listDay,
  options,
  says,
  confirmsPermission,
  confirmsPlan,
  confirmsPromise,
  suggests,
  debts,
  nextAgreed,
  instalments,
  offers,
  offerOptions,
} = linesIn("pt-BR", {
  titles,
  wasDue: "venceu em",
  isDue: "vence em",
  more: (count) => `e mais ${count}`,
  rhythm: { weekly: "parcelas semanais", quincenal: "parcelas quinzenais", monthly: "parcelas mensais" },
  equal: (count, rhythm, each) => `${count} ${rhythm} de ${each}`,
  unequal: (count, rhythm, { first, later }) => `${count} ${rhythm}: ${first} e depois ${later}`,
  nextAgreed: (payment) => ` Próximo pagamento combinado: ${payment}.`,
  middle: (last, each, { rhythm, from }) => `2 a ${last}. ${rhythm} de ${each}, a partir de ${from}`,
});

const hello = (name: string | undefined): string => (name === undefined ? "Olá." : `Olá, ${name}.`);
const DID_YOU_MEAN = "Desculpe, não entendi bem. Quis dizer uma destas opções?\n\nSe não, escreva com outras palavras.";
const goOn = (): Option[] => [{ id: "yes", title: "Sim, vamos" }, { id: "no", title: "Agora não" }, ...options("stop")];

export const portuguese: Copy = {
  opening: ({ name, creditor }) =>
    says(
      `Olá, ${name}. Sou o assistente virtual de ${creditor} e escrevo sobre um assunto da sua conta conosco. É você?\n\nSe preferir falar com uma pessoa, escreva PESSOA. Se não quiser receber mensagens, escreva PARAR.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  "opening.isItYou": ({ name, creditor }) =>
    says(
      `Olá, agradeço a resposta. Sou o assistente virtual de ${creditor} e escrevo sobre um assunto da sua conta. Falo com ${name}?\n\nSe preferir uma pessoa, escreva PESSOA.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  nudge: ({ name, creditor }) =>
    says(
      `Olá, ${name}. Sou de novo o assistente virtual de ${creditor} e há alguns dias deixei uma mensagem. É você?\n\nSe preferir uma pessoa, escreva PESSOA. Se não quiser mensagens, escreva PARAR.`,
      "yes",
      "wrongPerson",
      "stop",
    ),
  "nudge.continue": ({ name, creditor }) => ({
    body: `Olá, ${name}. Sou o assistente virtual de ${creditor} e nossa conversa ficou aberta. Quer continuar de onde paramos?`,
    options: goOn(),
  }),
  "welcome.verify": ({ name, creditor }) =>
    says(
      `${hello(name)} Sou o assistente virtual de ${creditor}. Para proteger seus dados, primeiro confirmo que é você: quais são os quatro últimos números do seu documento, ou sua data de nascimento?\n\nUm dos dois basta.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "verify.ask": ({ name }) =>
    says(
      `Agradeço${name === undefined ? "" : `, ${name}`}. Para proteger seus dados, antes de continuar confirmo que é você: quais são os quatro últimos números do seu documento, ou sua data de nascimento?\n\nUm dos dois basta.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "verify.again": ({ triesLeft }) =>
    says(
      `Esse dado não confere com o que tenho. ${triesLeft === 1 ? "Resta uma tentativa" : `Restam ${triesLeft} tentativas`}. Quais são os quatro últimos números do seu documento, ou sua data de nascimento (por exemplo, 15/08/1990)?`,
      "howToVerify",
      "person",
    ),
  "verify.didYouMean": ({ suggestions }) => ({
    body: DID_YOU_MEAN,
    options: suggests(suggestions, { verified: false }),
  }),
  "verify.howToVerifyUs": ({ creditor, howToVerifyUs }) =>
    says(
      `Você faz bem em conferir. Confirme aqui que esta mensagem é de ${creditor}: ${howToVerifyUs}\n\nNunca pedimos senhas, códigos nem dados do cartão por este chat.`,
      "person",
      "stop",
    ),
  "verify.neutralClose": ({ creditor }) =>
    says(
      `Agradeço seu tempo. Não consegui confirmar os dados, então por segurança encerro aqui. Se precisar de algo de ${creditor}, use os canais de atendimento de sempre.`,
    ),
  "stranger.askReference": ({ creditor }) =>
    says(
      `Olá. Sou o assistente virtual de ${creditor}. Não tenho este número no cadastro. Qual é o seu número de referência ou de cliente, para que uma pessoa possa ajudar?`,
      "person",
      "stop",
    ),
  "stranger.close": ({ creditor }) =>
    says(`Agradeço. Uma pessoa da equipe de ${creditor} verifica e responde neste chat.`),

  "balance.show": (words) =>
    says(
      `Isto é o que está em aberto com ${words.creditor} em ${listDay(words.today)}:\n${debts(words)}\n\nTotal: *${money(words.owed)}*.${nextAgreed(words)} O que prefere fazer?\n\nTambém pode escrever: já paguei, não reconheço, ou não me escrevam.`,
      "pay",
      "options",
      "person",
    ),
  "balance.nothingOwed": ({ creditor }) =>
    says(`Verifiquei sua conta: não há nada a pagar a ${creditor}. Obrigado por estar em dia.`, "person", "stop"),
  "options.show": (words) => ({
    body:
      words.offers.length === 0
        ? `Seu saldo é de *${money(words.owed)}*. Você pode pagar tudo, escolher uma data, ou escrever sua proposta, que uma pessoa analisa. O que fica melhor?`
        : `Seu saldo é de *${money(words.owed)}*. Você pode pagar assim:\n${offers(words.offers)}\n\nTambém pode escrever sua proposta. Qual fica melhor?`,
    options: [...offerOptions(words.offers), ...options("pay", "promise", "person")],
  }),
  "plan.confirm": ({ plan }) => ({
    body: `Este seria seu acordo de pagamento de *${money(plan.total)}*:\n${instalments(plan)}\n\nSe um pagamento não chegar na data, vemos juntos. Para o acordo valer, toque em «Sim, aceito». Você aceita assim?`,
    options: confirmsPlan(plan, { yes: "Sim, aceito", no: "Não, ver outras" }),
  }),
  "plan.agreed": ({ plan, paymentLink }) =>
    says(
      `Pronto, seu acordo está registrado: ${plan.instalments.length === 1 ? "um pagamento" : `${plan.instalments.length} pagamentos`}, total de ${money(plan.total)}. O primeiro é de *${money(paymentLink.amount)}* e pode ser feito aqui:\n${paymentLink.url}\n\nAssim que chegar, envio o recibo. Para falar com alguém, escreva PESSOA.`,
    ),
  "plan.beyondPolicy": () =>
    says(
      "Agradeço a proposta. Não posso responder sozinho: passo tudo a uma pessoa da equipe, que analisa e responde neste chat. Ainda não há nenhum acordo.",
    ),
  "promise.askDay": ({ today }) =>
    says(`Claro. Em que dia exato pode pagar? Por exemplo: ${day(inAWeek(today))}.`, "options", "person"),
  "promise.confirm": ({ promise }) => ({
    body: `Para confirmar: você pagaria *${money(promise.amount)}* em *${day(promise.on)}*. Para ficar anotado, toque em «Sim, confirmo». Está certo?`,
    options: confirmsPromise(promise, { yes: "Sim, confirmo", no: "Não, outra data" }),
  }),
  "promise.noted": ({ promise }) =>
    says(
      `Obrigado. Seu pagamento de *${money(promise.amount)}* está anotado para *${day(promise.on)}*. Até lá não vou insistir. Se quiser pagar antes, escreva PAGAR.`,
      "pay",
      "person",
    ),
  "promise.broken": ({ name, creditor }) => ({
    body: `Olá, ${name}. Sou o assistente virtual de ${creditor} e escrevo como havíamos combinado. Quer retomar a conversa?`,
    options: goOn(),
  }),
  "pay.link": ({ paymentLink, creditor }) =>
    says(
      `Você pode pagar *${money(paymentLink.amount)}* a ${creditor} nesta página segura:\n${paymentLink.url}\n\nNão escreva dados do cartão neste chat. Assim que o pagamento chegar, envio o recibo.`,
      "options",
      "person",
    ),
  "pay.failed": () =>
    says(
      "O pagamento não foi concluído e nada foi cobrado. Você pode tentar de novo com o mesmo botão ou ver outras opções. O que prefere?",
      "pay",
      "options",
      "person",
    ),
  "paid.thanks": ({ receipt }) =>
    says(
      `Obrigado! Recebemos seu pagamento de *${money(receipt.amount)}* em ${day(receipt.paidOn)}. Recibo: ${receipt.reference}. Para ver sua conta, escreva SALDO; para falar com alguém, PESSOA.`,
    ),
  "paid.thanksInFull": ({ receipt, creditor }) =>
    says(
      `Obrigado! Recebemos seu pagamento de *${money(receipt.amount)}* em ${day(receipt.paidOn)}. Recibo: ${receipt.reference}. Você está em dia com ${creditor}: não deve mais nada.`,
    ),
  "paid.receipt": ({ receipt, creditor }) =>
    says(
      `Confirmação do seu pagamento a ${creditor}: recebemos *${money(receipt.amount)}* em ${day(receipt.paidOn)}. O número do seu recibo é ${receipt.reference}. Obrigado! Para falar com alguém, escreva PESSOA; para não receber mais mensagens, PARAR.`,
    ),
  "paid.claimNoted": () =>
    says(
      "Agradeço o aviso. Fica anotado, a verificar, e enquanto isso não escreveremos sobre isso. Se tiver o comprovante, pode enviar por aqui. Uma pessoa analisa e responde.",
    ),
  "receipt.toVerify": () =>
    says("Recebi, agradeço. Ainda falta verificar: uma pessoa da equipe analisa e informa o resultado neste chat."),
  "dispute.noted": ({ caseNumber }) =>
    says(
      `Agradeço por dizer. Registrei seu caso com o número *${caseNumber}* e pausamos as mensagens enquanto analisamos. Uma pessoa responde neste chat. Se quiser acrescentar algo, escreva aqui.`,
    ),
  "dispute.accepted": ({ caseNumber, creditor }) =>
    says(
      `Já analisamos seu caso *${caseNumber}* com ${creditor}: você tinha razão e corrigimos a conta. Se quiser ver como ficou, escreva neste chat; para não receber mais mensagens, escreva PARAR.`,
    ),
  "dispute.rejected": ({ caseNumber, creditor }) =>
    says(
      `Já analisamos seu caso *${caseNumber}* com ${creditor}: pelos nossos registros a conta está correta, e o caso fica encerrado. Se tiver um documento que devamos ver, envie neste chat e uma pessoa analisa. Para não receber mais mensagens, escreva PARAR.`,
    ),
  "wrongPerson.sorry": () =>
    says("Desculpe o incômodo. Retiramos este número e não voltaremos a escrever. Tenha um bom dia."),
  "deceased.sorry": () =>
    says(
      "Sinto muito pela sua perda; receba minhas condolências. Não enviaremos mais mensagens. Uma pessoa da equipe fica à disposição se precisar de algo.",
    ),
  "hardship.noted": () =>
    says(
      "Agradeço a confiança de contar. Não precisa explicar mais nada. Fazemos uma pausa: não escreveremos enquanto isso, e uma pessoa da equipe busca com você uma saída que sirva. O que nos disser é usado somente para ajudar.",
    ),
  "crisis.care": () =>
    says(
      "Sinto muito que esteja passando por isso. Sua vida e seu bem-estar importam mais que qualquer outra coisa. Se estiver em perigo, ligue agora para o número de emergência do seu país ou procure alguém de confiança. Já avisei uma pessoa para escrever a você.",
    ),
  "person.coming": () =>
    says("Com prazer. Já avisei uma pessoa da equipe: ela lê esta conversa e responde neste mesmo chat."),
  "stop.confirmed": ({ creditor }) =>
    says(`Entendido. ${creditor} não enviará mais mensagens por aqui. Esta é a última confirmação.`),
  "permission.confirm": ({ creditor }) => ({
    body: `Olá, sou o assistente virtual de ${creditor}. Paramos de escrever porque você pediu. Se disser que sim, ${creditor} volta a escrever para você pelo WhatsApp, neste número, sobre assuntos da sua conta conosco. Pode parar quando quiser: escreva PARAR. Para valer, toque em «Sim, podem escrever». Autoriza assim?`,
    options: confirmsPermission({ yes: "Sim, podem escrever", no: "Agora não" }),
  }),
  "permission.noted": ({ creditor, today }) =>
    says(
      `Agradeço. Hoje, ${day(today)}, fica anotado: ${creditor} pode voltar a escrever para você pelo WhatsApp. Para parar, escreva PARAR.\n\nPara proteger seus dados, antes de continuar confirmo que é você: quais são os quatro últimos números do seu documento, ou sua data de nascimento? Um dos dois basta.`,
      "howToVerify",
      "person",
      "stop",
    ),
  "refused.noted": () =>
    says("Entendo, agradeço por dizer. Não insisto por aqui. Uma pessoa da equipe fica à disposição para conversar."),
  "thanks.reply": () => says("Por nada. Estou aqui se precisar de mais alguma coisa."),
  "later.noted": () => says("Claro, sem problema. Escreva quando puder e continuamos."),
  unreadable: () => says("Por enquanto só consigo ler texto. Pode escrever em uma mensagem?", "person"),
  "unclear.yesNo": ({ name }) => says(`Desculpe, não entendi. Falo com ${name}?`, "yes", "wrongPerson", "person"),
  "unclear.proof": () =>
    says(
      "Desculpe, não entendi. Quais são os quatro últimos números do seu documento, ou sua data de nascimento (por exemplo, 15/08/1990)?",
      "howToVerify",
      "person",
    ),
  "unclear.menu": () => says("Desculpe, não entendi bem. O que prefere fazer?", "pay", "options", "person"),
  "unclear.didYouMean": ({ suggestions }) => ({
    body: DID_YOU_MEAN,
    options: suggests(suggestions, { verified: true }),
  }),
  "unclear.toPerson": () =>
    says(
      "Prefiro que uma pessoa atenda você, para não tomar seu tempo. Já avisei: ela lê esta conversa e responde por aqui.",
    ),
  "agent.returned": ({ name }) =>
    says(
      `${hello(name)} Sou eu de novo, o assistente virtual. Podemos continuar quando quiser. O que prefere fazer?`,
      "pay",
      "options",
      "person",
    ),
};
