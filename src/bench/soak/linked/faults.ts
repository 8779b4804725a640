import type { Faults } from "../weather.ts";

/** What is done to the WhatsApp that is played: an order for its next occasion, a connection that ends, or the whole server away. */
export type LinkedFault =
  | { readonly do: "order"; readonly fault: { readonly kind: string; readonly [detail: string]: string | number } }
  | { readonly do: "kick"; readonly how: "drop" | "unavailable" | "restart" | "replaced" | "mute" }
  | { readonly do: "outage"; readonly forMs: number };

const ACK_LATE_MS = 25_000;
const GIVEN_LATE_MS = 4_000;
const OUTAGE_MS = { atLeast: 1_000, spread: 4_000 };

const order = (kind: string) => (): LinkedFault => ({ do: "order", fault: { kind } });
const kick = (how: Extract<LinkedFault, { do: "kick" }>["how"]) => (): LinkedFault => ({ do: "kick", how });

/** How likely each is at each look at one of the phones, in thousandths. */
const FAULTS = {
  loseAck: { thousandths: 16, fault: order("loseAck") },
  /** Our side stops waiting after 15 s. */
  delayAck: {
    thousandths: 16,
    fault: (chance) => ({ do: "order", fault: { kind: "delayAck", ms: Math.round(chance() * ACK_LATE_MS) } }),
  },
  cutBeforeAck: { thousandths: 5, fault: order("cutBeforeAck") },
  cutBeforeRouting: { thousandths: 5, fault: order("cutBeforeRouting") },
  tooFast: { thousandths: 3, fault: () => ({ do: "order", fault: { kind: "errorAck", code: "429" } }) },
  serverError: { thousandths: 6, fault: () => ({ do: "order", fault: { kind: "errorAck", code: "500" } }) },
  duplicate: { thousandths: 30, fault: order("duplicate") },
  duplicateReceipt: { thousandths: 40, fault: order("duplicateReceipt") },
  late: {
    thousandths: 40,
    fault: (chance) => ({ do: "order", fault: { kind: "late", ms: Math.round(chance() * GIVEN_LATE_MS) } }),
  },
  reorder: { thousandths: 10, fault: () => ({ do: "order", fault: { kind: "reorder", count: 2 } }) },
  garble: { thousandths: 6, fault: order("garble") },
  cutAfterDelivery: { thousandths: 5, fault: order("cutAfterDelivery") },
  /** 428, 503, 515, 440 and, when the phone has noticed it, 408. */
  drop: { thousandths: 4, fault: kick("drop") },
  unavailable: { thousandths: 3, fault: kick("unavailable") },
  restart: { thousandths: 4, fault: kick("restart") },
  replaced: { thousandths: 2, fault: kick("replaced") },
  mute: { thousandths: 1, fault: kick("mute") },
  loginUnavailable: { thousandths: 5, fault: () => ({ do: "order", fault: { kind: "refuseLogin", code: 503 } }) },
  loginOutdated: { thousandths: 1, fault: () => ({ do: "order", fault: { kind: "refuseLogin", code: 405 } }) },
  outage: {
    thousandths: 1,
    fault: (chance) => ({ do: "outage", forMs: OUTAGE_MS.atLeast + chance() * OUTAGE_MS.spread }),
  },
} as const satisfies Faults<string, LinkedFault>;

export type LinkedFaultName = keyof typeof FAULTS;

export const LINKED_FAULTS: Faults<LinkedFaultName, LinkedFault> = FAULTS;

/** The connection of its phone ended within a moment of a message's coming: its ack may have been on that line. */
export const LINE_LOST = "lineLost";

/** The person has the message, and our side cannot know it. */
export const ARRIVED_UNHEARD: ReadonlySet<string> = new Set([
  "loseAck",
  "delayAck",
  "cutBeforeAck",
  "mute",
  LINE_LOST,
] satisfies readonly (LinkedFaultName | typeof LINE_LOST)[]);
