import type { ContactChannel, OutsideContactKind } from "../../../web/contract.ts";

/** Contacts that were made outside Saldar, and whether one may be. */
export const outsideEn = {
  enter: "Record an outside contact",
  title: "A contact made outside Saldar",
  note: "A call, a visit or a message from elsewhere. The law counts it like a message of ours: from now on the limits include it.",
  channel: "How",
  channels: {
    whatsapp: "WhatsApp, from another phone",
    sms: "SMS",
    email: "E-mail",
    voice: "Call",
    visit: "Visit",
  } satisfies Record<ContactChannel, string>,
  on: "Day",
  at: "Time",
  inTime: (zone: string) => `The business's time: ${zone}.`,
  notToCome: "This has not happened yet: look at the day and the time.",
  tooOld: (days: number) => `That is more than ${days} days ago: look at the year.`,
  initiatedBy: "Who began it",
  initiators: { collector: "We did", debtor: "The debtor did" },
  kind: "What came of it",
  kinds: {
    accepted: "No answer",
    delivered: "It arrived",
    read: "They saw it",
    two_way: "They talked, or answered",
    inbound: "The debtor came to us",
    rejected: "It did not get through",
  } satisfies Record<OutsideContactKind, string>,
  kindHint:
    "Without an answer it counts too. What did not get through (a dead number, an e-mail that bounced) does not.",
  number: "With which number",
  otherNumber: "Another, or not known",
  address: "Number or e-mail, if known",
  words: "Note, if any",
  wordsHint: "For colleagues. It goes with the person's data when these are erased.",
  enterDo: "Record",
  entered: "Recorded. It counts from the next message.",
  byUs: (channel: string) => `${channel}, by us`,
  byThem: (channel: string) => `${channel}, by the debtor`,
  enteredBy: (name: string, moment: string) => `Recorded by ${name}, ${moment}`,
  withdraw: "It was not so",
  withdrawTitle: (what: string) => `Was it not so? ${what}`,
  withdrawNote:
    "It counts no more, and what waited because of it is judged again. Both stay to be seen, with your name.",
  withdrawDo: "Withdraw",
  withdrawn: "Withdrawn. It counts no more.",
  withdrawnBy: (name: string, moment: string) => `Withdrawn by ${name}, ${moment}: it does not count.`,
  otherWays: "And in other ways?",
  otherWaysNote: "Whether a person of the business may, now. It is judged by the same law, over all channels.",
};
export type OutsideWords = typeof outsideEn;
