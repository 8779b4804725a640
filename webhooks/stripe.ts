import { type RequestHandler, Router } from "express";
import type { DateTime } from "luxon";
import { keepStray } from "../db/strays.ts";
import type { Deps } from "../src/app/deps.ts";
import { storable } from "../src/domain/storable.ts";
import { newId } from "../src/ids.ts";
import { textAt } from "./json.ts";
import { bytesOf, rawBody } from "./raw-body.ts";
import { verifyStripeSignature } from "./stripe-signature.ts";

export type StripeWebhookDeps = Pick<Deps, "db" | "clock" | "log"> & {
  readonly secret: string;
  /** Durable when it resolves. The same event again changes nothing. */
  readonly keep: (delivery: {
    provider: "stripe";
    eventId: string;
    body: string;
    receivedAt: DateTime;
  }) => Promise<void>;
  readonly answered: (status: number, seconds: number) => void;
};

/** An event carries one object with its expansions; the largest of ours is a Checkout Session of some 10 kB. */
const LIMIT = "1mb";

/**
 * Takes what Stripe tells: signed bytes, kept under their event's id, 200, and only then looked at. What is not genuine gets
 * 401 and nothing else; Stripe's own retries go on for three days.
 */
export function stripeWebhook(deps: StripeWebhookDeps): Router {
  const router = Router();
  const post: RequestHandler = async (request, response) => {
    const startedMs = deps.clock.elapsedMs();
    response.on("finish", () => deps.answered(response.statusCode, (deps.clock.elapsedMs() - startedMs) / 1000));
    const body = bytesOf(request.body);
    const receivedAt = deps.clock.now();
    const verdict = verifyStripeSignature({
      body,
      header: request.get("stripe-signature"),
      secret: deps.secret,
      receivedAt,
    });
    if (!verdict.genuine) {
      deps.log.warn({ because: verdict.because }, "a webhook at Stripe's address was not Stripe's");
      response.sendStatus(401);
      return;
    }
    await keep(deps, storable(body.toString("utf8")), receivedAt);
    response.sendStatus(200);
  };
  router.post("/", rawBody({ limit: LIMIT }), post);
  return router;
}

async function keep(deps: StripeWebhookDeps, body: string, receivedAt: DateTime): Promise<void> {
  const eventId = textAt(parseJson(body), "id");
  if (eventId !== undefined) return deps.keep({ provider: "stripe", eventId, body, receivedAt });
  const id = newId();
  await keepStray(deps.db.lookups, { id, source: "stripe", body, receivedAt });
  deps.log.warn({ strayDeliveryId: id }, "a genuine webhook of Stripe's has no event id, and is kept as it came");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
