import { DateTime } from "luxon";
import { z } from "zod";
import { unreachable } from "../../domain/assert.ts";
import type { SendResult } from "../channel.ts";
import { notStarted } from "../not-started.ts";
import { parseJson } from "./parse-json.ts";
import { rejectionOf } from "./rejection.ts";
import type { Outcome } from "./transport.ts";

/** How long after a lost answer a status may still tell that Meta had the message. */
const SETTLE_WITHIN = { seconds: 60 } as const;

const Accepted = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) });

const Refused = z.object({
  error: z.object({
    code: z.int(),
    message: z.string().optional(),
    error_data: z.object({ details: z.string().optional() }).optional(),
  }),
});

/** What one exchange with Meta means for the message: accepted, rejected and why, or unknown until a status tells. */
export function readAnswer(outcome: Outcome, now: () => DateTime): SendResult {
  switch (outcome.kind) {
    case "not-sent":
      return notStarted(`the request never left: ${outcome.why}`);
    case "lost":
      return unknown(`the answer was lost: ${outcome.why}`, now);
    case "answered":
      return readAnswered(outcome, now);
    default:
      return unreachable(outcome);
  }
}

function readAnswered({ status, body, retryAfter }: Outcome & { kind: "answered" }, now: () => DateTime): SendResult {
  const json = parseJson(body);
  if (status >= 200 && status < 300) {
    const providerId = Accepted.safeParse(json).data?.messages[0]?.id;
    if (providerId !== undefined) return { state: "accepted", providerId };
    return unknown(`an answer ${status} without a message id`, now);
  }
  const error = Refused.safeParse(json).data?.error;
  // A gateway that gave up waiting cannot know whether Meta behind it took the message.
  if (error === undefined && (status === 502 || status === 504)) return unknown(`a gateway answered ${status}`, now);
  return rejectionOf({
    code: error?.code,
    status,
    detail: error?.error_data?.details ?? error?.message ?? `WhatsApp answered ${status}`,
    retryAfterSeconds: secondsOf(retryAfter, now),
  });
}

function unknown(detail: string, now: () => DateTime): SendResult {
  return { state: "unknown", settleBy: now().plus(SETTLE_WITHIN), detail };
}

/** `Retry-After` is a number of seconds or an HTTP date (RFC 9110 §10.2.3). Anything else is as if it were absent. */
function secondsOf(retryAfter: string | undefined, now: () => DateTime): number | undefined {
  if (retryAfter === undefined) return undefined;
  if (/^\d{1,6}$/.test(retryAfter)) return Number(retryAfter);
  if (!HTTP_DATE.test(retryAfter)) return undefined;
  return Math.max(0, Math.ceil(DateTime.fromHTTP(retryAfter).diff(now(), "seconds").seconds));
}

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const HTTP_DATE = new RegExp(
  `^[A-Z][a-z]{2}, (0[1-9]|1\\d|2[0-8]) (${MONTHS}) \\d{4} ([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d GMT$`,
);
