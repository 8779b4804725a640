import type { BinaryNode, proto } from "@whiskeysockets/baileys";
import type { Bundle, PublicKey, SignedPublicKey } from "./bundle.ts";
import type { Connection } from "./connection.ts";
import { parseJid } from "./jid.ts";
import { makeSignalDevice, type SignalDevice } from "./signal-device.ts";
import { HOST } from "./stanza.ts";

/** Somebody with WhatsApp: a phone that lives here, and companions that live with clients. */
export type User = {
  /** Digits with the country, without a plus. */
  readonly number: string;
  /** The address that tells the phone number. */
  readonly pn: string;
  /** The address that hides it. */
  readonly lid: string;
  readonly name: string;
  readonly device: SignalDevice;
  readonly companions: Map<number, Companion>;
  /** What the phone has sent, for whoever could not read it and asks again. */
  readonly sent: Map<string, Sent>;
  /** Under which address it was written to, by the id of the message: its receipts come from there. */
  readonly heard: Map<string, "lid" | "pn">;
  /** How often the phone has asked for a message again, by its id. */
  readonly asked: Map<string, number>;
  /** What the phone tells of what reaches it, by itself. */
  tells: Tells;
  /** False when nobody has WhatsApp at this number (any more). */
  isRegistered: boolean;
  /** Who has written to the account: whom it may answer even while it may not write to new people. */
  readonly acquainted: Set<User>;
  /** Until then (Unix seconds) WhatsApp lets it write to nobody new: error 463. */
  restrictedUntil: number | undefined;
  /** Whether it is, the server does not say when asked. */
  hidesRestriction: boolean;
  /** With this code every login of a companion is refused: 403 banned, 405 too old, 503 not now. */
  refusal: number | undefined;
  /** Ends when everything the phone has begun to send is sent. */
  turn: Promise<unknown>;
  lastDevice: number;
};

/** A phone that is switched off tells nothing; one in a pocket that it arrived; one in a hand that it was read. */
export type Tells = "nothing" | "delivered" | "read";

/** `lid` hides the number and tells it beside; `hidden` tells it nowhere; `pn` is the number, with the lid beside. */
export type Addressing = "lid" | "hidden" | "pn";

export type Sent = {
  readonly id: string;
  readonly to: User;
  readonly message: proto.IMessage;
  readonly addressing: Addressing;
  /** Unix seconds, as the stanza says them. */
  readonly at: string;
};

/** A linked device that lives with a client, as the server knows it. */
export type Companion = {
  readonly owner: User;
  readonly device: number;
  readonly identity: Buffer;
  readonly registrationId: number;
  readonly noiseKey: Buffer;
  signed: SignedPublicKey;
  readonly oneTime: PublicKey[];
  /** What it has not yet acknowledged: given again after it comes back, as WhatsApp does. */
  readonly pending: Map<string, Pending>;
  connection: Connection | undefined;
  /** False until its own phone has sent it the history, once after linking. */
  hasHistory: boolean;
};

export type Pending = {
  readonly stanza: BinaryNode;
  /** It asked for this once more, and the refusal that follows is for the copy that it could not read. */
  refusalsToCome: number;
};

export type Directory = {
  add(number: string, name: string): User;
  /** Another way to dial the number: 521… and 52… are one person in Mexico. */
  alsoDialled(user: User, number: string): void;
  /** By either address, of any device. */
  find(jid: string): User | undefined;
  all(): readonly User[];
};

export function makeDirectory(): Directory {
  const users: User[] = [];
  const byAddress = new Map<string, User>();
  return {
    add(number, name) {
      const user = makeUser({ number, name, place: users.length + 1 });
      users.push(user);
      byAddress.set(user.pn, user).set(user.lid, user);
      return user;
    },
    alsoDialled(user, number) {
      byAddress.set(`${number}@${HOST}`, user);
    },
    find(jid) {
      const { user, server } = parseJid(jid);
      return byAddress.get(`${user}@${server}`);
    },
    all: () => users,
  };
}

function makeUser({ number, name, place }: { number: string; name: string; place: number }): User {
  return {
    number,
    pn: `${number}@${HOST}`,
    lid: `${100_000_000_000_000 + place}@lid`,
    name,
    device: makeSignalDevice(),
    companions: new Map(),
    sent: new Map(),
    heard: new Map(),
    asked: new Map(),
    acquainted: new Set(),
    restrictedUntil: undefined,
    hidesRestriction: false,
    tells: "delivered",
    isRegistered: true,
    refusal: undefined,
    turn: Promise.resolve(),
    lastDevice: 0,
  };
}

/**
 * A phone does one thing after another: two messages that are encrypted at once would begin two sessions, and what a person
 * writes goes out in order.
 */
export async function inTurn<T>(user: User, work: () => Promise<T>): Promise<T> {
  const mine = user.turn.then(work);
  user.turn = mine.catch(() => undefined);
  return mine;
}

/** The name under which a phone keeps its session with a companion. */
export function signalAddress({ owner, device }: Companion): string {
  return `${parseJid(owner.lid).user}.${device}`;
}

/** A bundle of the companion, with one of the keys that it has uploaded while there are any. */
export function takeBundle(companion: Companion): Bundle {
  const { registrationId, identity, signed } = companion;
  return { registrationId, identity, signed, oneTime: companion.oneTime.shift() };
}
