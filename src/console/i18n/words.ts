import type { LedgerWords, ReceiptWords } from "./en/books.ts";
import type { RecordWords } from "./en/contact.ts";
import type { ContactWords } from "./en/contacts.ts";
import type { DebtorWords } from "./en/debtors.ts";
import type { DecisionWords } from "./en/decisions.ts";
import type { ElsewhereWords } from "./en/elsewhere.ts";
import type { FileWords } from "./en/files.ts";
import type { InboxWords } from "./en/inbox.ts";
import type { LawWords } from "./en/law.ts";
import type { LinkingWords } from "./en/linking.ts";
import type { ListWords } from "./en/lists.ts";
import type { NumberPageWords } from "./en/number-page.ts";
import type { NumberWords } from "./en/numbers.ts";
import type { OutsideWords } from "./en/outside.ts";
import type { ReadingWords } from "./en/readings.ts";
import type { ErrorWords, LoginWords, ShellWords } from "./en/shell.ts";
import type { SimWords } from "./en/sim.ts";
import type { TemplateWords } from "./en/templates.ts";
import type { TermWords } from "./en/terms.ts";

/** What every page and the inbox say. English sets the keys; a language that lacks one does not compile. */
export type Words = {
  readonly shell: ShellWords;
  readonly login: LoginWords;
  readonly errors: ErrorWords;
  readonly terms: TermWords;
  readonly inbox: InboxWords;
};

/** What the other pages say besides: fetched with the first of them, so that the inbox does not wait for their words. */
export type PageWords = {
  readonly debtors: DebtorWords;
  readonly lists: ListWords;
  readonly receipts: ReceiptWords;
  readonly ledger: LedgerWords;
  readonly sim: SimWords;
  readonly readings: ReadingWords;
  readonly decisions: DecisionWords;
  readonly contacts: ContactWords;
  readonly contact: RecordWords;
  readonly files: FileWords;
  readonly law: LawWords;
  readonly numbers: NumberWords;
  readonly templates: TemplateWords;
  readonly numberPage: NumberPageWords;
  readonly linking: LinkingWords;
  readonly outside: OutsideWords;
  readonly elsewhere: ElsewhereWords;
};
