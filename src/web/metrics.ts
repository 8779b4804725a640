import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Figures for an operator, and no personal data: no label names a person, a number or a text. */
export type Metrics = {
  readonly registry: Registry;
  /** Seconds from a webhook's first byte to its answer. */
  webhookAnswered(source: "whatsapp" | "stripe", status: number, seconds: number): void;
  turnsTaken(count: number): void;
  sent(state: "accepted" | "unknown" | "rejected"): void;
  blocked(reason: string): void;
  streamsOpen(count: number): void;
};

/** Where a figure lies on the scale that the acceptance table asks about: 100 ms, 250 ms, 3 s. */
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];

export function makeMetrics(): Metrics {
  const registry = new Registry();
  // Memory, CPU and the event loop's lag.
  collectDefaultMetrics({ register: registry, prefix: "saldar_" });
  const registers = [registry];
  const webhooks = new Histogram({
    name: "saldar_webhook_seconds",
    help: "From a webhook's arrival to its answer, after the commit",
    labelNames: ["source", "status"],
    buckets: BUCKETS,
    registers,
  });
  const turns = new Counter({ name: "saldar_turns_total", help: "Turns of conversations taken", registers });
  const sends = new Counter({
    name: "saldar_sends_total",
    help: "Messages handed to a channel, by its answer",
    labelNames: ["state"],
    registers,
  });
  const blocked = new Counter({
    name: "saldar_blocked_sends_total",
    help: "Messages not sent, by the reason",
    labelNames: ["reason"],
    registers,
  });
  const streams = new Gauge({ name: "saldar_console_streams", help: "Event streams open to consoles", registers });
  return {
    registry,
    webhookAnswered: (source, status, seconds) => webhooks.observe({ source, status: String(status) }, seconds),
    turnsTaken: (count) => turns.inc(count),
    sent: (state) => sends.inc({ state }),
    blocked: (reason) => blocked.inc({ reason }),
    streamsOpen: (count) => streams.set(count),
  };
}
