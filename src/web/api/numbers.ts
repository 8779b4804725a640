import { Router } from "express";
import type { DateTime } from "luxon";
import type { Tx } from "../../../db/client.ts";
import { type AlarmRow, alarmsAbout } from "../../../db/console/alarms.ts";
import {
  type CostRow,
  type FiguresRow,
  type NumberRow,
  numberCosts,
  numberFigures,
  numberQueue,
  numberRows,
  type QueueRow,
} from "../../../db/console/numbers.ts";
import { type LinkRow, linkRows, riskAccepted } from "../../../db/linked-phones.ts";
import { webhookUrlOf } from "../../app/channels/cloud-deps.ts";
import { LIMIT_HOURS, MESSAGING_TIERS } from "../../domain/outreach/messaging-limit.ts";
import { startOfDay } from "../../domain/time.ts";
import type { Channels } from "../contract/channels.ts";
import type {
  NumberAlarm,
  NumberCard,
  NumberFigures,
  NumberPage,
  NumberState,
  QueueView,
} from "../contract/number-page.ts";
import type { WebDeps } from "../deps.ts";
import { may } from "../permissions.ts";
import { today } from "./debtors.ts";
import { type Endpoint, notFound, ok } from "./endpoint.ts";
import { namesFor } from "./names.ts";
import { linkedPhone, linkStand, type NameOf } from "./show/link.ts";
import { moment, momentOrNull } from "./show/moments.ts";

const WEEK_DAYS = 7;

/** Codes by which Meta says that this person is not to be had: undeliverable (no WhatsApp, or we are blocked), opted out. */
const UNREACHABLE = ["131026", "131050"];

/** The numbers of the business as people look at them: all of them on cards, and each on a page. */
export function numberRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  const permission = "business.read";
  router.get(
    "/channels",
    endpoint({ permission }, async ({ who: { businessId } }) => {
      const realNow = deps.clock.now();
      const channels = await deps.db.inBusiness(businessId, async (tx) => {
        const facts = await factsOf(deps, tx, { businessId, realNow });
        return facts.rows.map((row) => cardOf(row, facts));
      });
      return ok<Channels>({ channels });
    }),
  );
  router.get(
    "/channels/:id",
    endpoint({ permission }, async ({ who, id }) => {
      const { businessId } = who;
      const only = id();
      const realNow = deps.clock.now();
      const found = await deps.db.inBusiness(businessId, async (tx) => {
        const facts = await factsOf(deps, tx, { businessId, realNow, only });
        const [row] = facts.rows;
        if (!row) throw notFound("number");
        const [risk, alarms] = await Promise.all([
          riskAccepted(tx, businessId, only),
          may(who.role, "alarms.read") ? alarmsAbout(tx, businessId, only) : null,
        ]);
        return { facts, row, risk, alarms };
      });
      const { facts, row, risk, alarms } = found;
      const link = facts.links.get(only);
      const names = await namesFor(
        deps,
        who,
        [link?.linkedBy, risk?.actor].filter((one) => typeof one === "string"),
      );
      const nameOf: NameOf = (actor) => (actor === null ? null : (names.get(actor) ?? null));
      const page: NumberPage = {
        ...cardOf(row, facts),
        ...metaFacts(deps, row),
        alarms: alarms?.map(alarmView) ?? null,
        link: link
          ? {
              stand: linkStand(link, realNow),
              since: momentOrNull(link.since),
              linked: linkedPhone(link, nameOf),
              risk: risk ? { by: nameOf(risk.actor), at: moment(risk.at) } : null,
            }
          : null,
      };
      return ok<NumberPage>(page);
    }),
  );
  return router;
}

type Facts = {
  readonly rows: readonly NumberRow[];
  readonly figures: ReadonlyMap<string, FiguresRow>;
  readonly costs: readonly CostRow[];
  readonly queue: readonly QueueRow[];
  readonly links: ReadonlyMap<string, LinkRow>;
  readonly realNow: DateTime;
};

type FactsAsked = { readonly businessId: string; readonly realNow: DateTime; readonly only?: string };

async function factsOf(deps: WebDeps, tx: Tx, { businessId, realNow, only }: FactsAsked): Promise<Facts> {
  const { now, on, business } = await today(tx, deps.clock);
  const day = now.minus({ hours: LIMIT_HOURS });
  const [rows, figures, costs, queue, links] = await Promise.all([
    numberRows(tx, businessId, { since: day, only }),
    numberFigures(tx, businessId, { day, week: now.minus({ days: WEEK_DAYS }), unreachable: UNREACHABLE, only }),
    numberCosts(tx, businessId, { since: startOfDay(on, business.zone), only }),
    numberQueue(tx, businessId, { now, realNow, only }),
    linkRows(tx, businessId, only),
  ]);
  return {
    rows,
    figures: new Map(figures.map((row) => [row.channelId, row])),
    costs,
    queue,
    links: new Map(links.map((row) => [row.channelId, row])),
    realNow,
  };
}

