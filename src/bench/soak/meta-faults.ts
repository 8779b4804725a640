import { setTimeout as pause } from "node:timers/promises";
import type { MetaFault } from "../meta.ts";
import type { Faults } from "./weather.ts";

/** How likely each thing is to go wrong with one request to Meta, in thousandths. */
const FAULTS = {
  /** Error 131056: too many to one person. */
  pairRate: { thousandths: 15, fault: () => ({ kind: "error", code: 131056 }) },
  throughput: { thousandths: 3, fault: () => ({ kind: "error", code: 130429, retryAfter: "1" }) },
  serverError: { thousandths: 20, fault: () => ({ kind: "error", code: 131000, status: 500 }) },
  gateway: { thousandths: 10, fault: () => ({ kind: "http", status: 503 }) },
  /** A gateway that gave up waiting, with nothing behind it: it cannot be told from one whose server took the message. */
  gatewayTimeOut: { thousandths: 3, fault: () => ({ kind: "http", status: 504 }) },
  silenceAfterTaking: { thousandths: 4, fault: () => ({ kind: "silence", takes: true }) },
  silenceInstead: { thousandths: 4, fault: () => ({ kind: "silence", takes: false }) },
  cutAfterTaking: { thousandths: 6, fault: () => ({ kind: "cut", takes: true }) },
  cutInstead: { thousandths: 6, fault: () => ({ kind: "cut", takes: false }) },
  cutMidAnswer: { thousandths: 4, fault: () => ({ kind: "cut-mid-answer" }) },
  slow: { thousandths: 50, fault: (chance) => ({ kind: "hold", until: pause(chance() * 2_000) }) },
} as const satisfies Faults<string, MetaFault>;

export type MetaFaultName = keyof typeof FAULTS;

export const META_FAULTS: Faults<MetaFaultName, MetaFault> = FAULTS;

/** Meta has the message, and our side cannot know it. */
export const TAKEN_UNHEARD: ReadonlySet<string> = new Set<MetaFaultName>([
  "silenceAfterTaking",
  "cutAfterTaking",
  "cutMidAnswer",
]);
