/** May we write, what was not sent, and the file for whoever audits. */
export const contactsEn = {
  mayWrite: "May we write now?",
  inTheirTime: (zone: string) => `Times are the debtor's: ${zone}.`,
  inOurTime: (zone: string) => `We do not know the debtor's time zone. Times are the business's: ${zone}.`,
  noNumber: "There is no number to write to.",
  judgedAt: (moment: string) =>
    `Judged ${moment}, with what was known then. Each message is judged again when it leaves.`,
  exportTitle: "All contacts, for an audit",
  exportNote:
    "Every message with the decision about it, permissions and requests to stop; no words of a chat. Each export is audited.",
  exportCsv: "Download CSV",
  exportPdf: "Download PDF",
  title: "Blocked",
  about: "What was not sent, by the rule that stopped it. A message that was stopped twice counts twice.",
  from: "From",
  to: "To",
  empty: "Nothing was stopped in these days",
  emptyNext: "When a rule stops a message, it stands here with its article.",
  latest: (moment: string) => `Last: ${moment}`,
  debtor: "Debtor",
  kind: "Message",
  at: "Stopped",
  became: "What became of it",
  waits: (moment: string) => `Waits until ${moment}`,
  stranger: "Unknown number",
  end: { given_up: "Given up", withdrawn: "Withdrawn", left: "Left later" },
};
export type ContactWords = typeof contactsEn;
