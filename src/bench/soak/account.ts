import type { acceptedSends, Standing } from "../../../db/prove.ts";
import { STATUS_RANK } from "../../channels/status.ts";
import type { AcceptedMessage } from "../meta.ts";
import type { Played } from "../turns/play.ts";
import type { RoadCounts } from "./road.ts";
import type { Told } from "./statuses.ts";

export type SoakSettings = { readonly chats: number; readonly seconds: number; readonly thinkMs: number };

export type SoakFigures = {
  readonly seconds: number;
  readonly chats: number;
  readonly turns: number;
  readonly scriptsFinished: number;
  readonly kills: number;
  /** What was made to go wrong between us and WhatsApp, and how often. */
  readonly faults: Readonly<Record<string, number>>;
  /** And with webhooks on their way to us, where there are any. */
  readonly webhooks?: Readonly<RoadCounts>;
  /** Messages of debtors that WhatsApp was told that we have, those that are kept, and those of them that no turn has read. */
  readonly inbound: { readonly acknowledged: number; readonly kept: number; readonly unread: number };
  /** Sends by their state at the end: nothing is left on its way. */
  readonly sends: Readonly<Record<string, number>>;
  /** Given up after some tries of which nobody could tell whether they arrived, with an alarm: a person has to look. */
  readonly givenUpWithAlarm: number;
  /** Believed to have left, and WhatsApp never had it. */
  readonly phantoms: number;
  /** Messages whose best status is kept as another than the best that we acknowledged. */
  readonly wrongStatus: number;
  /** Messages that a person got twice, at the edge where nobody can know: the answer was lost, or the process died. */
  readonly doubledAtTheEdge: number;
  /** What stood at that edge, and how often. */
  readonly edges: Readonly<Record<string, number>>;
  readonly doubledWithoutReason: number;
  /** Debtors without an answer at the end, answers that nobody had asked for. */
  readonly unanswered: number;
  readonly outOfOrder: number;
  /** The first few messages that nobody waited for, doubles without a reason, and statuses that are not as they were told. */
  readonly surprises: readonly string[];
  readonly isEverythingAccountedFor: boolean;
};

/** Between taking a message and writing down that it was taken a process may die. */
const EDGE_MS = 2_000;

/** What the database says in the end. */
export type Inside = Standing & { readonly accepted: Awaited<ReturnType<typeof acceptedSends>> };

/** A message of ours as it came to WhatsApp, once more each time. Moments never jump. */
export type Copy = Pick<AcceptedMessage, "outboxId" | "arrivedAtMs">;

export type Observed = {
  readonly settings: SoakSettings;
  readonly played: Played;
  readonly kept: Inside;
  /** What went wrong with each copy. */
  readonly faultOf: ReadonlyMap<Copy, string | undefined>;
  /** Those of the faults after which WhatsApp has the message, and our side cannot know it. */
  readonly unheard: ReadonlySet<string>;
  readonly killsMs: readonly number[];
  readonly faults: Readonly<Record<string, number>>;
  readonly webhooks?: RoadCounts;
  /** The best status of each message that we acknowledged, by WhatsApp's id. */
  readonly heard: ReadonlyMap<string, Told>;
  readonly acknowledged: number;
};

/** Puts what the people saw, what WhatsApp took and what the database keeps side by side. */
export function account(observed: Observed): SoakFigures {
  const { settings, played, kept, faultOf, killsMs, heard, webhooks } = observed;
  const byOutbox = Map.groupBy(faultOf.keys(), ({ outboxId }) => outboxId);
  const doubles = [...byOutbox.values()].filter((copies) => copies.length > 1);
  const edges = doubles.map((copies) => copies.slice(0, -1).map((copy) => edgeOf(copy, observed)));
  const withoutReason = doubles.filter((_, index) => edges[index]?.includes(undefined));
  const atTheEdge = edges.filter((ofOne) => !ofOne.includes(undefined));
  const wrong = kept.accepted.flatMap((send) => {
    const told = heard.get(send.providerId);
    return told === undefined || send.statusRank === STATUS_RANK[told] ? [] : [{ ...send, told }];
  });
  const figures = {
    seconds: settings.seconds,
    chats: settings.chats,
    turns: played.turns,
    scriptsFinished: played.finished,
    kills: killsMs.length,
    faults: observed.faults,
    ...(webhooks && { webhooks }),
    inbound: { acknowledged: observed.acknowledged, kept: kept.inbound, unread: kept.unread },
    sends: Object.fromEntries(kept.sends),
    givenUpWithAlarm: kept.alarmed,
    phantoms: kept.accepted.filter(({ id }) => !byOutbox.has(id)).length,
    wrongStatus: wrong.length,
    doubledAtTheEdge: atTheEdge.length,
    edges: countOf(atTheEdge.flat().filter((edge) => edge !== undefined)),
    doubledWithoutReason: withoutReason.length,
    unanswered: played.lost,
    outOfOrder: played.outOfOrder,
    surprises: [
      ...played.surprises,
      ...withoutReason.map(
        (copies) =>
          `${copies[0]?.outboxId} came at ${copies.map(({ arrivedAtMs }) => Math.round(arrivedAtMs)).join(", ")} ms`,
      ),
      ...wrong.map(({ id, statusRank, told }) => `${id} is kept with rank ${statusRank}, and was told to be ${told}`),
    ],
  };
  return { ...figures, isEverythingAccountedFor: isAccountedFor(figures) };
}

/** Why nobody could have known at that moment that this copy had arrived; undefined where somebody could. */
function edgeOf(copy: Copy, { faultOf, unheard, killsMs }: Observed): string | undefined {
  const fault = faultOf.get(copy);
  if (fault !== undefined && unheard.has(fault)) return fault;
  return killsMs.some((ms) => ms >= copy.arrivedAtMs && ms - copy.arrivedAtMs < EDGE_MS) ? "kill" : undefined;
}

/** How often each name is there. */
export function countOf(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
}

function isAccountedFor({
  inbound,
  sends,
  givenUpWithAlarm,
  phantoms,
  wrongStatus,
  doubledWithoutReason,
  unanswered,
  outOfOrder,
}: Omit<SoakFigures, "isEverythingAccountedFor">): boolean {
  const onTheWay = (sends["sending"] ?? 0) + (sends["unknown"] ?? 0) + (sends["queued"] ?? 0);
  const unheard = (sends["rejected"] ?? 0) - givenUpWithAlarm;
  const unexplained = Math.max(unanswered - givenUpWithAlarm, 0);
  const lost = Math.max(inbound.acknowledged - inbound.kept, 0) + inbound.unread + onTheWay + unheard + unexplained;
  return lost + phantoms + wrongStatus + doubledWithoutReason + outOfOrder === 0;
}
