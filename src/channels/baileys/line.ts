import type { ConnectionState, WASocket } from "@whiskeysockets/baileys";
import { DateTime } from "luxon";
import type { Clock } from "../../clock.ts";
import type { LinkBy, LinkEnd, LinkState } from "../channel.ts";
import { isSamePhone } from "../is-same-phone.ts";
import type { After } from "./after.ts";
import type { Keys } from "./keys.ts";
import type { Library } from "./library.ts";
import { showLinking } from "./linking.ts";
import { type Farewell, logOut } from "./log-out.ts";
import { afterDisconnect, FAILURES } from "./policy.ts";
import { openSocket, type SocketHooks, type SocketParts, selfOf } from "./socket.ts";

export type LineParts = {
  readonly library: Library;
  readonly clock: Clock;
  readonly after: After;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly newSecret: () => string;
  readonly url: string | undefined;
  readonly version: SocketParts["version"];
  readonly qrTimeoutMs: number | undefined;
  readonly expectedPhone: string | undefined;
  readonly keys: () => Keys;
  readonly sent: SocketParts["sent"];
  readonly hooks: Omit<SocketHooks, "onUpdate">;
  /** Forgets the keys, so that the next link begins anew. */
  readonly forget: () => Promise<void>;
  readonly tell: (state: LinkState) => void;
  /** The same, resolved when it is durable; never where we are closed first. */
  readonly told: (state: LinkState) => Promise<void>;
  readonly onOpen: () => void;
  readonly onClosed: () => void;
};

export type Line = {
  /** The socket while it stands and the phone is linked. */
  open(): WASocket | undefined;
  connect(): void;
  link(how: LinkBy): Promise<void>;
  unlink(): Promise<void>;
  /** A new socket for one that is deaf. */
  renew(): void;
  onRestricted(): void;
  close(): void;
};

/** A connection that stood for so long was none of the failures in a row. */
const STEADY_MS = 60_000;

/** Keeps one phone connected: connects, follows what the server says, and decides by `policy.ts` what comes after each end. */
export function makeLine(parts: LineParts): Line {
  const desk: Desk = {
    parts,
    current: undefined,
    how: undefined,
    isSpent: false,
    forgetting: undefined,
    cancel: () => undefined,
    inARow: 0,
    failedAt: [],
    restricted: undefined,
  };
  return {
    open: () => (desk.current?.openedAtMs === undefined ? undefined : desk.current.socket),
    connect: () => connect(desk),
    link: (by) => link(desk, by),
    unlink: () => unlink(desk),
    renew: () => connect(desk),
    onRestricted() {
      desk.restricted = { state: "restricted", because: "WhatsApp answered 463: no new chats", until: undefined };
      parts.tell(desk.restricted);
      void askHowLong(desk);
    },
    close: () => drop(desk),
  };
}

/** What is known of the line now. */
type Desk = {
  readonly parts: LineParts;
  current: Life | undefined;
  /** How somebody is linking a phone, until one is. */
  how: LinkBy | undefined;
  /** The keys are of no more use, and go as soon as that is known, or for a new link. */
  isSpent: boolean;
  forgetting: Promise<void> | undefined;
  /** Calls off the next try. */
  cancel: () => void;
  inARow: number;
  failedAt: readonly number[];
  /** As long as WhatsApp lets it begin no new chats. */
  restricted: Extract<LinkState, { state: "restricted" }> | undefined;
};

function connect(desk: Desk): void {
  drop(desk);
  const { parts } = desk;
  const life: Life = { socket: undefined, reached: false, openedAtMs: undefined, isAsked: false };
  desk.current = life;
  if (isLinked(desk)) parts.tell({ state: "connecting" });
  const onUpdate = (update: Partial<ConnectionState>): void => {
    if (desk.current === life) void follow(desk, life, update).catch(report(desk, "following a link"));
  };
  const { library, clock, after, url, version, qrTimeoutMs, sent } = parts;
  const hooks = { ...parts.hooks, onUpdate };
  const keys = parts.keys();
  const isExpected = (): boolean => whoseIs(keys, parts.expectedPhone) === "expected";
  const socket = openSocket({ library, clock, after, url, version, qrTimeoutMs, sent, isExpected, keys, hooks });
  life.socket = socket;
  socket.ws.on("open", () => {
    life.reached = true;
  });
  if (!isLinked(desk) && desk.how !== undefined) watchLinking(desk, { socket, how: desk.how, life });
}

