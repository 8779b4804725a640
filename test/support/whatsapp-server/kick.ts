import { streamError } from "./connection.ts";
import { refuse } from "./login.ts";
import { stanza } from "./stanza.ts";
import type { User } from "./user.ts";

/** How a companion loses its connection, or what it was good for. */
export type Kick =
  /** The line breaks without a word (428). */
  | "drop"
  /** Somebody else logged in with the same keys (440). */
  | "replaced"
  /** The phone has removed its companions (401), for good. */
  | "removed"
  /** The account is banned (403), until it is reinstated. */
  | "banned"
  /** Clients of this version are not served any more (405), until the account is reinstated. */
  | "outdated"
  /** The server goes down for a moment (503). */
  | "unavailable"
  /** The client has to come back at once (515). */
  | "restart"
  /** Questions are answered, nothing is delivered, and nobody is told. A new connection hears again. */
  | "deaf"
  /** Nothing is said any more, and the line stays open: the client has to notice (408). */
  | "mute";

export function kick(user: User, how: Kick): void {
  const companions = [...user.companions.values()];
  if (how === "removed") user.companions.clear();
  if (how === "banned") user.refusal = 403;
  if (how === "outdated") user.refusal = 405;
  for (const { connection } of companions) {
    if (!connection) continue;
    if (how === "drop") connection.cut();
    else if (how === "deaf" || how === "mute") connection.silence = how;
    else if (user.refusal !== undefined) refuse(connection, user.refusal);
    else connection.end(ENDINGS[how]);
  }
}

const ENDINGS = {
  replaced: streamError(stanza("conflict", { type: "replaced" })),
  removed: streamError(stanza("conflict", { type: "device_removed" }), "401"),
  unavailable: streamError(stanza("service-unavailable"), "503"),
  restart: streamError(stanza("restart"), "515"),
  banned: streamError(stanza("banned"), "403"),
  outdated: streamError(stanza("outdated"), "405"),
};
