import type { ChannelKind } from "../src/domain/channel-kind.ts";
import type { Currency } from "../src/domain/money.ts";
import type { PlanPolicy } from "../src/domain/negotiation/terms.ts";
import { FIRST_MESSAGING_LIMIT } from "../src/domain/outreach/messaging-limit.ts";
import type { Zone } from "../src/domain/time.ts";
import type { Tx } from "./client.ts";
import { document } from "./rows.ts";

export type Business = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: Currency;
  readonly language: "es" | "pt-BR" | "en";
  readonly zone: Zone;
  readonly isDemo: boolean;
  readonly clockOffsetMs: bigint;
  readonly planPolicy: PlanPolicy;
  /** What it chose where sources of contact law conflict, by country: `{ CO: { contact: "two_way_only" } }`. */
  readonly readings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly transferAccount: TransferAccount | null;
  readonly paymentProvider: "stripe" | "test_checkout" | "manual_transfer" | null;
  readonly howToVerifyUs: string;
  /** Days of the month on which people here are paid; beyond a month's end it is its last day. Ascending. */
  readonly payDays: readonly number[];
};

/** The creditor's own account, as a debtor needs it in order to transfer. */
export type TransferAccount = {
  readonly bank: string;
  readonly kind: "savings" | "checking" | "clabe" | "cbu" | "cvu" | "cci" | "pix" | "key";
  readonly number: string;
  readonly holder: string;
  /** The holder's tax number, which many banks ask for. */
  readonly document?: string;
  readonly note?: string;
};

/** Amounts of the policy are stored as text, because JSON has no exact integers beyond 2^53. */
type Stored = Omit<Business, "planPolicy"> & {
  planPolicy: Omit<PlanPolicy, "minFirstPaymentMinor" | "minInstalmentMinor" | "multipleOfMinor"> & {
    minFirstPaymentMinor: string;
    minInstalmentMinor: string;
    multipleOfMinor: string;
  };
};

/** The business this transaction belongs to. */
export async function readBusiness(tx: Tx): Promise<Business | undefined> {
  const [stored] = await tx<Stored[]>`
    select id, name, country, currency, language, zone, is_demo, clock_offset_ms, plan_policy, readings, transfer_account,
      payment_provider, how_to_verify_us, pay_days
    from business`;
  if (!stored) return undefined;
  const { planPolicy } = stored;
  return {
    ...stored,
    planPolicy: {
      ...planPolicy,
      minFirstPaymentMinor: BigInt(planPolicy.minFirstPaymentMinor),
      minInstalmentMinor: BigInt(planPolicy.minInstalmentMinor),
      multipleOfMinor: BigInt(planPolicy.multipleOfMinor),
    },
  };
}

/** Makes the business and lets the workers find it. `app.business_id` is already its id. */
export async function insertBusiness(tx: Tx, business: Business): Promise<void> {
  await tx`
    insert into business (id, name, country, currency, language, zone, is_demo, clock_offset_ms, plan_policy, readings,
      transfer_account, payment_provider, how_to_verify_us, pay_days)
    values (${business.id}, ${business.name}, ${business.country}, ${business.currency}, ${business.language}, ${business.zone},
      ${business.isDemo}, ${business.clockOffsetMs}, ${document(business.planPolicy)}::text::jsonb,
      ${document(business.readings)}::text::jsonb, ${document(business.transferAccount)}::text::jsonb,
      ${business.paymentProvider}, ${business.howToVerifyUs}, ${[...business.payDays]}::smallint[])`;
  await tx`select route_business()`;
}

/** Its choices of readings, locked until the transaction ends: two people who choose at once do not undo each other's. */
export async function lockReadings(tx: Tx): Promise<Business["readings"]> {
  const [locked] = await tx<Pick<Business, "readings">[]>`select readings from business for no key update`;
  return locked?.readings ?? {};
}

export async function saveReadings(tx: Tx, readings: Business["readings"]): Promise<void> {
  await tx`update business set readings = ${document(readings)}::text::jsonb`;
}

/** @returns those before. */
export async function savePayDays(tx: Tx, payDays: readonly number[]): Promise<readonly number[]> {
  const [before] = await tx<Pick<Business, "payDays">[]>`select pay_days from business for no key update`;
  await tx`update business set pay_days = ${[...payDays]}::smallint[]`;
  return before?.payDays ?? [];
}

export async function movesToOtherNumber(tx: Tx): Promise<boolean> {
  const [found] = await tx<{ moves: boolean }[]>`select moves_to_other_number as moves from business`;
  return found?.moves ?? false;
}

/** @returns what it was before. */
export async function saveMovesToOtherNumber(tx: Tx, moves: boolean): Promise<boolean> {
  const [before] = await tx<
    { moves: boolean }[]
  >`select moves_to_other_number as moves from business for no key update`;
  await tx`update business set moves_to_other_number = ${moves}`;
  return before?.moves ?? false;
}

/** Moves the business's clock forward. It never goes back: what was lawful when it was sent would become a lie. */
export async function moveClock(tx: Tx, byMs: bigint): Promise<void> {
  await tx`update business set clock_offset_ms = clock_offset_ms + ${byMs} where is_demo and ${byMs} >= 0`;
}

export type ChannelRow = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly routingKey: string;
};

/**
 * A number of Meta's begins at the first messaging limit that Meta gives. Others have none: a linked phone's health alone says how many.
 * @throws when the number belongs to another business, or the business is a demo and the channel is real.
 */
export async function insertChannel(tx: Tx, businessId: string, channel: ChannelRow): Promise<void> {
  await tx`
    insert into channel (business_id, id, kind, name, routing_key, messaging_limit)
    values (${businessId}, ${channel.id}, ${channel.kind}, ${channel.name}, ${channel.routingKey},
      ${channel.kind === "cloud" ? FIRST_MESSAGING_LIMIT : null})`;
  await tx`select route_channel(${channel.routingKey}, ${channel.id})`;
}
