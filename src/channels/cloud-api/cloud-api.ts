import type { Clock } from "../../clock.ts";
import { assert } from "../../domain/assert.ts";
import type { Capabilities, Channel, OutMessage, Sending, SendResult } from "../channel.ts";
import { MEDIA_LIMITS } from "../media-limits.ts";
import { META_PAIR_RATE } from "../meta-pair-rate.ts";
import { notStarted } from "../not-started.ts";
import { TEMPLATE_TIME_TO_LIVE_SECONDS } from "../template-desk.ts";
import { download } from "./download.ts";
import { readAnswer } from "./read-answer.ts";
import { readMark } from "./read-mark.ts";
import { requestBody } from "./request-body.ts";
import { templateDesk } from "./templates.ts";
import { type Limits, transport } from "./transport.ts";
import { upload } from "./upload.ts";

/**
 * WhatsApp's Cloud API for one business number. Statuses and what debtors write come by webhook, not through here.
 * `messagesPerSecond` is the number's throughput at Meta: 80, or 1,000 after Meta's upgrade.
 */
export function cloudApi(settings: CloudApiSettings): Channel {
  const { id, graphUrl, version, phoneNumberId, accessToken, clock } = settings;
  assert(accessToken !== "", "the Cloud API needs an access token");
  const wire = transport({ baseUrl: new URL(graphUrl), accessToken, limits: { ...LIMITS, ...settings.limits } });
  const root = graphUrl.replace(/\/$/, "");
  const path = `/${version}/${phoneNumberId}/messages`;
  return {
    id,
    kind: "cloud",
    can: capabilities(settings.messagesPerSecond ?? 80),
    credentialsMark: settings.credentialsMark,
    send(message) {
      if (outlivesItsTime(message, clock)) return TOO_LATE;
      const { started, outcome } = wire.post(path, requestBody(message));
      return {
        started,
        result: outcome.then((what) =>
          withoutSecret(
            readAnswer(what, () => clock.now()),
            accessToken,
          ),
        ),
      };
    },
    // Meta can be asked neither for an outbox id nor for a message: its statuses are the only answer.
    settle: () => Promise.resolve({ state: "cannot-tell" }),
    download(media) {
      const mediaPath = new URL(`${root}/${version}/${media.token}`);
      return download(wire, { mediaPath, graphUrl: new URL(graphUrl), limits: FILE_LIMITS }, media);
    },
    upload: (file) => upload(wire, { path: `/${version}/${phoneNumberId}/media`, limits: FILE_LIMITS }, file),
    async markRead(read) {
      await wire.post(path, readMark(read)).outcome;
    },
    templates: templateDesk({ wire, root, version, accessToken }),
    close: () => Promise.resolve(wire.close()),
  };
}

export type CloudApiSettings = {
  readonly id: string;
  /** `https://graph.facebook.com`, or a loopback server's address. */
  readonly graphUrl: string;
  /** Such as `v26.0`. */
  readonly version: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Of the stored secrets that the token is of, if it is of any. */
  readonly credentialsMark?: string | undefined;
  readonly clock: Clock;
  readonly messagesPerSecond?: number | undefined;
  /** Of all but the bytes of files. */
  readonly limits?: Partial<Limits> | undefined;
};

/** A database lock is held until a request has started, so the first limit is short. */
const LIMITS: Limits = { startWithinMs: 3_000, answerWithinMs: 10_000 };

/** No lock waits for a file: it has the time that 16 MB take on a slow line. */
const FILE_LIMITS: Limits = { startWithinMs: MEDIA_LIMITS.ms, answerWithinMs: MEDIA_LIMITS.ms };

/** Meta would go on trying after the last lawful moment, so it is not asked to begin. The gate asks again, and says when. */
function outlivesItsTime({ content, notAfter }: OutMessage, clock: Clock): boolean {
  if (content.kind !== "template" || notAfter === undefined) return false;
  return clock.now().plus({ seconds: TEMPLATE_TIME_TO_LIVE_SECONDS }) > notAfter;
}

const NOT_BEGUN = notStarted("what is left of the lawful window is shorter than the template's time to live");

const TOO_LATE: Sending = { started: Promise.resolve(), result: Promise.resolve(NOT_BEGUN) };

/** Meta's documented limits for messages. */
function capabilities(messagesPerSecond: number): Capabilities {
  return {
    freeTextAnyTime: false,
    templates: true,
    templateTimeToLiveSeconds: TEMPLATE_TIME_TO_LIVE_SECONDS,
    textMax: 4096,
    buttons: { max: 3, titleMax: 20, bodyMax: 1024 },
    list: { rows: 10, titleMax: 24, descriptionMax: 72, bodyMax: 1024 },
    // Meta, "Media": what a receipt or an agreement may be sent as.
    media: {
      image: { maxBytes: 5 * 1024 * 1024, mimes: ["image/jpeg", "image/png"] },
      document: { maxBytes: 100 * 1024 * 1024, mimes: ["application/pdf"] },
    },
    statuses: ["sent", "delivered", "read", "failed"],
    initiate: "template",
    answersWithinMs: LIMITS.answerWithinMs,
    rate: {
      channel: { everyMs: 1000 / messagesPerSecond, burst: messagesPerSecond },
      recipient: META_PAIR_RATE,
    },
  };
}

/** Meta repeats a malformed token in its message (error 190), and the detail is stored and shown. */
function withoutSecret(result: SendResult, secret: string): SendResult {
  return result.state === "accepted" ? result : { ...result, detail: result.detail.replaceAll(secret, "[token]") };
}
