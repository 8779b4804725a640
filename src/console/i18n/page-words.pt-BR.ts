import { ledgerPt, receiptsPt } from "./pt-BR/books.ts";
import { contactPt } from "./pt-BR/contact.ts";
import { contactsPt } from "./pt-BR/contacts.ts";
import { debtorsPt } from "./pt-BR/debtors.ts";
import { decisionsPt } from "./pt-BR/decisions.ts";
import { elsewherePt } from "./pt-BR/elsewhere.ts";
import { filesPt } from "./pt-BR/files.ts";
import { lawPt } from "./pt-BR/law.ts";
import { linkingPt } from "./pt-BR/linking.ts";
import { listsPt } from "./pt-BR/lists.ts";
import { numberPagePt } from "./pt-BR/number-page.ts";
import { numbersPt } from "./pt-BR/numbers.ts";
import { outsidePt } from "./pt-BR/outside.ts";
import { readingsPtBr } from "./pt-BR/readings.ts";
import { simPt } from "./pt-BR/sim.ts";
import { templatesPt } from "./pt-BR/templates.ts";
import type { PageWords } from "./words.ts";

export const portuguesePages: PageWords = {
  debtors: debtorsPt,
  lists: listsPt,
  receipts: receiptsPt,
  ledger: ledgerPt,
  sim: simPt,
  readings: readingsPtBr,
  decisions: decisionsPt,
  contacts: contactsPt,
  contact: contactPt,
  files: filesPt,
  law: lawPt,
  numbers: numbersPt,
  templates: templatesPt,
  numberPage: numberPagePt,
  linking: linkingPt,
  outside: outsidePt,
  elsewhere: elsewherePt,
};
