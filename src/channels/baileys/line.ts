import type { ConnectionState, WASocket } from "@whiskeysockets/baileys";
import type { Clock } from "../../clock.ts";
import type { LinkBy, LinkEnd, LinkState } from "../channel.ts";
import type { After } from "./after.ts";
import { isSamePhone } from "./jid.ts";
import type { Keys } from "./keys.ts";
import type { Library } from "./library.ts";
import { showLinking } from "./linking.ts";
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
  const { clock, tell } = parts;
  let current: Life | undefined;
  let how: LinkBy | undefined;
  let cancel = (): void => undefined;
  let inARow = 0;
  let failedAt: number[] = [];
  let isRestricted = false;

  function connect(): void {
    drop();
    const life: Life = { socket: undefined, reached: false, openedAtMs: undefined };
    current = life;
    if (isLinked()) tell({ state: "connecting" });
    const onUpdate = (update: Partial<ConnectionState>): void => {
      if (current === life)
        void follow(life, update).catch((error: unknown) => parts.hooks.onError(error, "following a link"));
    };
    const { library, after, keys, url, version, qrTimeoutMs, sent, hooks } = parts;
    const socket = openSocket({
      library,
      clock,
      after,
      url,
      version,
      qrTimeoutMs,
      sent,
      keys: keys(),
      hooks: { ...hooks, onUpdate },
    });
    life.socket = socket;
    socket.ws.on("open", () => {
      life.reached = true;
    });
    if (!isLinked() && how !== undefined) watchLinking(socket, how, life);
  }

  function watchLinking(socket: WASocket, by: LinkBy, life: Life): void {
    const { qrTimeoutMs, newSecret } = parts;
    showLinking(socket, {
      how: by,
      keys: parts.keys(),
      clock,
      qrTimeoutMs,
      newSecret,
      tell: (state) => (current === life ? tell(state) : undefined),
      refused: (detail) => {
        if (current === life) void end({ because: "refused", forget: true, detail }).catch(report("refusing a link"));
      },
      report: parts.hooks.onError,
    });
  }

  async function follow(life: Life, update: Partial<ConnectionState>): Promise<void> {
    if (update.isNewLogin) tell({ state: "linking" });
    if (update.reachoutTimeLock) onTimeLock(update.reachoutTimeLock);
    if (update.connection === "open") await onOpen(life);
    if (update.connection === "close") await onClose(life, update.lastDisconnect?.error);
  }

  async function onOpen(life: Life): Promise<void> {
    const self = selfOf(parts.keys().creds);
    const { expectedPhone } = parts;
    if (expectedPhone !== undefined && self.phone !== undefined && !isSamePhone(self.phone, expectedPhone)) {
      const socket = detach();
      await socket?.logout();
      return end({ because: "wrong-number", forget: true, detail: "another phone was linked than the expected one" });
    }
    life.openedAtMs = clock.elapsedMs();
    how = undefined;
    isRestricted = false;
    tell({ state: "open", self });
    parts.onOpen();
  }

  async function onClose(life: Life, error: Error | undefined): Promise<void> {
    drop();
    const nowMs = clock.elapsedMs();
    if (life.openedAtMs !== undefined && nowMs - life.openedAtMs > STEADY_MS) inARow = 0;
    const code = statusOf(error);
    inARow += 1;
    failedAt = failedAt.filter((at) => nowMs - at < FAILURES.withinMs);
    if (life.reached && code !== RESTART_REQUIRED) failedAt.push(nowMs);
    const next = afterDisconnect({
      code,
      linked: isLinked(),
      reached: life.reached,
      inARow,
      recent: failedAt.length,
      jitter: parts.chance(),
    });
    const because = `${code ?? "no code"}: ${error?.message ?? "no reason given"}`;
    if (next.do === "end") return end({ because: next.because, forget: next.forget, detail: because });
    if (next.afterMs > 0) tell({ state: "down", because, retryAt: clock.now().plus({ milliseconds: next.afterMs }) });
    cancel = parts.after(next.afterMs, connect);
  }

  async function end({
    because,
    forget,
    detail,
  }: {
    because: LinkEnd;
    forget: boolean;
    detail: string;
  }): Promise<void> {
    drop();
    how = undefined;
    if (forget) await parts.forget();
    tell({ state: "ended", because, detail });
  }

  function onTimeLock({ isActive, timeEnforcementEnds }: NonNullable<ConnectionState["reachoutTimeLock"]>): void {
    if (isActive) {
      isRestricted = true;
      const until =
        timeEnforcementEnds &&
        clock
          .now()
          .set({})
          .plus({ milliseconds: timeEnforcementEnds.getTime() - clock.now().toMillis() });
      tell({ state: "restricted", because: "WhatsApp lets this number begin no new chats", until });
    } else if (isRestricted) {
      isRestricted = false;
      tell({ state: "open", self: selfOf(parts.keys().creds) });
    }
  }

  /** Lets go of the socket and of whatever was to come: nothing that it still says is heard. */
  function drop(): void {
    detach()?.end(undefined).catch(report("closing a socket"));
  }

  /** Hears no more of the socket, which can still be told a last thing. */
  function detach(): WASocket | undefined {
    cancel();
    const life = current;
    current = undefined;
    if (life !== undefined) parts.onClosed();
    return life?.socket;
  }

  const report = (doing: string) => (error: unknown) => parts.hooks.onError(error, doing);
  const isLinked = (): boolean => parts.keys().creds.account !== undefined;
  return {
    open: () => (current?.openedAtMs === undefined ? undefined : current.socket),
    connect,
    async link(by) {
      if (isLinked()) return current === undefined ? connect() : undefined;
      drop();
      // What an unfinished link left behind would be taken for a linked phone's.
      await parts.forget();
      how = by;
      inARow = 0;
      failedAt = [];
      connect();
    },
    async unlink() {
      const isOpen = current?.openedAtMs !== undefined;
      const socket = detach();
      // Off the phone where it can be told; its owner can take it off there in any case.
      if (isOpen) await socket?.logout().catch(report("taking a companion off a phone"));
      await socket?.end(undefined);
      await parts.forget();
      tell({ state: "unlinked" });
    },
    renew: connect,
    onRestricted() {
      isRestricted = true;
      tell({ state: "restricted", because: "WhatsApp answered 463: no new chats", until: undefined });
      // Its answer, with the moment until which it holds, comes as an update.
      current?.socket?.fetchAccountReachoutTimelock().catch(report("asking how long a restriction lasts"));
    },
    close: drop,
  };
}

type Life = {
  socket: WASocket | undefined;
  /** Whether the server was reached at all. */
  reached: boolean;
  openedAtMs: number | undefined;
};

const RESTART_REQUIRED = 515;

function statusOf(error: Error | undefined): number | undefined {
  if (error === undefined || !("output" in error)) return undefined;
  const { output } = error;
  if (typeof output !== "object" || output === null || !("statusCode" in output)) return undefined;
  return typeof output.statusCode === "number" ? output.statusCode : undefined;
}
