import type { acceptedSends, Standing } from "../../../db/prove.ts";
import { STATUS_RANK } from "../../channels/status.ts";
import type { AcceptedMessage } from "../meta.ts";
import type { Played } from "../turns/play.ts";
import type { RoadCounts } from "./road.ts";
import type { Told } from "./statuses.ts";
import { type FaultName, TAKEN_UNHEARD } from "./weather.ts";

export type SoakSettings = { readonly chats: number; readonly seconds: number; readonly thinkMs: number };

export type SoakFigures = {
  readonly seconds: number;
  readonly chats: number;
  readonly turns: number;
  readonly scriptsFinished: number;
  readonly kills: number;
  /** What was made to go wrong with requests to Meta, and how often. */
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  /** And with webhooks on their way to us. */
  readonly webhooks: Readonly<RoadCounts>;
  /** Messages of debtors that were answered 200, those that are kept, and those of them that no turn has read. */
  readonly inbound: { readonly acknowledged: number; readonly kept: number; readonly unread: number };
  /** Sends by their state at the end: nothing is left on its way. */
  readonly sends: Readonly<Record<string, number>>;
  /** Given up after some tries of which nobody could tell whether they arrived, with an alarm: a person has to look. */
  readonly givenUpWithAlarm: number;
  /** Believed to have left, and Meta never had it. */
  readonly phantoms: number;
  /** Messages whose best status is kept as another than the best that we acknowledged. */
  readonly wrongStatus: number;
  /** Messages that a person got twice, at the edge where nobody can know: the answer was lost, or the process died. */
  readonly doubledAtTheEdge: number;
  readonly doubledWithoutReason: number;
  /** Debtors without an answer at the end, answers that nobody had asked for. */
  readonly unanswered: number;
  readonly outOfOrder: number;
  readonly surprises: readonly string[];
  readonly isEverythingAccountedFor: boolean;
};

/** Between taking a message and writing down that it was taken a process may die. */
const EDGE_MS = 2_000;

/** What the database says in the end. */
export type Inside = Standing & { readonly accepted: Awaited<ReturnType<typeof acceptedSends>> };

export type Observed = {
  readonly settings: SoakSettings;
  readonly played: Played;
  readonly kept: Inside;
  readonly faultOf: ReadonlyMap<AcceptedMessage, FaultName | undefined>;
  readonly killsMs: readonly number[];
  readonly faults: Partial<Record<FaultName, number>>;
  readonly webhooks: RoadCounts;
  readonly heard: ReadonlyMap<string, Told>;
  readonly acknowledged: number;
};

/** Puts what the people saw, what Meta took and what the database keeps side by side. */
export function account(observed: Observed): SoakFigures {
  const { settings, played, kept, faultOf, killsMs, heard } = observed;
  const byOutbox = Map.groupBy(faultOf.keys(), ({ outboxId }) => outboxId);
  const doubles = [...byOutbox.values()].filter((copies) => copies.length > 1);
  const atTheEdge = doubles.filter((copies) => copies.slice(0, -1).every((copy) => isEdge(copy, { faultOf, killsMs })));
  const figures = {
    seconds: settings.seconds,
    chats: settings.chats,
    turns: played.turns,
    scriptsFinished: played.finished,
    kills: killsMs.length,
    faults: observed.faults,
    webhooks: observed.webhooks,
    inbound: { acknowledged: observed.acknowledged, kept: kept.inbound, unread: kept.unread },
    sends: Object.fromEntries(kept.sends),
    givenUpWithAlarm: kept.alarmed,
    phantoms: kept.accepted.filter(({ id }) => !byOutbox.has(id)).length,
    wrongStatus: kept.accepted.filter(({ providerId, statusRank }) => {
      const told = heard.get(providerId);
      return told !== undefined && statusRank !== STATUS_RANK[told];
    }).length,
    doubledAtTheEdge: atTheEdge.length,
    doubledWithoutReason: doubles.length - atTheEdge.length,
    unanswered: played.lost,
    outOfOrder: played.outOfOrder,
    surprises: played.surprises,
  };
  return { ...figures, isEverythingAccountedFor: isAccountedFor(figures) };
}

/** Whether nobody could have known at that moment that this copy had arrived. */
function isEdge(copy: AcceptedMessage, { faultOf, killsMs }: Pick<Observed, "faultOf" | "killsMs">): boolean {
  const fault = faultOf.get(copy);
  if (fault !== undefined && TAKEN_UNHEARD.has(fault)) return true;
  return killsMs.some((ms) => ms >= copy.arrivedAtMs && ms - copy.arrivedAtMs < EDGE_MS);
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
