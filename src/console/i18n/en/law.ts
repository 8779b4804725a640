import { counting } from "../plural.ts";

const count = counting("en");

/** The law on contact, and the choice where its sources conflict. */
export const lawEn = {
  title: "Contact law",
  about:
    "When you may write to people who owe you, how often, and what stops it. Every message is judged by these rules as it leaves.",
  noLawyer: "No lawyer has read this. It is our reading of the sources that each rule names: show it to yours.",
  country: "Country where the person lives",
  part: "Part of the country",
  whole: "All of it, or not known which part",
  yours: (name: string) => `${name} (your business)`,
  debtors: (name: string, debtors: number) => `${name} (${count(debtors, { one: "# debtor", other: "# debtors" })})`,
  version: "Version of the rules, kept with each decision:",
  unwritten: (names: string) => `Nobody is written to who lives in ${names}: that law is not written here yet.`,
  unknown: (country: string, reading: string) =>
    `${country}: the choice “${reading}” is offered no more, and its default is in force. Choose anew below.`,
  week: "Hours",
  day: "Day",
  hours: "Where the person is",
  closed: "Closed",
  zone: (zone: string) => `Time zone: ${zone}.`,
  zones: (zones: string) => `Time zones: ${zones}. Where it is not known which one, all of them have to allow it.`,
  limits: "How often",
  noLimit: "The rules name no number.",
  holidays: "Holidays of the next 60 days",
  noneSoon: "None.",
  notClosed: "The rules close no public holiday.",
  readings: "Where sources conflict",
  readingsNote: "What you choose here holds for all your debtors in this country, from the next decision on.",
  noReadings: "No choice is open here.",
  onlyAdmins: "Administrators choose.",
  inForce: "In force",
  strictness: {
    default: "Default",
    stricter: "Stricter than the default",
    looser: "Allows more than the default",
    mixed: "Allows more of one thing and less of another",
  },
  nobodyChose: "Nobody has chosen: the default is in force.",
  chosenBy: (name: string, moment: string) => `Chosen by ${name}, ${moment}:`,
  somebody: "somebody",
  choose: "Choose this one",
  chooseTitle: "Choose another reading?",
  chooseNote:
    "It holds from the next decision on, also for what waits already. The choice, your name and the reason stay on the record.",
  looser: "Messages that are stopped now will leave. Have your lawyer agree first.",
  topics: {
    place: "Where they live",
    hours: "Hours",
    holidays: "Holidays",
    caps: "How often",
    counts: "What counts as a contact",
  },
  onlyIn: (part: string) => `only in ${part}`,
  now: "Until now",
  fromNow: "From now on",
  noChange: "Hours and limits stay as they are.",
  confirm: "Choose it",
  chosen: "Chosen. It holds from the next decision on.",
  history: "Choices made here",
  noHistory: "None yet.",
  instead: (before: string) => `instead of: ${before}`,
};
export type LawWords = typeof lawEn;
