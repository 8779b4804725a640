import { expect, test } from "vitest";
import { LINKED_CAPABILITIES } from "../../src/channels/linked-capabilities.ts";
import { remoteChannel } from "../../src/sessions/remote-channel.ts";
import { forgive, newSession, noteFailure, type Patience, type Session, sizeFor } from "../../src/sessions/session.ts";

const PATIENCE: Patience = {
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  mostFailures: 5,
  withinMs: 600_000,
  restMs: 600_000,
};
const DAY_MS = 24 * 3_600_000;
const ID = "01900000-0000-7000-8000-000000000001";

const failing = () =>
  newSession({
    businessId: "01900000-0000-7000-8000-000000000002",
    number: { id: ID, kind: "baileys", phone: null },
    remote: remoteChannel({ id: ID, kind: "baileys", can: LINKED_CAPABILITIES.baileys }),
    leasedUntilMs: Number.POSITIVE_INFINITY,
  });

/** Fails as soon as it is tried, until it is given up. The moment of that. */
function failUntilGivenUp(session: Session, fromMs: number): number {
  let nowMs = fromMs;
  while (!noteFailure(session, nowMs, PATIENCE)) nowMs = session.retryAtMs;
  return nowMs;
}

test("a session that is given up twice in a row rests until somebody asks", () => {
  const session = failing();
  const firstMs = failUntilGivenUp(session, 0);
  expect(session.retryAtMs).toBe(firstMs + PATIENCE.restMs);
  failUntilGivenUp(session, session.retryAtMs);
  expect(session.retryAtMs).toBe(Number.POSITIVE_INFINITY);
  forgive(session);
  expect(session.retryAtMs).toBe(Number.NEGATIVE_INFINITY);
});

test("one that went well in between is tried again as at first", () => {
  const session = failing();
  failUntilGivenUp(session, 0);
  const secondMs = failUntilGivenUp(session, DAY_MS);
  expect(session.retryAtMs).toBe(secondMs + PATIENCE.restMs);
});

test("a suspect is alone until a day has passed without a failure", () => {
  const session = failing();
  for (const atMs of [0, 1_000, 2_000]) noteFailure(session, atMs, PATIENCE);
  const sizeAt = (nowMs: number): number => sizeFor({ ...session, failedAtMs: [] }, { perProcess: 25, nowMs });
  expect(sizeAt(3_000)).toBe(1);
  expect(sizeAt(2_000 + DAY_MS - 1)).toBe(1);
  expect(sizeAt(2_000 + DAY_MS)).toBe(25);
  // Another failure within the day begins it anew.
  noteFailure(session, DAY_MS / 2, PATIENCE);
  expect(sizeAt(2_000 + DAY_MS)).toBe(1);
});
