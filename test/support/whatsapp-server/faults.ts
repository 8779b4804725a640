import type { User } from "./user.ts";

/** What can be made to go wrong, the next time there is occasion for it. */
export type Fault =
  /** A message reaches its phone, and its companion never hears of it. */
  | { readonly kind: "loseAck" }
  /** … hears of it when the test lets it. */
  | { readonly kind: "holdAck" }
  /** … hears of it so many milliseconds later. */
  | { readonly kind: "delayAck"; readonly ms: number }
  /** A message is not taken: 404 nobody there, 429 too fast, 463 no new chats for you, 479 addressed wrongly. */
  | { readonly kind: "errorAck"; readonly code: string }
  /** The line breaks while a message is on its way: it reaches nobody. */
  | { readonly kind: "cutBeforeRouting" }
  /** The line breaks when it has reached its phone, before its companion hears of it. */
  | { readonly kind: "cutBeforeAck" }
  /** The message that a companion is given, it is given twice. */
  | { readonly kind: "duplicate" }
  /** … the receipt. */
  | { readonly kind: "duplicateReceipt" }
  /** What a companion is given, it is given so many milliseconds later: what came after it overtakes it. */
  | { readonly kind: "late"; readonly ms: number }
  /** The line breaks once something is given to a companion, before it can acknowledge it. */
  | { readonly kind: "cutAfterDelivery" }
  /** So many messages wait for one another, and come in the reverse order. */
  | { readonly kind: "reorder"; readonly count: number }
  /** A message to a companion cannot be decrypted: it will ask for it again. */
  | { readonly kind: "garble" }
  /** A login is refused with this code. */
  | { readonly kind: "refuseLogin"; readonly code: number }
  /** A pairing code is not taken (400). */
  | { readonly kind: "refuseCode" }
  /** A scanned QR is retired, and the companion told to show a fresh one. */
  | { readonly kind: "refreshOnScan" };

export type FaultKind = Fault["kind"];

/** Where a fault may strike; what is left out may be anybody. */
export type Where = {
  readonly account?: User;
  readonly contact?: User;
  /** How often; once when left out. */
  readonly times?: number;
};

/** A fault that found its occasion, and the message that it struck where it was one. */
export type Struck = {
  readonly kind: FaultKind | "mute";
  readonly account: User | undefined;
  readonly id: string | undefined;
};

export type Faults = {
  /** Those that struck, in order. */
  readonly struck: readonly Struck[];
  /** A message that nobody hears of again because its companion's connection says nothing any more. */
  noteMute(account: User, id: string): void;
  order(fault: Fault, where?: Where): void;
  /** Takes back all orders that have not struck. */
  clear(): void;
  /** The oldest fault of this kind that is meant for here. It has struck by that, once. */
  take<K extends FaultKind>(kind: K, here: Here): Extract<Fault, { kind: K }> | undefined;
};

type Here = { readonly account?: User; readonly contact?: User; readonly id?: string | undefined };

type Order = { readonly fault: Fault; readonly where: Where; left: number };

export function makeFaults(): Faults {
  let orders: Order[] = [];
  const struck: Struck[] = [];
  return {
    struck,
    noteMute: (account, id) => void struck.push({ kind: "mute", account, id }),
    order(fault, where = {}) {
      orders.push({ fault, where, left: where.times ?? 1 });
    },
    clear() {
      orders = [];
    },
    take<K extends FaultKind>(kind: K, here: Here) {
      if (orders.length === 0) return;
      const order = orders.find((one) => one.fault.kind === kind && isMeant(one.where, here));
      if (!order) return;
      order.left -= 1;
      if (order.left <= 0) orders = orders.filter((one) => one !== order);
      struck.push({ kind, account: here.account, id: here.id });
      return isKind(order.fault, kind) ? order.fault : undefined;
    },
  };
}

function isKind<K extends FaultKind>(fault: Fault, kind: K): fault is Extract<Fault, { kind: K }> {
  return fault.kind === kind;
}

function isMeant(where: Where, here: Here): boolean {
  if (where.account && where.account !== here.account) return false;
  return !where.contact || where.contact === here.contact;
}
