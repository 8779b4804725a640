import { createHmac, timingSafeEqual } from "node:crypto";
import type { Deps } from "../deps.ts";

const HOLDS_MS = 60_000;

/**
 * A verify token for our own question to our own webhook address, before or after the number is here: signed and not kept, so that
 * whichever process the address leads to can tell it. It holds a minute, for one number's address.
 */
export function makeProbeToken(deps: Pick<Deps, "secrets" | "clock">, phoneNumberId: string): string {
  const untilMs = String(deps.clock.now().toMillis() + HOLDS_MS);
  return `probe.${untilMs}.${signatureOf(deps, phoneNumberId, untilMs).toString("hex")}`;
}

export function isProbeToken(deps: Pick<Deps, "secrets" | "clock">, phoneNumberId: string, token: unknown): boolean {
  const [, untilMs, hex] = typeof token === "string" ? (/^probe\.(\d{13})\.([0-9a-f]{64})$/.exec(token) ?? []) : [];
  if (untilMs === undefined || hex === undefined || Number(untilMs) < deps.clock.now().toMillis()) return false;
  return timingSafeEqual(Buffer.from(hex, "hex"), signatureOf(deps, phoneNumberId, untilMs));
}

function signatureOf({ secrets }: Pick<Deps, "secrets">, phoneNumberId: string, untilMs: string): Buffer {
  return createHmac("sha256", secrets.derive("webhook probe")).update(`${phoneNumberId}.${untilMs}`).digest();
}
