import type { DateTime } from "luxon";
import type { ContactPlace } from "../../db/debtor-lists/kept-contacts.ts";
import type { AddCloudNumber, AddedNumber } from "../app/channels/add-cloud-number.ts";
import type { ChangeCredentials } from "../app/channels/change-credentials.ts";
import type { CheckedNumber, NumberToCheck } from "../app/channels/check-cloud-number.ts";
import type { RetireNumber, retireNumber } from "../app/channels/retire-number.ts";
import type { Money } from "../domain/money.ts";
import type { ReceiptRefusal } from "../domain/payments/receipt.ts";
import type { IsoDate } from "../domain/time.ts";
import type { TestChoice } from "../payment-providers/test-checkout.ts";
import type { Language } from "./contract/common.ts";
import type {
  AnswerQuestions,
  DebtorListRows,
  DebtorListView,
  ListContacts,
  RowVerdict,
} from "./contract/debtor-lists.ts";
import type { BotView, OrderFault, Phones, PhoneView, SendFromPhone } from "./contract/simulator.ts";
import type { PaymentLinkPage } from "./pages/payment-link-page.ts";
import type { TestCheckoutPage } from "./pages/test-checkout-page.ts";
import type { ThanksPage } from "./pages/thanks-page.ts";

/** What the routes ask of the application and main.ts gives them: the parts of it that a running server may be without. */
export type UseCases = {
  readonly payments: PaymentUseCases;
  readonly debtorLists: DebtorListUseCases;
  readonly cloudNumbers: CloudNumberUseCases;
  /** Undefined where there is no simulated phone: then its addresses do not exist. */
  readonly simulator: SimulatorUseCases | undefined;
};

export type CloudNumberUseCases = {
  check(asked: NumberToCheck & { readonly subscribes: boolean }): Promise<CheckedNumber>;
  /** `undefined` for none, and for one without credentials: it was retired, or is in no settings. */
  checkStored(asked: {
    readonly businessId: string;
    readonly channelId: string;
    readonly subscribes: boolean;
  }): Promise<CheckedNumber | undefined>;
  add(asked: AddCloudNumber): Promise<AddedNumber>;
  changeCredentials(asked: ChangeCredentials): Promise<{ changed: boolean; checked: CheckedNumber } | undefined>;
  retire(asked: RetireNumber): ReturnType<typeof retireNumber>;
};

export type PaymentUseCases = {
  /** What the page of a payment link shows now; `undefined` for a token that names none. */
  openPaymentPage(token: string): Promise<PaymentLinkPage | undefined>;
  /** Opens the provider's page for what is owed at this moment, or shows why there is none. */
  startPayment(
    token: string,
  ): Promise<{ readonly redirectTo: string } | { readonly page: PaymentLinkPage } | undefined>;
  /** Where the provider sends the payer afterwards. */
  openThanksPage(token: string): Promise<ThanksPage | undefined>;
  /** Origins of the providers' pages, for the payment page's `form-action`. */
  readonly pageOrigins: readonly string[];
  /** The demo's checkout; undefined where a real provider is set. */
  readonly testCheckout: TestCheckoutUseCases | undefined;
  /** Durable when it resolves; the same event again changes nothing. */
  keepProviderDelivery(delivery: ProviderDelivery): Promise<void>;
  settleProof(proof: SettleProof): Promise<"settled" | ProofRefusal>;
  refuseProof(proof: RefuseProof): Promise<"refused" | ProofRefusal>;
};

export type TestCheckoutUseCases = {
  open(token: string): Promise<TestCheckoutPage | { readonly closed: Language }>;
  choose(token: string, choice: TestChoice): Promise<{ readonly redirectTo: string } | { readonly closed: Language }>;
};

export type ProviderDelivery = {
  readonly provider: "stripe" | "test_checkout";
  readonly eventId: string;
  /** The body exactly as it was signed. */
  readonly body: string;
  readonly receivedAt: DateTime;
};

/** `not-found`: of this business. `decided`: somebody was faster. `duplicate`: this money has been settled on another receipt. */
export type ProofRefusal = "not-found" | "decided" | "duplicate";

type DecideProof = { readonly businessId: string; readonly proofId: string; readonly userId: string };
export type SettleProof = DecideProof & {
  readonly amount: Money;
  readonly paidOn: IsoDate;
  readonly reference?: string | undefined;
  readonly despiteDuplicate?: { readonly reason: string } | undefined;
};
export type RefuseProof = DecideProof & { readonly because: ReceiptRefusal; readonly note?: string | undefined };

type InList = { readonly businessId: string; readonly listId: string; readonly language: Language };

export type DebtorListUseCases = {
  /** Reads the file at `path`, which the caller deletes afterwards. @throws {AppError} `debtor-list.unreadable` */
  preview(upload: {
    readonly businessId: string;
    readonly userId: string;
    readonly path: string;
    readonly fileName: string;
    readonly language: Language;
  }): Promise<DebtorListView>;
  answer(
    list: InList & { readonly userId: string; readonly answers: AnswerQuestions },
  ): Promise<DebtorListView | "not-found" | "committed">;
  view(list: InList): Promise<DebtorListView | undefined>;
  commit(list: InList & { readonly userId: string }): Promise<"started" | "not-found" | "committed" | "open-questions">;
  discard(list: InList & { readonly userId: string }): Promise<"discarded" | "not-found" | "committed">;
  rows(
    list: InList & { readonly verdict: RowVerdict | undefined; readonly after: number; readonly limit: number },
  ): Promise<DebtorListRows | undefined>;
  /** `parts` of some fifty debtors each. */
  contacts(
    list: InList & {
      readonly judgedAt: string;
      readonly verdict: number | undefined;
      readonly after: ContactPlace | undefined;
      readonly parts: number;
    },
  ): Promise<
    { readonly items: ListContacts["items"]; readonly next: ContactPlace | null } | "not-found" | "judged-anew"
  >;
  /** CSV, in parts, so that 100,000 rows need no more memory than ten. */
  errorsFile(list: InList): Promise<{ readonly fileName: string; readonly parts: AsyncIterable<string> } | undefined>;
};

/** `phone`: E.164 digits without the plus. */
type OnPhone = { readonly businessId: string; readonly phone: string };

export type SimulatorUseCases = {
  phones(businessId: string): Promise<Phones>;
  view(phone: OnPhone): Promise<PhoneView | undefined>;
  /** What was sent from a phone of this business, by the id in its `pictureUrl`. */
  picture(sent: {
    readonly businessId: string;
    readonly id: string;
  }): Promise<{ readonly mime: string; readonly bytes: Uint8Array } | undefined>;
  send(message: OnPhone & { readonly content: SendFromPhone }): Promise<"sent" | "not-found">;
  botView(phone: OnPhone & { readonly language: Language }): Promise<BotView | undefined>;
  orderFault(fault: OnPhone & { readonly fault: OrderFault }): Promise<"ordered" | "not-found">;
};
