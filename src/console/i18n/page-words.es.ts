import { ledgerEs, receiptsEs } from "./es/books.ts";
import { contactEs } from "./es/contact.ts";
import { contactsEs } from "./es/contacts.ts";
import { decisionsEs } from "./es/decisions.ts";
import { elsewhereEs } from "./es/elsewhere.ts";
import { lawEs } from "./es/law.ts";
import { listsEs } from "./es/lists.ts";
import { numbersEs } from "./es/numbers.ts";
import { outsideEs } from "./es/outside.ts";
import { readingsEs } from "./es/readings.ts";
import { simEs } from "./es/sim.ts";
import type { PageWords } from "./words.ts";

export const spanishPages: PageWords = {
  lists: listsEs,
  receipts: receiptsEs,
  ledger: ledgerEs,
  sim: simEs,
  decisions: decisionsEs,
  contacts: contactsEs,
  contact: contactEs,
  law: lawEs,
  numbers: numbersEs,
  outside: outsideEs,
  elsewhere: elsewhereEs,
  readings: readingsEs,
};
