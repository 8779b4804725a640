import { DateTime } from "luxon";
import { type Meta, startMeta } from "../../../src/bench/meta.ts";
import type { Channel, OutContent, OutMessage } from "../../../src/channels/channel.ts";
import { type CloudApiSettings, cloudApi } from "../../../src/channels/cloud-api/cloud-api.ts";
import { type Clock, systemClock } from "../../../src/clock.ts";
import { newId } from "../../../src/ids.ts";

export const GRAPH = {
  accessToken: "test-access-token-0001",
  appSecret: "test-app-secret",
  phoneNumberId: "100000000000777",
  version: "v26.0",
} as const;

/** A moment in the middle of a Colombian working day, for clocks that stand still. */
export const NOON = DateTime.fromISO("2026-03-04T17:00:00Z", { zone: "utc" });

/** The moment never moves; durations are real. */
export const stoppedClock: Clock = { now: () => NOON, elapsedMs: systemClock.elapsedMs };

export function startGraph(): Promise<Meta> {
  return startMeta({ ...GRAPH, clock: systemClock });
}

/** Our channel towards a loopback Graph. */
export function cloudApiTo(url: string, overrides: Partial<CloudApiSettings> = {}): Channel {
  return cloudApi({ id: "channel-1", graphUrl: url, ...GRAPH, clock: stoppedClock, ...overrides });
}

/** A message to a made-up Colombian phone. */
export function outMessage(content: OutContent | string = "Hola", overrides: Partial<OutMessage> = {}): OutMessage {
  return {
    outboxId: newId(),
    to: { phone: "573000000001" },
    content: typeof content === "string" ? { kind: "text", body: content } : content,
    ...overrides,
  };
}