function watchLinking(
  desk: Desk,
  { socket, how, life }: { readonly socket: WASocket; readonly how: LinkBy; readonly life: Life },
): void {
  const { keys, clock, qrTimeoutMs, newSecret, tell, hooks } = desk.parts;
  showLinking(socket, {
    how,
    keys: keys(),
    clock,
    qrTimeoutMs,
    newSecret,
    tell: (state) => (desk.current === life ? tell(state) : undefined),
    refused: (detail) => {
      if (desk.current !== life) return;
      void end(desk, { because: "refused", forget: true, detail }).catch(report(desk, "refusing a link"));
    },
    report: hooks.onError,
  });
}

async function link(desk: Desk, by: LinkBy): Promise<void> {
  // Somebody has looked: what failed before counts no more.
  desk.inARow = 0;
  desk.failedAt = [];
  if (isLinked(desk) && !desk.isSpent) {
    if (desk.current === undefined) connect(desk);
    return;
  }
  drop(desk);
  // What an unfinished link left behind would be taken for a linked phone's.
  await forget(desk);
  desk.how = by;
  connect(desk);
}

async function unlink(desk: Desk): Promise<void> {
  const isOpen = desk.current?.openedAtMs !== undefined;
  const socket = detach(desk);
  // Off the phone where it can be told; its owner can take it off there in any case.
  const told = isOpen && socket !== undefined && (await logOut(socket, farewell(desk)));
  if (!isOpen) await socket?.end(undefined);
  await forget(desk);
  desk.parts.tell({ state: "unlinked", told });
}

async function follow(desk: Desk, life: Life, update: Partial<ConnectionState>): Promise<void> {
  if (update.isNewLogin) {
    // Before the companion has signed: a connection that closes here is a link that never came about.
    if (whoseIs(desk.parts.keys(), desk.parts.expectedPhone) === "another") return end(desk, WRONG_NUMBER);
    desk.parts.tell({ state: "linking" });
  }
  if (update.reachoutTimeLock) onTimeLock(desk, update.reachoutTimeLock);
  if (update.connection === "open") await onOpen(desk, life);
  if (update.connection === "close") await onClose(desk, life, update.lastDisconnect?.error);
}

async function onOpen(desk: Desk, life: Life): Promise<void> {
  const { keys, clock, expectedPhone, tell, onOpen: opened } = desk.parts;
  const whose = whoseIs(keys(), expectedPhone);
  if (whose === "another") {
    const socket = detach(desk);
    if (socket !== undefined) await logOut(socket, farewell(desk));
    return end(desk, WRONG_NUMBER);
  }
  if (whose === "unknown") return onClose(desk, life, new Error("the phone did not say which number it has"));
  const self = selfOf(keys().creds);
  life.openedAtMs = clock.elapsedMs();
  const isNew = desk.how !== undefined;
  desk.how = undefined;
  opened();
  // A new connection lifts no restriction, and a new process knows of none: nothing is said to be open before the server was asked.
  await askHowLong(desk);
  life.isAsked = true;
  if (desk.current !== life) return;
  if (isNew || desk.restricted === undefined) tell({ state: "open", self });
  if (desk.restricted !== undefined) tell(desk.restricted);
}

async function onClose(desk: Desk, life: Life, error: Error | undefined): Promise<void> {
  drop(desk);
  const { clock, after, chance, tell } = desk.parts;
  const nowMs = clock.elapsedMs();
  if (life.openedAtMs !== undefined && nowMs - life.openedAtMs > STEADY_MS) desk.inARow = 0;
  const code = statusOf(error);
  desk.inARow += 1;
  const isFailure = life.reached && code !== RESTART_REQUIRED;
  desk.failedAt = [...desk.failedAt.filter((at) => nowMs - at < FAILURES.withinMs), ...(isFailure ? [nowMs] : [])];
  const next = afterDisconnect({
    code,
    linked: isLinked(desk),
    reached: life.reached,
    inARow: desk.inARow,
    recent: desk.failedAt.length,
    jitter: chance(),
  });
  const because = `${code ?? "no code"}: ${error?.message ?? "no reason given"}`;
  if (next.do === "end") return end(desk, { because: next.because, forget: next.forget, detail: because });
  if (next.afterMs > 0) tell({ state: "down", because, retryAt: clock.now().plus({ milliseconds: next.afterMs }) });
  desk.cancel = after(next.afterMs, () => connect(desk));
}

type Ending = { readonly because: LinkEnd; readonly forget: boolean; readonly detail: string };

