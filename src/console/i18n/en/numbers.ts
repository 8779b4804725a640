import { counting } from "../plural.ts";

const count = counting("en");

/** The numbers of the business, and to how many people each may write in a day. */
export const numbersEn = {
  title: "WhatsApp numbers",
  about:
    "Meta lets a number write first to only so many different people in any 24 hours, and raises that by itself as people read and answer. What is beyond waits for its turn; answers never wait.",
  kinds: {
    cloud: "WhatsApp Cloud API",
    simulator: "Simulated",
    baileys: "Linked phone (Baileys)",
    whatsapp_web: "Linked phone (WhatsApp Web)",
  },
  works: "Works",
  blocked: (code: string) => `Blocked (${code})`,
  rests: (moment: string) => `Rests until ${moment}`,
  limit: "May write first to",
  perDay: (n: number) => count(n, { one: "# person in 24 hours", other: "# people in 24 hours" }),
  unlimited: "Any number of people",
  reached: "Written to in the last 24 hours",
  people: (n: number) => count(n, { one: "# person", other: "# people" }),
  waiting: "Waiting for their turn",
  messages: (n: number) => count(n, { one: "# message", other: "# messages" }),
  until: (moment: string) => `the last leaves ${moment}`,
  change: "Change",
  changeTitle: "To how many people may it write first?",
  changeNote:
    "Set what Meta's WhatsApp Manager shows for this number, not more: what goes beyond is refused, and harms the number. If several numbers share one portfolio, Meta counts them together: give each its share. The change, with your name, stays on the record.",
  tier: "Meta's limit",
  other: "Another number",
  howMany: "People in 24 hours",
  wholeNumber: "Give a whole number of people, 1 or more.",
  save: "Save",
  saved: "Saved. What waits is looked at again at once.",
  none: "There is no number yet.",
};
export type NumberWords = typeof numbersEn;
