import type { LinkEnd } from "../channel.ts";

/** One end of a connection, and what is known of those before it. */
export type Disconnect = {
  /** Baileys' status code, or undefined where it names none. */
  readonly code: number | undefined;
  /** Whether the phone has linked this companion, or a QR or code was still being shown. */
  readonly linked: boolean;
  /** Whether WhatsApp's server had been reached: an internet that is away is no fault of the session. */
  readonly reached: boolean;
  /** How often in a row it could not be kept, this time included; since it last stood for a while. */
  readonly inARow: number;
  /** How often it failed after it was reached within `FAILURES.withinMs`, this time included. */
  readonly recent: number;
  /** 0 to 1: spreads those who were thrown out together. */
  readonly jitter: number;
};

export type AfterDisconnect =
  | { readonly do: "reconnect"; readonly afterMs: number }
  /** `forget`: the keys are worth nothing any more, and old ones stand in the way of a fresh QR. */
  | { readonly do: "end"; readonly because: LinkEnd; readonly forget: boolean };

/** More than these, and it is no passing fault: an endless loop of restarts helps nobody and leaks memory. */
export const FAILURES = { most: 8, withinMs: 30 * 60_000 } as const;

const LONGEST_MS = 5 * 60_000;

/** What to do after the connection ended: by the code alone where it is final, else again after a wait that doubles up to 5 minutes. */
export function afterDisconnect(disconnect: Disconnect): AfterDisconnect {
  const { code, linked } = disconnect;
  const end = code === undefined ? undefined : FINAL.get(code);
  if (end !== undefined) return { do: "end", ...end };
  // The phone has just linked it and the server asks for a new connection with the new keys.
  if (code === RESTART_REQUIRED) return { do: "reconnect", afterMs: 0 };
  if (!linked && code === TIMED_OUT && disconnect.reached) return { do: "end", because: "expired", forget: true };
  if (disconnect.reached && disconnect.recent >= FAILURES.most) return { do: "end", because: "failing", forget: false };
  const base = Math.min(LONGEST_MS, 1_000 * 2 ** Math.min(disconnect.inARow - 1, 20));
  return { do: "reconnect", afterMs: Math.min(LONGEST_MS, Math.round(base * (1 + disconnect.jitter / 2))) };
}

const RESTART_REQUIRED = 515;
const TIMED_OUT = 408;

/**
 * Codes after which only a person can go on (Baileys, `DisconnectReason`; those marked * are named by other clients of the protocol and were
 * not met here). All others, such as 408, 428, 500 and 503, pass.
 */
const FINAL: ReadonlyMap<number, { readonly because: LinkEnd; readonly forget: boolean }> = new Map([
  [401, { because: "logged-out", forget: true }],
  // * A ban for some hours or days: the keys are good afterwards.
  [402, { because: "banned", forget: false }],
  [403, { because: "banned", forget: true }],
  [405, { because: "outdated", forget: false }],
  // *
  [406, { because: "logged-out", forget: true }],
  // *
  [409, { because: "outdated", forget: false }],
  [411, { because: "refused", forget: true }],
  [440, { because: "replaced", forget: false }],
]);