async function end(desk: Desk, { because, forget: isForgotten, detail }: Ending): Promise<void> {
  drop(desk);
  const isLinking = desk.how !== undefined;
  desk.how = undefined;
  desk.isSpent = isForgotten;
  // A linking that came to nothing left half of its keys, or a stranger's: these go at once.
  if (isForgotten && isLinking) await forget(desk);
  // Before a link's keys go: killed between the two, the next start meets the same end and tells it; without them it would know of none.
  await desk.parts.told({ state: "ended", because, detail });
  // Not where somebody links anew by now.
  if (desk.isSpent) await forget(desk);
}

/** Forgets the keys, and what was known of the phone that had them: who links another is not restricted for it. */
function forget(desk: Desk): Promise<void> {
  // Once for an end and a link that both ask for it: the later would take the new link's keys.
  desk.forgetting ??= forgetNow(desk).finally(() => {
    desk.forgetting = undefined;
  });
  return desk.forgetting;
}

async function forgetNow(desk: Desk): Promise<void> {
  desk.restricted = undefined;
  await desk.parts.forget();
  desk.isSpent = false;
}

const WRONG_NUMBER: Ending = {
  because: "wrong-number",
  forget: true,
  detail: "another phone was linked than the expected one",
};

/** Whose phone these keys belong to. Only a number that is known can be another's. */
function whoseIs({ creds }: Keys, expectedPhone: string | undefined): "expected" | "another" | "unknown" {
  if (expectedPhone === undefined) return "expected";
  const { phone } = selfOf(creds);
  if (phone === undefined) return "unknown";
  return isSamePhone(phone, expectedPhone) ? "expected" : "another";
}

type TimeLock = NonNullable<ConnectionState["reachoutTimeLock"]>;

function onTimeLock(desk: Desk, { isActive, timeEnforcementEnds }: TimeLock): void {
  const { keys, tell } = desk.parts;
  const wasRestricted = desk.restricted !== undefined;
  const until = timeEnforcementEnds && DateTime.fromJSDate(timeEnforcementEnds, { zone: "utc" });
  const because = "WhatsApp lets this number begin no new chats";
  desk.restricted = isActive ? { state: "restricted", because, until } : undefined;
  // Who is just opening tells it when the answer is in.
  if (!desk.current?.isAsked) return;
  if (desk.restricted !== undefined) tell(desk.restricted);
  else if (wasRestricted) tell({ state: "open", self: selfOf(keys().creds) });
}

const ANSWER_MS = 10_000;

/** The answer, with the moment until which it holds, comes as an update. Without one what was known goes on. */
async function askHowLong(desk: Desk): Promise<void> {
  const socket = desk.current?.socket;
  if (socket === undefined) return;
  let cancel = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    cancel = desk.parts.after(ANSWER_MS, resolve);
  });
  const asked = socket
    .fetchAccountReachoutTimelock()
    .catch(report(desk, "asking whether a number is restricted, and how long"));
  await Promise.race([asked, late]);
  cancel();
}

/** Lets go of the socket and of whatever was to come: nothing that it still says is heard. */
function drop(desk: Desk): void {
  detach(desk)?.end(undefined).catch(report(desk, "closing a socket"));
}

/** Hears no more of the socket, which can still be told a last thing. */
function detach(desk: Desk): WASocket | undefined {
  desk.cancel();
  const life = desk.current;
  desk.current = undefined;
  if (life !== undefined) desk.parts.onClosed();
  return life?.socket;
}

const report = (desk: Desk, doing: string) => (error: unknown) => desk.parts.hooks.onError(error, doing);
const farewell = ({ parts: { keys, after, hooks } }: Desk): Farewell => ({
  jid: keys().creds.me?.id,
  after,
  report: hooks.onError,
});
const isLinked = ({ parts }: Desk): boolean => parts.keys().creds.account !== undefined;

type Life = {
  socket: WASocket | undefined;
  /** Whether the server was reached at all. */
  reached: boolean;
  openedAtMs: number | undefined;
  /** Whether the server was asked if the number is restricted. */
  isAsked: boolean;
};

const RESTART_REQUIRED = 515;

function statusOf(error: Error | undefined): number | undefined {
  if (error === undefined || !("output" in error)) return undefined;
  const { output } = error;
  if (typeof output !== "object" || output === null || !("statusCode" in output)) return undefined;
  return typeof output.statusCode === "number" ? output.statusCode : undefined;
}
