import type { Cap } from "../profile.ts";
import type { PageWords } from "./words.ts";

export const english: PageWords = {
  title: (country) => `When we may write: ${country}`,
  made: (file, command) => `Made from \`${file}\`; \`${command}\` writes it again.`,
  noLawyer:
    "**No lawyer has read this.** It is our reading and no advice: each rule names its source, so that it can be corrected.",
  version: "Version of the rules, which every decision keeps",
  headings: {
    hours: "Hours",
    holidays: "Public holidays",
    caps: "How often",
    who: "To whom",
    answers: "Answers, confirmations and requested hours",
    stops: "When we stop writing",
    content: "What is not said",
    readings: "Where sources conflict",
    parts: "Parts of the country with rules of their own",
    rules: "All the rules",
    secondary: "What rests on secondary sources",
  },
  hours: {
    day: "Day",
    from: "Hours where the person is; the last is out",
    closed: "closed",
    zone: "Time zone of the country",
    zones: "Time zones of the country. Where it is not known in which the person lives, all must allow it",
  },
  holidays: {
    month: "Month",
    none: "The rules close no public holiday.",
    corrected: "The library's calendar is corrected by",
  },
  caps: {
    none: "The rules name no number.",
    cap: capOf,
    counts: {
      each_send: "Each send that left counts as a contact, answered or not. Answering the person does not.",
      two_way_only: "Only what the person answered counts as a contact.",
    },
  },
  who: {
    roles: "We may write to",
    role: { debtor: "who owes", co_debtor: "who owes with another", guarantor: "who guarantees" },
  },
  answers: {
    reply: "Answering what the person wrote",
    exempt: "The confirmation of an operation is exempt from hours and limits",
    notExempt: "The confirmation of an operation keeps to hours and limits",
    requested: "Other hours, at the person's request",
    separate: "in a document of its own",
    after: "later than the contract",
    noRequested: "The rules know no other hours at the person's request.",
    inconvenient: "Times the person called inconvenient",
  },
  stops: {
    state: "The person…",
    left: "What stays allowed",
    rule: "Rule",
    states: {
      optedOut: "asked for no more messages",
      attorney: "has a lawyer",
      moratorium: "is protected from creditors",
      deceased: "has died",
      wrongPerson: "is not who owes",
    },
    answers: { none: "nothing", one: "one answer to each message of theirs", any: "answering what they write" },
    holds: "A promise, a plan, a dispute or hardship",
  },
  content: { forbidden: "forbidden: the message does not leave", doubtful: "doubtful: who wrote it is asked" },
  readings: {
    explain:
      "The first of each list is in force. A business may choose another by its name, and every decision keeps which one was.",
    byDefault: "in force",
  },
  parts: {
    explain: "Where the part is not known the above holds. Days of its own come on top of those that all parts share.",
    part: "Part",
    hours: "Hours",
    own: (year) => `Days of its own in ${year}`,
  },
  rules: {
    columns: ["Rule", "Law and article", "What it says", "Standing", "Confidence", "Source"],
    standing: { law: "law", policy: "policy of the house" },
    confidence: {
      verified: "read in an official text",
      secondary: "quoted by others",
      unverified: "not verified",
    },
  },
  channel: { whatsapp: "WhatsApp", sms: "SMS", email: "emails", voice: "calls", visit: "visits" },
  secondary: {
    explain: "They are law as others quote it; the official text was not read. A lawyer may want to begin here.",
    none: "None.",
  },
};

function capOf(cap: Cap): string {
  switch (cap.kind) {
    case "per_day":
      return `${times(cap.max)} a day`;
    case "one_channel_per_week":
      return "one channel a week";
    case "per_week":
      return `${times(cap.max)} a week (Monday to Sunday)`;
    case "per_days":
      return `${times(cap.max)} in ${cap.days} days`;
    case "min_gap":
      return `${cap.hours} hours between one contact and the next`;
    case "min_days_between":
      return `${cap.days} whole days between one contact and the next`;
    case "after_conversation":
      return `${cap.days} days without calling since a conversation`;
  }
}

function times(max: number): string {
  return max === 1 ? "one contact" : `${max} contacts`;
}
