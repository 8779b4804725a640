import type { BinaryNode, proto } from "@whiskeysockets/baileys";
import type { Clock } from "../../../src/clock.ts";
import { type Chronicle, makeChronicle } from "./chronicle.ts";
import type { Connection } from "./connection.ts";
import { type Faults, makeFaults } from "./faults.ts";
import type { MediaHost } from "./media-host.ts";
import { type Companion, type Directory, makeDirectory, type User } from "./user.ts";

/** What a phone has decrypted: each copy that came, doubles too. */
export type Arrived = {
  readonly id: string;
  readonly from: User;
  readonly to: User;
  readonly text: string | undefined;
  readonly message: proto.IMessage;
  /** The first message of a Signal session is `pkmsg`. */
  readonly encryption: string;
  /** True for what the account's own phone gets of what its companion wrote to somebody else. */
  readonly isOwnCopy: boolean;
};

/** What a companion said of a message that it got: no type is "delivered". */
export type ReceiptSeen = {
  readonly account: User;
  readonly to: string;
  readonly ids: readonly string[];
  readonly type: string;
};

/** What a person's phone said of messages of an account: no type is "delivered". */
export type ReceiptTold = {
  readonly account: User;
  readonly from: User;
  readonly ids: readonly string[];
  readonly type: "delivered" | "read";
};

/** What a companion let somebody see of its typing. */
export type TypingSeen = { readonly account: User; readonly to: string; readonly state: string };

/** A message that went back to its companion with an error. */
export type Nack = { readonly account: User; readonly id: string; readonly code: string };

export type Happenings = {
  readonly arrived: Chronicle<Arrived>;
  readonly receipts: Chronicle<ReceiptSeen>;
  /** What people's phones said of the accounts' messages. */
  readonly told: Chronicle<ReceiptTold>;
  readonly typing: Chronicle<TypingSeen>;
  readonly logins: Chronicle<Companion>;
  /** Connections that are over, by whoever ended them. */
  readonly departures: Chronicle<Connection>;
  readonly codeRequests: Chronicle<User>;
  readonly nacks: Chronicle<Nack>;
  /** What a companion refused of what it was given: a duplicate it had read before, say. */
  readonly refusals: Chronicle<Nack>;
  /** Companions that have given the server one-time keys. */
  readonly uploads: Chronicle<Companion>;
  /** Companions that have acknowledged something they were given. */
  readonly settlements: Chronicle<Companion>;
  /** Stanzas that nobody here knows an answer to. */
  readonly unanswered: Chronicle<BinaryNode>;
  /** Errors of the server itself, or of what it was sent. A test ends with none. */
  readonly troubles: Chronicle<unknown>;
};

/** What all parts of the server share. */
export type Hub = Happenings & {
  readonly directory: Directory;
  readonly faults: Faults;
  readonly connections: Set<Connection>;
  readonly media: MediaHost | undefined;
  /** A client whose version is older is refused with 405. */
  readonly minimumVersion: readonly number[];
  /** Acks that wait until they are let go. */
  readonly heldAcks: (() => void)[];
  /** Unix seconds. */
  seconds(): string;
  nextId(): string;
};

export type HubOptions = {
  readonly clock: Clock;
  readonly media: MediaHost | undefined;
  readonly minimumVersion: readonly number[];
};

export function makeHub({ clock, media, minimumVersion }: HubOptions): Hub {
  let lastId = 0;
  return {
    arrived: makeChronicle(),
    receipts: makeChronicle(),
    told: makeChronicle(),
    typing: makeChronicle(),
    logins: makeChronicle(),
    departures: makeChronicle(),
    codeRequests: makeChronicle(),
    nacks: makeChronicle(),
    refusals: makeChronicle(),
    uploads: makeChronicle(),
    settlements: makeChronicle(),
    unanswered: makeChronicle(),
    troubles: makeChronicle(),
    directory: makeDirectory(),
    faults: makeFaults(),
    connections: new Set(),
    media,
    minimumVersion,
    heldAcks: [],
    seconds: () => String(Math.floor(clock.now().toSeconds())),
    nextId: () => {
      lastId += 1;
      return `server-${lastId}`;
    },
  };
}
