import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const PREFIX = "sha256=";

/**
 * Whether Meta signed exactly these bytes: `X-Hub-Signature-256` is the hex HMAC-SHA256 of the raw body under the app's
 * secret (Meta, "Webhooks: validating payloads"). Compared in constant time. An empty secret signs nothing.
 */
export function isSigned(body: Buffer, header: string | undefined, appSecret: string): boolean {
  if (appSecret === "" || header === undefined || !header.startsWith(PREFIX)) return false;
  return sameText(
    header.slice(PREFIX.length).toLowerCase(),
    createHmac("sha256", appSecret).update(body).digest("hex"),
  );
}

/** What Meta sends when a webhook is registered: `GET` with `hub.mode`, `hub.verify_token` and `hub.challenge`. */
export type Challenge = { readonly mode: unknown; readonly verifyToken: unknown; readonly challenge: unknown };

/** The text to answer with, or `undefined`: 403. An empty token of ours matches nothing. */
export function answerToChallenge(asked: Challenge, ourToken: string): string | undefined {
  const { mode, verifyToken, challenge } = asked;
  if (ourToken === "" || mode !== "subscribe") return undefined;
  if (typeof verifyToken !== "string" || typeof challenge !== "string") return undefined;
  return sameText(verifyToken, ourToken) ? challenge : undefined;
}

/** In a time that tells neither where two texts differ nor how long ours is: hashes have one length. */
function sameText(given: string, ours: string): boolean {
  return timingSafeEqual(sha256(given), sha256(ours));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
