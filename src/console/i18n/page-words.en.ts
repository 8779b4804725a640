import { ledgerEn, receiptsEn } from "./en/books.ts";
import { contactEn } from "./en/contact.ts";
import { contactsEn } from "./en/contacts.ts";
import { debtorsEn } from "./en/debtors.ts";
import { decisionsEn } from "./en/decisions.ts";
import { elsewhereEn } from "./en/elsewhere.ts";
import { filesEn } from "./en/files.ts";
import { lawEn } from "./en/law.ts";
import { linkingEn } from "./en/linking.ts";
import { listsEn } from "./en/lists.ts";
import { numberPageEn } from "./en/number-page.ts";
import { numbersEn } from "./en/numbers.ts";
import { outsideEn } from "./en/outside.ts";
import { readingsEn } from "./en/readings.ts";
import { simEn } from "./en/sim.ts";
import { templatesEn } from "./en/templates.ts";
import type { PageWords } from "./words.ts";

export const englishPages: PageWords = {
  debtors: debtorsEn,
  lists: listsEn,
  receipts: receiptsEn,
  ledger: ledgerEn,
  sim: simEn,
  readings: readingsEn,
  decisions: decisionsEn,
  contacts: contactsEn,
  contact: contactEn,
  files: filesEn,
  law: lawEn,
  numbers: numbersEn,
  templates: templatesEn,
  numberPage: numberPageEn,
  linking: linkingEn,
  outside: outsideEn,
  elsewhere: elsewhereEn,
};
