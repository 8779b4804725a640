import type { MetaFault } from "../meta.ts";

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
} as const satisfies Record<string, { thousandths: number; fault: (chance: Chance) => MetaFault }>;

type Chance = () => number;
/** Meta has the message, and our side cannot know it. */
export const TAKEN_UNHEARD: ReadonlySet<FaultName> = new Set(["silenceAfterTaking", "cutAfterTaking", "cutMidAnswer"]);

export type FaultName = keyof typeof FAULTS;

export type Weather = {
  /** What goes wrong with the next request; undefined: nothing. */
  next(): MetaFault | undefined;
  /** From here on nothing goes wrong any more. */
  clear(): void;
  readonly counts: ReadonlyMap<FaultName, number>;
  /** What went wrong with the request before this moment. */
  last(): FaultName | undefined;
};

/** @param chance a number from 0 to 1, another each time */
export function makeWeather(chance: Chance): Weather {
  const counts = new Map<FaultName, number>();
  let isClear = false;
  let last: FaultName | undefined;
  return {
    counts,
    last: () => last,
    next() {
      last = undefined;
      if (isClear) return undefined;
      let drawn = chance() * 1_000;
      for (const name of NAMES) {
        drawn -= FAULTS[name].thousandths;
        if (drawn >= 0) continue;
        last = name;
        counts.set(name, (counts.get(name) ?? 0) + 1);
        return FAULTS[name].fault(chance);
      }
      return undefined;
    },
    clear() {
      isClear = true;
    },
  };
}

const NAMES = Object.keys(FAULTS).filter(isFaultName);

function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
