import type { DateTime } from "luxon";
import { learnAccount, numbersOfAccount } from "../db/numbers.ts";
import { keepStray } from "../db/strays.ts";
import { makeKeepNumberNews } from "../src/app/channels/keep-number-news.ts";
import type { Deps } from "../src/app/deps.ts";
import { keepUnknown } from "../src/app/messages/keep-unknown.ts";
import type { Receive } from "../src/app/messages/receive.ts";
import { withoutCards } from "../src/app/messages/without-cards.ts";
import { storable } from "../src/domain/storable.ts";
import { newId } from "../src/ids.ts";
import type { KnownNumber, KnownNumbers } from "./known-numbers.ts";
import { parseWhatsappPayload, type WhatsappBatch } from "./whatsapp-payload.ts";
import { shareOf } from "./whatsapp-share.ts";

/** By whose secret a delivery is genuine: it may write for that secret's numbers and no other. */
export type Door = {
  readonly appSecret: string;
  /** Whose number it is; of the settings, whose number the settings name. */
  readonly businessId: string | undefined;
  readonly isOfSettings: boolean;
};

export type Take = (delivery: { body: Buffer; receivedAt: DateTime; door: Door }) => Promise<void>;

export type TakeDeps = Pick<Deps, "db" | "clock" | "log" | "channels"> & {
  readonly receive: Receive;
  readonly numbers: KnownNumbers;
  /** The app secret of the settings, which holds for numbers without their own. */
  readonly settingsSecret: string | undefined;
};

/** A batch and the channels of one business that it is about: one, but for what is said of a whole account. */
type Routed = {
  readonly batch: WhatsappBatch;
  readonly businessId: string;
  readonly channelIds: readonly string[];
  /** Of an account that some of these numbers may not belong to, nobody knows: what it says is shown, and stops none. */
  readonly isSure: boolean;
};

/** Resolves when every part of the delivery is durable. Rejects, and Meta tries again, when one could not be kept. */
export function makeTake(deps: TakeDeps): Take {
  const keepNews = makeKeepNumberNews(deps);

  async function keepStrange(text: string, receivedAt: DateTime, why: string): Promise<void> {
    const id = newId();
    await keepStray(deps.db.lookups, { id, source: "whatsapp", body: withoutCards(text), receivedAt });
    deps.log.warn({ strayDeliveryId: id }, why);
  }

  /** Once a number and process: it is written where nobody knew it, and nowhere else. */
  const learnt = new Set<string>();
  async function learnAccounts(ours: readonly Routed[]): Promise<void> {
    for (const { batch, businessId, channelIds } of ours) {
      const [id] = channelIds;
      if (batch.phoneNumberId === "" || batch.wabaId === "" || id === undefined || learnt.has(id)) continue;
      await deps.db.inBusiness(businessId, (tx) => learnAccount(tx, businessId, { id, wabaId: batch.wabaId }));
      learnt.add(id);
    }
  }

  return async ({ body, receivedAt, door }) => {
    const text = storable(body.toString("utf8"));
    const payload = parseWhatsappPayload(body, receivedAt);
    if (!payload) return keepStrange(text, receivedAt, "a signed webhook could not be read, and is kept as it came");

    const routed = await Promise.all(
      payload.batches.map(async (batch) => ({ batch, to: await route(deps, door, batch) })),
    );
    const ours = routed.flatMap(({ to }) => to ?? []);
    warnOfProblems(deps, ours);
    const shared = (batches: readonly WhatsappBatch[]): string => shareOf({ text, payload }, batches);
    await learnAccounts(ours);
    await Promise.all([
      ...byChannel(ours).map((own) => deps.receive(delivery(own, { body: shared(own.batches), receivedAt }))),
      ...byBusiness(ours).flatMap(({ businessId, own }) => [
        keepNews({
          businessId,
          news: own.flatMap(({ batch, channelIds, isSure }) =>
            batch.news.map((told) => ({ channelIds, told: isSure ? told : { ...told, blockedBecause: undefined } })),
          ),
        }),
        keepUnknown(deps, { businessId, parts: own.flatMap(unknownOf), receivedAt }),
      ]),
    ]);

    const foreign = routed.flatMap(({ batch, to }) => (to ? [] : [batch]));
    if (foreign.length > 0)
      await keepStrange(shared(foreign), receivedAt, "a signed webhook names a number that this secret is not for");
  };
}