function cardOf(row: NumberRow, { figures, costs, queue, links, realNow }: Facts): NumberCard {
  const { id, kind, name, phone, blockedBecause, messagingLimit, reached, waiting, quality } = row;
  const state = stateOf(row, links.get(id), realNow);
  const ofThis = costs.filter(({ channelId }) => channelId === id);
  return {
    id,
    kind,
    name,
    phone,
    blockedBecause,
    // One that is over says nothing any more.
    pausedUntil: momentOrNull(row.pausedUntil && row.pausedUntil > realNow ? row.pausedUntil : null),
    messagingLimit,
    reached,
    waiting,
    lastAt: momentOrNull(row.lastAt),
    tiers: MESSAGING_TIERS,
    state,
    quality: kind === "cloud" ? (quality ?? "UNKNOWN") : null,
    ...figuresOf(figures.get(id)),
    costToday: ofThis
      .filter(({ micros }) => micros > 0n)
      .map(({ currency, micros }) => ({ currency, amount: decimals(micros) })),
    unpricedToday: ofThis.reduce((sum, { unpriced }) => sum + unpriced, 0),
    queue: queueOf(
      queue.filter(({ channelId }) => channelId === id),
      state,
    ),
    health: healthOf(row),
  };
}

function alarmView({ id, kind, detail, times, recordedAt }: AlarmRow): NumberAlarm {
  return { id, kind, detail, times, raisedAt: moment(recordedAt) };
}

function metaFacts(deps: Pick<WebDeps, "publicUrl">, row: NumberRow) {
  const isCloud = row.kind === "cloud";
  const ownDoor = row.hasOwnCredentials ? row.routingKey : undefined;
  return {
    wabaId: row.wabaId,
    phoneNumberId: isCloud ? row.routingKey : null,
    hasOwnCredentials: row.hasOwnCredentials,
    webhookUrl: isCloud && row.retiredAt === null ? webhookUrlOf(deps, ownDoor) : null,
    tierLimit: row.tierLimit,
    messagesPerSecond: row.messagesPerSecond,
    learntAt: momentOrNull(row.learntAt),
    firstUsedAt: momentOrNull(row.firstUsedAt),
  };
}

/** What a number that is gone, refused or without its phone could not say of itself comes first. */
function stateOf(row: NumberRow, link: LinkRow | undefined, realNow: DateTime): NumberState {
  if (row.retiredAt) return { state: "retired", at: moment(row.retiredAt) };
  const stand = link && linkStand(link, realNow);
  if (stand && stand.state !== "open") return { state: "link", link: stand };
  if (row.blockedBecause !== null) return { state: "blocked", because: row.blockedBecause };
  if (row.verdict === "stopped") return { state: "stopped", because: row.reason ?? "" };
  if (row.pausedUntil && row.pausedUntil > realNow) return { state: "resting", until: moment(row.pausedUntil) };
  return { state: "works" };
}

/** What is due and cannot leave waits for the number; where the number works, it is leaving. */
function queueOf(rows: readonly QueueRow[], { state }: NumberState): QueueView[] {
  const due = state === "works" ? "leaving" : "number";
  const counts = new Map<QueueView["because"], QueueView>();
  for (const { because: told, count, next } of rows) {
    const because = told === "due" ? due : told;
    counts.set(because, { because, count: count + (counts.get(because)?.count ?? 0), next: momentOrNull(next) });
  }
  return [...counts.values()];
}

function healthOf({ verdict, reason, peopleADay, everyMs, decidedAt, inputs }: NumberRow): NumberCard["health"] {
  if (verdict === null || reason === null || everyMs === null || decidedAt === null) return null;
  return { verdict, because: reason, inputs, peopleADay, everyMs, at: moment(decidedAt) };
}

const NOTHING: NumberFigures = { sent: 0, delivered: 0, read: 0, failed: 0, people: 0, replied: 0, blocked: 0 };

function figuresOf(row: FiguresRow | undefined): Pick<NumberCard, "day" | "week"> {
  if (!row) return { day: NOTHING, week: NOTHING };
  return {
    day: {
      sent: row.daySent,
      delivered: row.dayDelivered,
      read: row.dayRead,
      failed: row.dayFailed,
      people: row.dayPeople,
      replied: row.dayReplied,
      blocked: row.dayBlocked,
    },
    week: {
      sent: row.weekSent,
      delivered: row.weekDelivered,
      read: row.weekRead,
      failed: row.weekFailed,
      people: row.weekPeople,
      replied: row.weekReplied,
      blocked: row.weekBlocked,
    },
  };
}

/** `12345n` millionths are "0.012345". */
function decimals(micros: bigint): string {
  const digits = micros.toString().padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
