import type { Response } from "express";
import { type EventPosition, eventsAfter, hasReached, type StoredEvent } from "../../../db/console/events.ts";
import { present } from "../../domain/assert.ts";
import type { Role } from "../../domain/member-role.ts";
import type { WebDeps } from "../deps.ts";
import { may, type Permission } from "../permissions.ts";
import { type Cursor, isAfter, readCursor, writeCursor } from "./cursor.ts";

/** Events are kept for 48 hours; an hour less is sure to be whole. */
const REPLAY_HOURS = 47;

/** Proxies close what is silent for 30 s or more, and the console takes a line for dead that is silent for 40. */
const HEARTBEAT_MS = 15_000;

/** Somebody who left, or lost a role, hears no more after at most this. */
const RECHECK_MS = 60_000;

/** A browser that takes nothing for so long that this much waits is cut off; it comes back and replays. */
const MOST_WAITING_BYTES = 1_000_000;

const REPLAY_AT_ONCE = 1000;

export type StreamRequest = {
  readonly businessId: string;
  readonly role: Role;
  readonly lastEventId: string | undefined;
  /** Whether the session still stands, with this very role. */
  readonly stillHere: () => Promise<boolean>;
};

export type Streams = {
  open(response: Response, request: StreamRequest): Promise<void>;
  /** Ends every stream: the process is stopping, and browsers come back to the next one. */
  stop(): void;
};

export function makeStreams(
  deps: Pick<WebDeps, "db" | "clock" | "log" | "pump" | "metrics">,
  { heartbeatMs = HEARTBEAT_MS }: { heartbeatMs?: number } = {},
): Streams {
  const open = new Set<Response>();
  return {
    async open(response, request) {
      open.add(response);
      deps.metrics.streamsOpen(open.size);
      response.on("close", () => {
        open.delete(response);
        deps.metrics.streamsOpen(open.size);
      });
      await stream(deps, response, { ...request, heartbeatMs });
    },
    stop() {
      for (const response of open) response.end();
    },
  };
}

async function stream(
  deps: Pick<WebDeps, "db" | "clock" | "log" | "pump">,
  response: Response,
  request: StreamRequest & { readonly heartbeatMs: number },
): Promise<void> {
  response.writeHead(200, {
    "Content-Type": "text/event-stream",
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.flushHeaders();
  const { businessId } = request;
  const writer = makeWriter(deps, response, request.role);

  // Listening begins before the replay, so that nothing falls between them; what comes meanwhile waits.
  let early: StoredEvent[] | undefined = [];
  const listening = await deps.pump.listen(businessId, (events) =>
    early ? early.push(...events) : writer.write(events),
  );
  const heartbeat = setInterval(() => writer.beat(), request.heartbeatMs).unref();
  const recheck = setInterval(() => {
    request
      .stillHere()
      .then((isHere) => (isHere ? undefined : writer.end("ended")))
      .catch((error: unknown) => {
        deps.log.warn({ error }, "a stream's session could not be checked");
        response.end();
      });
  }, RECHECK_MS).unref();
  const stop = () => {
    listening.stop();
    clearInterval(heartbeat);
    clearInterval(recheck);
  };
  response.on("close", stop);
  if (response.closed) return stop();

  const start = await startOf(deps, request, listening.from);
  if (start === "reset") writer.reset(listening.from);
  else if (start) await replay(deps, businessId, start, writer);
  else writer.startAt(listening.from);
  writer.ready();
  writer.write(early);
  early = undefined;
}

/** Where to begin: at the browser's cursor, at the present when it has none, or anew when too much time has passed. */
async function startOf(
  { db, clock }: Pick<WebDeps, "db" | "clock">,
  request: StreamRequest,
  from: EventPosition,
): Promise<Cursor | "reset" | undefined> {
  if (request.lastEventId === undefined) return undefined;
  const cursor = readCursor(request.lastEventId);
  if (!cursor || cursor.at < clock.now().minus({ hours: REPLAY_HOURS })) return "reset";
  const isOurs = !isAfter(cursor, from) || (await db.inBusiness(request.businessId, (tx) => hasReached(tx, cursor)));
  return isOurs ? cursor : "reset";
}

async function replay({ db }: Pick<WebDeps, "db">, businessId: string, start: Cursor, writer: Writer): Promise<void> {
  writer.startAt(start);
  let from: EventPosition = start;
  for (;;) {
    const events = await db.inBusiness(businessId, (tx) => eventsAfter(tx, businessId, from, REPLAY_AT_ONCE));
    writer.write(events);
    const last = events.at(-1);
    if (!last || events.length < REPLAY_AT_ONCE) return;
    from = last;
  }
}

type Writer = ReturnType<typeof makeWriter>;

function makeWriter({ clock }: Pick<WebDeps, "clock">, response: Response, role: Role) {
  // Unknown until it is found out where to begin: a beat may come before that, and must not say the beginning of all time.
  let position: EventPosition | undefined;
  const send = (text: string): void => {
    if (response.writableEnded) return;
    response.write(text);
    if (response.writableLength > MOST_WAITING_BYTES) response.destroy();
  };
  const cursor = () => position && writeCursor({ ...position, at: clock.now() });
  return {
    startAt(from: EventPosition) {
      position = from;
    },
    /** Only what comes after everything told before, and what the role may know of. */
    write(events: readonly StoredEvent[]) {
      const from = present(position, "where the stream begins");
      const news = events.filter((event) => isAfter(event, from));
      const last = news.at(-1);
      if (!last) return;
      const told = news.filter(({ kind }) => mayHear(role, kind));
      send(
        told.map((event) => message("change", asData(event), writeCursor({ ...event, at: event.recordedAt }))).join(""),
      );
      position = last;
    },
    ready: () => send(message("ready", JSON.stringify({ cursor: cursor() }), cursor())),
    reset(from: EventPosition) {
      position = from;
      send(message("reset", "{}", cursor()));
    },
    /** A comment would keep proxies content, and no page can hear one. */
    beat: () => send(message("beat", "{}", cursor())),
    end(event: "ended") {
      send(message(event, "{}", undefined));
      response.end();
    },
  };
}

function asData({ kind, subjectId, payload }: StoredEvent): string {
  return JSON.stringify({ kind, subjectId, payload });
}

/** JSON has no line breaks of its own, so one `data` line is enough. */
function message(event: string, data: string, id: string | undefined): string {
  return `event: ${event}\n${id === undefined ? "" : `id: ${id}\n`}data: ${data}\n\n`;
}

/** The first word of an event's kind names what it is about. */
const NEEDED: Readonly<Record<string, Permission>> = {
  conversation: "conversations.read",
  debtor: "debtors.read",
  "debtor-list": "debtor-lists.read",
  reading: "conversations.read",
  receipt: "receipts.read",
  payment: "debtors.read",
  alarm: "alarms.read",
  channel: "business.read",
  clock: "business.read",
  law: "law.read",
  phone: "simulator.use",
};

function mayHear(role: Role, kind: string): boolean {
  const needed = NEEDED[kind.split(".")[0] ?? ""];
  return needed !== undefined && may(role, needed);
}
