import type { Clock } from "../../clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { Capabilities, Channel, MediaRef, OutFile, OutMessage, SendResult } from "../channel.ts";
import { META_PAIR_RATE } from "../meta-pair-rate.ts";
import { type Delivery, type Fault, planSend } from "./fault.ts";

/**
 * A phone in the browser as a channel. It shows what Meta's Cloud API can show, and goes wrong when told to. It knows neither
 * database nor page: what the phone is to show, and the statuses to report about it, leave through `phone` as data.
 */
export function simulator({ id, clock, phone }: SimulatorSettings): Channel {
  const run = async (message: OutMessage): Promise<SendResult> => {
    try {
      const { result, delivery } = planSend(message, await phone.nextFault(message), clock.now());
      if (delivery !== undefined) await phone.deliver(delivery);
      return result;
    } catch (error) {
      // The phone's own store failed, perhaps after it kept the message: `settle` will tell.
      return { state: "unknown", settleBy: clock.now(), detail: `the simulated phone failed: ${String(error)}` };
    }
  };
  return {
    id,
    kind: "simulator",
    can: CAPABILITIES,
    // Asking the phone is the start: keeping the message may have to wait for the very lock that the caller holds.
    send: (message) => ({ started: Promise.resolve(), result: run(message) }),
    async settle(outboxId) {
      const providerId = await phone.providerIdOf(outboxId);
      return providerId === undefined ? { state: "never-arrived" } : { state: "accepted", providerId };
    },
    async download(media) {
      const bytes = await phone.mediaOf(media);
      if (bytes === undefined) throw new AppError("channel.rejected", "the simulated phone has no such media");
      return bytes;
    },
    upload: (file) => phone.keepFile(file),
    // Nobody looks at ticks on a simulated phone.
    markRead: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

export type SimulatorSettings = { readonly id: string; readonly clock: Clock; readonly phone: SimulatedPhone };

/** Where the simulated phone keeps its messages. */
export type SimulatedPhone = {
  /** Takes the next fault ordered for this chat, or none. */
  nextFault(message: OutMessage): Promise<Fault | undefined>;
  /** Keeps what is to be shown and the statuses to report, in one step, and the same outbox id once. */
  deliver(delivery: Delivery): Promise<void>;
  providerIdOf(outboxId: string): Promise<string | undefined>;
  mediaOf(media: MediaRef): Promise<Uint8Array | undefined>;
  /** Keeps a file for a message to carry. Returns its token. */
  keepFile(file: OutFile): Promise<string>;
};

/** As Meta's Cloud API, window included, so that the demo meets the same limits. */
const CAPABILITIES: Capabilities = {
  freeTextAnyTime: false,
  templates: true,
  templateTimeToLiveSeconds: undefined,
  textMax: 4096,
  buttons: { max: 3, titleMax: 20, bodyMax: 1024 },
  list: { rows: 10, titleMax: 24, descriptionMax: 72, bodyMax: 1024 },
  media: {
    image: { maxBytes: 5 * 1024 * 1024, mimes: ["image/jpeg", "image/png"] },
    document: { maxBytes: 100 * 1024 * 1024, mimes: ["application/pdf"] },
  },
  statuses: ["sent", "delivered", "read", "failed"],
  initiate: "template",
  answersWithinMs: 10_000,
  rate: {
    channel: { everyMs: 12.5, burst: 80 },
    recipient: META_PAIR_RATE,
  },
};
