import type { NumberWords } from "../en/numbers.ts";
import { counting } from "../plural.ts";

const count = counting("pt-BR");

export const numbersPt: NumberWords = {
  title: "Números do WhatsApp",
  about:
    "A Meta deixa que um número escreva primeiro só a certa quantidade de pessoas diferentes em 24 horas, e a aumenta sozinha à medida que as pessoas leem e respondem. O que passa disso espera a sua vez; as respostas nunca esperam.",
  kinds: {
    cloud: "WhatsApp Cloud API",
    simulator: "Simulado",
    baileys: "Telefone vinculado (Baileys)",
    whatsapp_web: "Telefone vinculado (WhatsApp Web)",
  },
  works: "Funciona",
  blocked: (code) => `Bloqueado (${code})`,
  rests: (moment) => `Descansa até ${moment}`,
  limit: "Pode escrever primeiro a",
  perDay: (n) =>
    count(n, { one: "# pessoa em 24 horas", other: "# pessoas em 24 horas", many: "# de pessoas em 24 horas" }),
  unlimited: "Qualquer quantidade de pessoas",
  reached: "Escreveu nas últimas 24 horas a",
  people: (n) => count(n, { one: "# pessoa", other: "# pessoas" }),
  waiting: "Esperam a sua vez",
  messages: (n) => count(n, { one: "# mensagem", other: "# mensagens" }),
  until: (moment) => `a última sai ${moment}`,
  change: "Alterar",
  changeTitle: "A quantas pessoas pode escrever primeiro?",
  changeNote:
    "Ponha o que o WhatsApp Manager da Meta mostra para este número, não mais: o que passa disso é recusado e prejudica o número. Se vários números dividem um portfólio, a Meta os conta juntos: dê a cada um a sua parte. A alteração fica registrada com o seu nome.",
  tier: "Limite da Meta",
  other: "Outra quantidade",
  howMany: "Pessoas em 24 horas",
  wholeNumber: "Dê um número inteiro de pessoas, 1 ou mais.",
  save: "Salvar",
  saved: "Salvo. O que espera é visto de novo em seguida.",
  none: "Ainda não há nenhum número.",
};
