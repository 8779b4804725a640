import type { ContactWords } from "../en/contacts.ts";

export const contactsPt: ContactWords = {
  mayWrite: "Podemos escrever agora?",
  inTheirTime: (zone) => `Os horários são os do devedor: ${zone}.`,
  inOurTime: (zone) => `Não sabemos o fuso horário do devedor. Os horários são os da empresa: ${zone}.`,
  noNumber: "Não há número para escrever.",
  judgedAt: (moment) => `Julgado: ${moment}, com o que se sabia então. Cada mensagem é julgada de novo ao sair.`,
  exportTitle: "Todos os contatos, para uma auditoria",
  exportNote:
    "Cada mensagem com a decisão, as permissões e os pedidos de parar; nenhuma palavra da conversa. Cada download fica na auditoria.",
  exportCsv: "Baixar CSV",
  exportPdf: "Baixar PDF",
  title: "Não enviados",
  about: "O que não foi enviado, pela regra que o deteve. Uma mensagem detida duas vezes conta duas vezes.",
  from: "De",
  to: "Até",
  empty: "Nada foi detido nestes dias",
  emptyNext: "Quando uma regra detém uma mensagem, ela aparece aqui com o artigo.",
  latest: (moment) => `Última: ${moment}`,
  debtor: "Devedor",
  kind: "Mensagem",
  at: "Detida",
  became: "O que houve com ela",
  waits: (moment) => `Espera até ${moment}`,
  stranger: "Número desconhecido",
  end: { given_up: "Desistimos", withdrawn: "Retirada", left: "Saiu depois" },
};
