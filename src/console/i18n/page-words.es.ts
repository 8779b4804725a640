import { ledgerEs, receiptsEs } from "./es/books.ts";
import { contactEs } from "./es/contact.ts";
import { contactsEs } from "./es/contacts.ts";
import { debtorsEs } from "./es/debtors.ts";
import { decisionsEs } from "./es/decisions.ts";
import { elsewhereEs } from "./es/elsewhere.ts";
import { filesEs } from "./es/files.ts";
import { lawEs } from "./es/law.ts";
import { linkingEs } from "./es/linking.ts";
import { listsEs } from "./es/lists.ts";
import { numberPageEs } from "./es/number-page.ts";
import { numbersEs } from "./es/numbers.ts";
import { outsideEs } from "./es/outside.ts";
import { readingsEs } from "./es/readings.ts";
import { simEs } from "./es/sim.ts";
import { templatesEs } from "./es/templates.ts";
import type { PageWords } from "./words.ts";

export const spanishPages: PageWords = {
  debtors: debtorsEs,
  lists: listsEs,
  receipts: receiptsEs,
  ledger: ledgerEs,
  sim: simEs,
  readings: readingsEs,
  decisions: decisionsEs,
  contacts: contactsEs,
  contact: contactEs,
  files: filesEs,
  law: lawEs,
  numbers: numbersEs,
  templates: templatesEs,
  numberPage: numberPageEs,
  linking: linkingEs,
  outside: outsideEs,
  elsewhere: elsewhereEs,
};