/** Where a batch belongs, or nowhere: to a number that nobody here has, or to one whose secret did not sign it. */
async function route(deps: TakeDeps, door: Door, batch: WhatsappBatch): Promise<Routed | undefined> {
  const signs = (number: KnownNumber | undefined): number is KnownNumber =>
    number !== undefined && mayWrite(door, number, deps.settingsSecret);
  if (batch.phoneNumberId !== "") {
    const number = await deps.numbers.find(batch.phoneNumberId);
    return signs(number)
      ? { batch, businessId: number.businessId, channelIds: [number.channelId], isSure: true }
      : undefined;
  }
  // A message whose number Meta left out is nobody's: its account does not say to which of several it was written.
  const { businessId } = door;
  if (businessId === undefined || batch.messages.length + batch.senderless.length + batch.statuses.length > 0)
    return undefined;
  const named = await deps.db.inBusiness(businessId, (tx) => numbersOfAccount(tx, businessId, batch));
  const known = await Promise.all(
    named.map(async ({ routingKey, isSure }) => ({ number: await deps.numbers.find(routingKey), isSure })),
  );
  const signed = known.flatMap(({ number, isSure }) => (signs(number) ? [{ number, isSure }] : []));
  const channelIds = signed.map(({ number }) => number.channelId);
  const isSure = signed.every((one) => one.isSure);
  return channelIds.length > 0 ? { batch, businessId, channelIds, isSure } : undefined;
}

/**
 * Whether what this door's secret signed may write for a number: of the same business, under the same secret. Numbers without secrets
 * of their own are all under that of the settings, whosever they are.
 */
function mayWrite(door: Door, number: KnownNumber, settingsSecret: string | undefined): boolean {
  if (door.isOfSettings && number.credentials === undefined) return true;
  const secret = number.credentials?.appSecret ?? settingsSecret;
  return number.businessId === door.businessId && secret === door.appSecret;
}

function warnOfProblems({ log }: TakeDeps, ours: readonly Routed[]): void {
  for (const { batch } of ours) {
    if (batch.problems.length === 0) continue;
    log.warn({ phoneNumberId: batch.phoneNumberId, codes: batch.problems }, "Meta reports a problem with this number");
  }
}

type OfChannel = {
  readonly businessId: string;
  readonly channelId: string;
  readonly batches: readonly WhatsappBatch[];
};

/** All of one channel's changes are one delivery, so that they are kept together and in their order. What is said of an account has rows of its own. */
function byChannel(routed: readonly Routed[]): OfChannel[] {
  const ofNumbers = routed.filter(({ batch }) => batch.phoneNumberId !== "");
  return [...Map.groupBy(ofNumbers, ({ channelIds }) => channelIds[0])].flatMap(([channelId, same]) => {
    const [first] = same;
    return first && channelId !== undefined
      ? [{ businessId: first.businessId, channelId, batches: same.map(({ batch }) => batch) }]
      : [];
  });
}

function byBusiness(routed: readonly Routed[]): { businessId: string; own: Routed[] }[] {
  return [...Map.groupBy(routed, ({ businessId }) => businessId)].map(([businessId, own]) => ({ businessId, own }));
}

/** What nobody can read and whom nobody can answer: the business's own all the same. */
function unknownOf({ batch, channelIds }: Routed) {
  const channelId = channelIds.length === 1 ? (channelIds[0] ?? null) : null;
  const senderless = batch.senderless.map((raw) => ({ what: "message.senderless", body: JSON.stringify(raw) }));
  return [...batch.unknown, ...senderless].map((part) => ({ ...part, channelId }));
}

function delivery(
  { businessId, channelId, batches }: OfChannel,
  { body, receivedAt }: { body: string; receivedAt: DateTime },
) {
  return {
    businessId,
    channelId,
    body,
    messages: batches.flatMap(({ messages }) => messages),
    statuses: batches.flatMap(({ statuses }) => statuses),
    receivedAt,
  };
}
