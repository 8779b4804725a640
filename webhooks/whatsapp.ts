import { type RequestHandler, Router } from "express";
import type { DateTime } from "luxon";
import { keepStray } from "../db/strays.ts";
import type { Deps } from "../src/app/deps.ts";
import type { Receive } from "../src/app/messages/receive.ts";
import { withoutCards } from "../src/app/messages/without-cards.ts";
import type { WhatsAppSettings } from "../src/config.ts";
import { storable } from "../src/domain/storable.ts";
import { newId } from "../src/ids.ts";
import { type KnownChannel, makeKnownChannels } from "./known-channels.ts";
import { bytesOf, rawBody } from "./raw-body.ts";
import { parseWhatsappPayload, type WhatsappBatch } from "./whatsapp-payload.ts";
import { shareOf } from "./whatsapp-share.ts";
import { answerToChallenge, isSigned } from "./whatsapp-signature.ts";

export type WhatsappWebhookDeps = Pick<Deps, "db" | "clock" | "log"> & {
  readonly receive: Receive;
  readonly settings: Pick<WhatsAppSettings, "appSecret" | "verifyToken">;
  /** Is told how each delivery was answered and how long that took. */
  readonly answered: (status: number, seconds: number) => void;
};

/** Meta sends at most 3 MB ("Webhooks: payload"). */
const LIMIT = "3mb";

/**
 * `GET` proves to Meta that the address is ours; `POST` takes what it tells. 401 and nothing else for bytes it did not sign;
 * 200 once all of a delivery is durable, and not before: whatever else is answered, Meta sends again, for up to a week.
 */
export function whatsappWebhook(deps: WhatsappWebhookDeps): Router {
  const router = Router();
  const { appSecret, verifyToken } = deps.settings;
  router.get("/", (request, response) => {
    const { "hub.mode": mode, "hub.verify_token": token, "hub.challenge": challenge } = request.query;
    const answer = answerToChallenge({ mode, verifyToken: token, challenge }, verifyToken);
    if (answer === undefined) response.sendStatus(403);
    else response.type("text/plain").send(answer);
  });

  const take = makeTake(deps);
  const post: RequestHandler = async (request, response) => {
    const startedMs = deps.clock.elapsedMs();
    response.on("finish", () => deps.answered(response.statusCode, (deps.clock.elapsedMs() - startedMs) / 1000));
    const body = bytesOf(request.body);
    if (!isSigned(body, request.get("x-hub-signature-256"), appSecret)) {
      response.sendStatus(401);
      return;
    }
    await take(body, deps.clock.now());
    response.sendStatus(200);
  };
  router.post("/", rawBody({ limit: LIMIT }), post);
  return router;
}

/** Resolves when every part of the delivery is durable. Rejects, and Meta tries again, when one could not be kept. */
function makeTake({
  db,
  clock,
  log,
  receive,
}: WhatsappWebhookDeps): (body: Buffer, receivedAt: DateTime) => Promise<void> {
  const channelOf = makeKnownChannels({ lookups: db.lookups, clock });

  async function keepStrange(text: string, receivedAt: DateTime, why: string): Promise<void> {
    const id = newId();
    await keepStray(db.lookups, { id, source: "whatsapp", body: withoutCards(text), receivedAt });
    log.warn({ strayDeliveryId: id }, why);
  }

  return async (body, receivedAt) => {
    const text = storable(body.toString("utf8"));
    const payload = parseWhatsappPayload(body, receivedAt);
    if (!payload) return keepStrange(text, receivedAt, "a signed webhook could not be read, and is kept as it came");

    const routed = await Promise.all(
      payload.batches.map(async (batch) => ({ batch, channel: await channelOf(batch.phoneNumberId) })),
    );
    const ours = routed.flatMap(({ batch, channel }) => (channel ? [{ batch, channel }] : []));
    for (const { batch } of ours) {
      if (batch.problems.length > 0)
        log.warn(
          { phoneNumberId: batch.phoneNumberId, codes: batch.problems },
          "Meta reports a problem with this number",
        );
    }
    await Promise.all(
      byChannel(ours).map(({ channel, ofChannel }) =>
        receive(delivery(channel, ofChannel, { body: shareOf({ text, payload }, ofChannel), receivedAt })),
      ),
    );

    const foreign = routed.flatMap(({ batch, channel }) => (channel ? [] : [batch]));
    if (foreign.length > 0)
      await keepStrange(
        shareOf({ text, payload }, foreign),
        receivedAt,
        "a signed webhook names a number that no business here has",
      );
    const senderless = ours.flatMap(({ batch }) => batch.senderless);
    if (senderless.length > 0)
      await keepStrange(storable(JSON.stringify(senderless)), receivedAt, "a message does not say who wrote it");
  };
}

type Routed = { readonly batch: WhatsappBatch; readonly channel: KnownChannel };

/** All of one channel's changes are one delivery, so that they are kept together and in their order. */
function byChannel(routed: readonly Routed[]): { channel: KnownChannel; ofChannel: WhatsappBatch[] }[] {
  return [...Map.groupBy(routed, ({ channel }) => channel.channelId).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ channel: first.channel, ofChannel: same.map(({ batch }) => batch) }] : [];
  });
}

function delivery(
  { businessId, channelId }: KnownChannel,
  batches: readonly WhatsappBatch[],
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
