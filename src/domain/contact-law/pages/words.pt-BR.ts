import type { Cap } from "../profile.ts";
import type { PageWords } from "./words.ts";

export const portuguese: PageWords = {
  title: (country) => `Quando se pode escrever: ${country}`,
  made: (file, command) => `Página feita de \`${file}\`; \`${command}\` a escreve de novo.`,
  noLawyer:
    "**Nenhum advogado leu isto.** É a nossa leitura, não um parecer: cada regra cita a sua fonte para que se possa corrigi-la.",
  version: "Versão das regras, que cada decisão guarda",
  headings: {
    hours: "Horas",
    holidays: "Feriados",
    caps: "Quantas vezes",
    who: "A quem",
    answers: "Respostas, confirmações e horas pedidas",
    stops: "Quando se deixa de escrever",
    content: "O que não se diz",
    readings: "Onde as fontes divergem",
    parts: "Partes do país com regras próprias",
    rules: "Todas as regras",
    secondary: "O que se apoia em fontes secundárias",
  },
  hours: {
    day: "Dia",
    from: "Horas do lugar da pessoa; a última já não entra",
    closed: "fechado",
    zone: "Fuso do país",
    zones: "Fusos do país. Se não se sabe em qual a pessoa vive, todos precisam permitir",
  },
  holidays: {
    month: "Mês",
    none: "As regras não fecham nenhum feriado.",
    corrected: "O calendário da biblioteca é corrigido por",
  },
  caps: {
    none: "As regras não fixam um número.",
    cap: capOf,
    counts: {
      each_send: "Cada envio que saiu conta como contato, mesmo sem resposta. Responder à pessoa não conta.",
      two_way_only: "Só conta como contato o que a pessoa respondeu.",
    },
  },
  who: {
    roles: "Pode-se escrever a",
    role: { debtor: "quem deve", co_debtor: "quem deve com outro", guarantor: "quem garante" },
  },
  answers: {
    reply: "Responder ao que a pessoa escreveu",
    exempt: "A confirmação de uma operação é exceção a horas e limites",
    notExempt: "A confirmação de uma operação respeita horas e limites",
    requested: "Outras horas, a pedido da pessoa",
    separate: "em documento separado",
    after: "posterior ao contrato",
    noRequested: "As regras não conhecem outras horas a pedido da pessoa.",
    inconvenient: "Horas que a pessoa disse que incomodam",
  },
  stops: {
    state: "A pessoa…",
    left: "O que continua permitido",
    rule: "Regra",
    states: {
      optedOut: "pediu para não receber mais mensagens",
      attorney: "tem advogado",
      moratorium: "está protegida dos credores",
      deceased: "faleceu",
      wrongPerson: "não é quem deve",
    },
    answers: { none: "nada", one: "uma resposta a cada mensagem dela", any: "responder ao que escrever" },
    holds: "Promessa, acordo, contestação ou dificuldade",
  },
  content: { forbidden: "proibido: a mensagem não sai", doubtful: "duvidoso: pergunta-se a quem escreveu" },
  readings: {
    explain:
      "Vale a primeira leitura de cada lista. A empresa pode escolher outra pelo nome, e cada decisão guarda qual valia.",
    byDefault: "vale",
  },
  parts: {
    explain:
      "Onde a parte não é conhecida vale o que está acima. Os dias próprios somam-se aos comuns a todas as partes.",
    part: "Parte",
    hours: "Horas",
    own: (year) => `Dias próprios de ${year}`,
  },
  rules: {
    columns: ["Regra", "Norma e artigo", "O que diz", "Natureza", "Confiança", "Fonte"],
    standing: { law: "lei", policy: "política da casa" },
    confidence: {
      verified: "lida em texto oficial",
      secondary: "citada por outros",
      unverified: "não verificada",
    },
  },
  channel: { whatsapp: "WhatsApp", sms: "SMS", email: "e-mails", voice: "ligações", visit: "visitas" },
  secondary: {
    explain: "São lei como outros a citam; o texto oficial não foi lido. Convém começar por aqui.",
    none: "Nenhuma.",
  },
};

function capOf(cap: Cap): string {
  switch (cap.kind) {
    case "per_day":
      return `${times(cap.max)} por dia`;
    case "one_channel_per_week":
      return "um só canal por semana";
    case "per_week":
      return `${times(cap.max)} por semana (de segunda a domingo)`;
    case "per_days":
      return `${times(cap.max)} em ${cap.days} dias`;
    case "min_gap":
      return `${cap.hours} horas entre um contato e outro`;
    case "min_days_between":
      return `${cap.days} dias inteiros entre um contato e outro`;
    case "after_conversation":
      return `${cap.days} dias sem ligar desde que se conversou`;
  }
}

function times(max: number): string {
  return max === 1 ? "um contato" : `${max} contatos`;
}
