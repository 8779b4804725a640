import { byWriter, type Outcome, sideBySide } from "../../channel/side-by-side.ts";
import { account, countOf, type Observed, type SoakFigures } from "../account.ts";
import type { Told } from "../statuses.ts";
import { LINE_LOST } from "./faults.ts";
import type { PhoneCopy } from "./people.ts";

export type LinkedSoakFigures = SoakFigures & {
  readonly phones: number;
  readonly killed: { readonly hosts: number; readonly application: number };
  /** What was ordered found its message so often: of `faults` some never met an occasion. */
  readonly struck: Readonly<Record<string, number>>;
  /** Phones that a person had to link again, by what had ended their link. */
  readonly linkedAgain: Readonly<Record<string, number>>;
  /** What debtors wrote, beside what is kept of it: each once, and each person's in order. */
  readonly read: Outcome;
  /** Answers that came once more under another id, which no phone can hide. */
  readonly answeredTwice: number;
  /** Came to a person's phone, and is neither believed to have left nor given up with an alarm. */
  readonly unclaimed: number;
  /** Errors of the WhatsApp that is played, and stanzas that it did not know. */
  readonly troubles: readonly string[];
  /** What the application warned of and complained about, and how often: nothing to count, and something to look at. */
  readonly complaints: Readonly<Record<string, number>>;
};

export type LinkedObserved = Omit<Observed, "faultOf" | "heard" | "acknowledged"> & {
  readonly copies: readonly PhoneCopy[];
  /** What struck, with the message that it struck where it was one, in order. */
  readonly struck: readonly { readonly kind: string; readonly id?: string | undefined }[];
  readonly lostLines: readonly { readonly number: string; readonly atMs: number }[];
  /** What people's phones said of our messages, in order. */
  readonly told: readonly { readonly ids: readonly string[]; readonly type: "delivered" | "read" }[];
  /** The ids of what each debtor wrote, in order, and of all that is kept, in order. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  readonly received: readonly string[];
} & Pick<LinkedSoakFigures, "phones" | "killed" | "linkedAgain" | "troubles" | "complaints">;

/** An ack, and the death of the line that it was on: within so long. */
const LINE_EDGE_MS = 2_000;

/** Puts what the people saw, what WhatsApp took and what the database keeps side by side. */
export function linkedAccount(observed: LinkedObserved): LinkedSoakFigures {
  const { copies, written, received, played, kept, phones, killed, linkedAgain, troubles, complaints } = observed;
  const base = account({
    ...observed,
    faultOf: faultsOf(observed),
    heard: bestTold(observed.told),
    acknowledged: [...written.values()].flat().length,
    kept: { ...kept, accepted: kept.accepted.map((send) => ({ ...send, id: send.providerId })) },
  });
  const claimed = new Set(kept.accepted.map(({ providerId }) => providerId));
  const strangers = new Set(copies.flatMap(({ id }) => (claimed.has(id) ? [] : [id]))).size;
  const figures = {
    ...base,
    phones,
    killed,
    struck: countOf(observed.struck.map(({ kind }) => kind)),
    linkedAgain,
    read: sideBySide(byWriter([...written.values()], received)),
    answeredTwice: played.doubled,
    unclaimed: Math.max(strangers - base.givenUpWithAlarm, 0),
    troubles,
    complaints,
  };
  return { ...figures, isEverythingAccountedFor: base.isEverythingAccountedFor && isAccountedFor(figures) };
}

function isAccountedFor({
  read,
  answeredTwice,
  unclaimed,
  troubles,
}: Omit<LinkedSoakFigures, "isEverythingAccountedFor">): boolean {
  return read.lost + read.doubled + read.outOfOrder + answeredTwice + unclaimed + troubles.length === 0;
}

/** Each fault that struck a message stands with one of its copies; a copy without one may have lost its phone's line. */
function faultsOf({ copies, struck, unheard, lostLines }: LinkedObserved): Map<PhoneCopy, string | undefined> {
  const left = Map.groupBy(
    struck.filter(({ kind }) => unheard.has(kind)),
    ({ id }) => id,
  );
  const hasLostLine = ({ from, arrivedAtMs }: PhoneCopy): boolean =>
    lostLines.some(({ number, atMs }) => number === from && Math.abs(atMs - arrivedAtMs) < LINE_EDGE_MS);
  return new Map(
    copies.map((copy) => [copy, left.get(copy.id)?.shift()?.kind ?? (hasLostLine(copy) ? LINE_LOST : undefined)]),
  );
}

/** A person's phone says "delivered" before it says "read", and what it said once stays said. */
function bestTold(told: LinkedObserved["told"]): Map<string, Told> {
  const best = new Map<string, Told>();
  for (const { ids, type } of told) for (const id of ids) if (type === "read" || !best.has(id)) best.set(id, type);
  return best;
}
