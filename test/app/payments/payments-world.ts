import type { DurationLike } from "luxon";
import type { Business } from "../../../db/businesses.ts";
import { accountOf, type PostingRow } from "../../../db/ledger/stored-entry.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { keepProviderDelivery } from "../../../src/app/payments/keep-delivery.ts";
import { type StartedPayment, startPayment } from "../../../src/app/payments/start-payment.ts";
import { type Clock, systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { addressOf } from "../../../src/domain/ledger/account.ts";
import { type Currency, money, toText } from "../../../src/domain/money.ts";
import type { Log } from "../../../src/log.ts";
import { manualTransferProvider } from "../../../src/payment-providers/manual-transfer.ts";
import type { PaymentProvider } from "../../../src/payment-providers/payment-provider.ts";
import { stripeProvider } from "../../../src/payment-providers/stripe.ts";
import { testCheckoutProvider } from "../../../src/payment-providers/test-checkout.ts";
import { createDatabase } from "../../support/database.ts";
import { type FakeStripe, startFakeStripe } from "../../support/stripe/fake-stripe.ts";
import type { FakeEvent } from "../../support/stripe/objects.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

/** Real time that a test may move forward. */
export type MovableClock = Clock & { advance(by: DurationLike): void };

export type PaymentsWorld = AsyncDisposable & {
  readonly world: World;
  readonly stripe: FakeStripe;
  readonly clock: MovableClock;
  /** A debtor who has proved who they are and asked to pay: the token of the link they got in the chat. */
  asksToPay(debtor: SampleDebtor): Promise<string>;
  /** The id of the Stripe page that a click on the link opens. */
  click(token: string): Promise<string>;
  start(token: string): Promise<StartedPayment>;
  /** Takes the events that Stripe has made since the last call. */
  newEvents(): FakeEvent[];
  keep(events: readonly FakeEvent[]): Promise<void>;
  /** Webhooks in, then everything that follows from them. */
  deliver(events: readonly FakeEvent[]): Promise<void>;
  /** What each account holds (debits are positive), by address, without those at zero; the books verified on the way. */
  books(): Promise<Record<string, string>>;
  owed(debtor: SampleDebtor): Promise<string>;
  /** The kinds of alarm that a person sees. */
  alarms(): Promise<string[]>;
};

const SECRET_KEY = "sk_test_sample0000000007";

export const ACCOUNT = {
  bank: "Banco de Muestra",
  kind: "savings",
  number: "000-111222-33",
  holder: "Comercial de Muestra",
  document: "900123456-8",
} as const;

/** A database, a business and a Stripe of its own each time: Stripe's ids are unique in the world, the fake's in one account. */
export async function makePaymentsWorld({
  business = {},
  log,
}: {
  business?: Partial<Business>;
  log?: Log;
} = {}): Promise<PaymentsWorld> {
  const database = await createDatabase();
  const clock = movableClock();
  const stripe = await startFakeStripe({ secretKey: SECRET_KEY, clock });
  const providers: PaymentProvider[] = [
    stripeProvider({ secretKey: SECRET_KEY, apiBase: stripe.baseUrl, clock }),
    testCheckoutProvider({ publicUrl: "http://127.0.0.1:3000", secret: "only these tests know it" }),
    manualTransferProvider({ accountsOf: async () => [ACCOUNT] }),
  ];
  const world = await makeWorld(database, {
    clock,
    providers: new Map(providers.map((provider) => [provider.name, provider])),
    business: { paymentProvider: "stripe", ...business },
    ...(log && { log }),
  });
  let seen = 0;

  const start = async (token: string): Promise<StartedPayment> =>
    present(await startPayment(world.deps, token), "the link's page");
  const keep = async (events: readonly FakeEvent[]): Promise<void> => {
    for (const event of events) {
      await keepProviderDelivery(world.deps, {
        provider: "stripe",
        eventId: event.id,
        body: JSON.stringify(event),
        receivedAt: clock.now(),
      });
    }
  };

  return {
    world,
    stripe,
    clock,
    start,
    keep,
    async asksToPay({ phone, document }) {
      for (const words of ["hola", document.slice(-4), "quiero pagar"]) {
        await world.says(phone, words);
        await world.settle();
      }
      return present(/\/p\/([\w-]+)/.exec(world.heard(phone).at(-1) ?? "")?.[1], "a link in the last message");
    },
    async click(token) {
      const started = await start(token);
      if (!("redirectTo" in started)) throw new Error(`no page was opened: ${started.page.state.type}`);
      return started.redirectTo.slice(started.redirectTo.lastIndexOf("/") + 1);
    },
    newEvents() {
      const events = stripe.events.slice(seen);
      seen = stripe.events.length;
      return events;
    },
    async deliver(events) {
      await keep(events);
      await world.settle();
    },
    books: () => booksOf(world),
    async owed(debtor) {
      const books = await booksOf(world);
      return books[`debt:${debtor.debtId}:principal`] ?? "nothing";
    },
    async alarms() {
      const found = await world.owner<{ kind: string }[]>`select kind from alarm order by kind`;
      return found.map(({ kind }) => kind);
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await stripe.stop();
      await database[Symbol.asyncDispose]();
    },
  };
}

async function booksOf({ db, business }: World): Promise<Record<string, string>> {
  return db.inBusiness(business.id, async (tx) => {
    const findings = await verify(tx);
    if (findings.length > 0) throw new Error(`the ledger does not verify: ${JSON.stringify(findings)}`);
    const rows = await tx<(PostingRow & { currency: Currency })[]>`
      select account_code, debtor_id, debt_id, provider, currency, sum(amount_minor)::bigint as amount_minor
      from ledger_posting group by 1, 2, 3, 4, 5 having sum(amount_minor) <> 0 order by 1, 2, 3, 4, 5`;
    return Object.fromEntries(
      rows.map((row) => [addressOf(accountOf(row)), toText(money(row.amountMinor, row.currency))]),
    );
  });
}

function movableClock(): MovableClock {
  let aheadMs = 0;
  return {
    now: () => systemClock.now().plus({ milliseconds: aheadMs }),
    elapsedMs: () => systemClock.elapsedMs() + aheadMs,
    advance(by) {
      const from = systemClock.now();
      aheadMs += from.plus(by).toMillis() - from.toMillis();
    },
  };
}
