import type { Database } from "../../db/client.ts";
import type { LinkedChannel } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import type { LinkedKind } from "../domain/channel-kind.ts";
import type { Log } from "../log.ts";
import type { Secrets } from "../secrets.ts";
import type { DriverSettings, SessionToOpen } from "./protocol.ts";

/** What a driver is given in a session host: one session's, and nothing of the application. */
export type DriverContext = {
  readonly session: SessionToOpen;
  /** As whom it writes keys: the owner of the session's lease. */
  readonly owner: string;
  /** A few connections, shared by the sessions of the host. */
  readonly db: Database;
  /** Opens what sessions sealed, and nothing else. */
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** Goes to the worker's log. What libraries print goes nowhere. */
  readonly log: Log;
  readonly settings: DriverSettings;
  /** Nothing but a fresh process helps this session any more: it is closed here and opened in one. */
  readonly restartProcess: () => void;
  /** The store found that the lease is another's: the session is closed, and the worker looks whose it is (`sessionStore`). */
  readonly leaseLost: () => void;
};

/** How a session of each kind is made. It is loaded when the first of its kind is opened: a library costs tens of megabytes. */
export type Drivers = Readonly<Record<LinkedKind, (context: DriverContext) => Promise<LinkedChannel>>>;
