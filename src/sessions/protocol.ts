import type {
  ChannelIdentity,
  Echo,
  InboundMessage,
  InboundStatus,
  LinkBy,
  LinkState,
  MediaRef,
  OutFile,
  OutMessage,
  PassedOver,
  ReadMark,
  SendResult,
  Settlement,
} from "../channels/channel.ts";
import type { LinkedKind } from "../domain/channel-kind.ts";
import type { ErrorCode } from "../domain/errors.ts";

/**
 * What a worker and its session hosts say to each other, over the pipe that Node opens between a process and its child. Moments
 * are milliseconds since 1970, since a class does not survive the pipe; everything else travels as it is.
 */

/** What the worker tells a host. The first thing is `begin`. */
export type ToHost =
  | { readonly type: "begin"; readonly settings: HostSettings }
  /** Answered by `opened`, or by `closed` with the reason. Its lease is good for so long from now. */
  | { readonly type: "open"; readonly session: SessionToOpen; readonly leaseMs: number }
  /** Lets go of it; answered by `closed`, which is said once for each that was opened. */
  | { readonly type: "close"; readonly channelId: string }
  /** The leases of these are good for so long from now. Unless told again by then, the host closes them by itself. */
  | { readonly type: "leased"; readonly channelIds: readonly string[]; readonly forMs: number }
  /** Answered by `begun`, `started` and `result`. */
  | { readonly type: "send"; readonly id: number; readonly channelId: string; readonly message: MessageOverPipe }
  /** Answered by `done` or `failed`. */
  | { readonly type: "call"; readonly id: number; readonly channelId: string; readonly call: Call }
  /** An event is durable. */
  | { readonly type: "taken"; readonly id: number }
  /** It is not: the driver hands the same event over again. */
  | { readonly type: "refused"; readonly id: number; readonly failure: Failure }
  /** Answered by `pong` at once, by whoever still turns. */
  | { readonly type: "ping" }
  /** Closes everything, then ends. */
  | { readonly type: "stop" };

/** What a host tells its worker. */
export type FromHost =
  | { readonly type: "ready" }
  | { readonly type: "pong" }
  | { readonly type: "opened"; readonly channelId: string }
  /** `because`: it was not asked to. `needsOther`: the driver says that only another process can help it. */
  | {
      readonly type: "closed";
      readonly channelId: string;
      readonly because: string | undefined;
      readonly needsOther: boolean;
    }
  /** From here on the message may be on its way: said before the driver is asked, and in the pipe by then. */
  | { readonly type: "begun"; readonly id: number }
  | { readonly type: "started"; readonly id: number }
  | { readonly type: "result"; readonly id: number; readonly result: ResultOverPipe }
  | { readonly type: "done"; readonly id: number; readonly value: Answer }
  | { readonly type: "failed"; readonly id: number; readonly failure: Failure }
  | { readonly type: "event"; readonly id: number; readonly channelId: string; readonly event: EventOverPipe }
  | {
      readonly type: "log";
      readonly level: "debug" | "info" | "warn" | "error";
      readonly fields: Readonly<Record<string, unknown>>;
      readonly message: string;
    };

export type HostSettings = {
  /** The database as the application's role. */
  readonly databaseUrl: string;
  /** Seals the keys of linked phones and nothing else: a host never has the secret that seals debtors' documents. */
  readonly keySecret: string;
  /** As whom it writes: the lease's owner. */
  readonly owner: string;
  readonly drivers: DriverSettings;
};

/** What drivers need of the settings, by name. */
export type DriverSettings = Readonly<Record<string, string | undefined>>;

export type SessionToOpen = {
  readonly businessId: string;
  readonly channelId: string;
  readonly kind: LinkedKind;
  /** The number that is expected, E.164 digits; undefined while nobody said. */
  readonly phone: string | undefined;
};

export type Call =
  | { readonly what: "link"; readonly how: LinkBy }
  | { readonly what: "unlink" }
  | { readonly what: "settle"; readonly outboxId: string }
  | { readonly what: "upload"; readonly file: OutFile }
  | { readonly what: "download"; readonly media: MediaRef }
  | { readonly what: "markRead"; readonly read: ReadMark };

/** What a call gives: nothing, a token, a file, or what became of a send. */
export type Answer = undefined | string | Uint8Array | Settlement;

export type Failure = {
  /** Undefined for what is no `AppError`: a bug, or a library's own. */
  readonly code: ErrorCode | undefined;
  readonly message: string;
  readonly retryAfterSeconds: number | undefined;
};

/** Each field of `T` that is a moment of luxon's, as milliseconds. */
type WithMoments<T> = T extends unknown
  ? {
      readonly [K in keyof T]: NonNullable<T[K]> extends { toMillis(): number }
        ? number | Extract<T[K], undefined>
        : T[K];
    }
  : never;

export type MessageOverPipe = WithMoments<OutMessage>;
export type ResultOverPipe = WithMoments<SendResult>;
export type LinkOverPipe = WithMoments<LinkState>;
export type EventOverPipe =
  | WithMoments<InboundMessage>
  | WithMoments<InboundStatus>
  | WithMoments<Echo>
  | { readonly type: "identity"; readonly same: ChannelIdentity }
  | PassedOver
  | { readonly type: "link"; readonly link: LinkOverPipe };
