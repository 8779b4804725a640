import type { BinaryNode } from "@whiskeysockets/baileys";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { takeKeys } from "./key-server.ts";
import { attr, stanza } from "./stanza.ts";
import { type Companion, signalAddress, type User } from "./user.ts";

/** The phone of `sender` encrypts a message for one companion, and begins a session with it when there is none. */
export async function sealFor(
  hub: Hub,
  sender: User,
  { companion, message, retry }: { companion: Companion; message: Uint8Array; retry?: string },
): Promise<BinaryNode> {
  const address = signalAddress(companion);
  const { device } = sender;
  if (!device.hasSession(address)) await device.startSession(address, takeKeys(hub, companion));
  const { type, body } = await device.encrypt(address, message);
  if (hub.faults.take("garble", { account: companion.owner, contact: sender })) {
    body.writeUInt8(body.readUInt8(body.length - 1) ^ 0xff, body.length - 1);
  }
  return stanza("enc", { v: "2", type, ...(retry && { count: retry }) }, body);
}

/** Gives something to a companion, and keeps it until it is acknowledged. */
export function track(hub: Hub, companion: Companion, node: BinaryNode): void {
  const pending = { stanza: node, refusalsToCome: 0 };
  companion.pending.set(pendingKey(node), pending);
  const late = hub.faults.take("late", hereOf(companion, node));
  if (!late) {
    hand(hub, companion, node);
    return;
  }
  const bringNow = () => {
    // By then it may have come back, been given what waited, and have acknowledged it.
    if (companion.pending.get(pendingKey(node)) === pending) hand(hub, companion, node);
  };
  setTimeout(bringNow, late.ms).unref();
}

function hand(hub: Hub, companion: Companion, node: BinaryNode): void {
  const { connection } = companion;
  if (connection?.silence !== "none") return;
  if (node.tag === "message") {
    for (const one of inOrder(hub, connection, { node, companion })) give(hub, companion, one);
    return;
  }
  connection.send(node);
  if (hub.faults.take("duplicateReceipt", hereOf(companion, node))) connection.send(node);
}

/** Gives what waits for others behind which it was to come. */
export function stopReordering(hub: Hub, companion: Companion): void {
  const { connection } = companion;
  const waiting = connection?.reordered?.stanzas ?? [];
  if (connection) connection.reordered = undefined;
  for (const one of waiting.toReversed()) give(hub, companion, one);
}

function hereOf({ owner }: Companion, { attrs }: BinaryNode) {
  return { account: owner, id: attrs["id"] };
}

/** What is to be given now: nothing while messages wait for others behind which they are to come. */
function inOrder(
  hub: Hub,
  connection: Connection,
  { node, companion }: { node: BinaryNode; companion: Companion },
): readonly BinaryNode[] {
  const reorder = connection.reordered ? undefined : hub.faults.take("reorder", hereOf(companion, node));
  if (reorder) connection.reordered = { stanzas: [], count: reorder.count };
  const waiting = connection.reordered;
  if (!waiting) return [node];
  waiting.stanzas.push(node);
  if (waiting.stanzas.length < waiting.count) return [];
  connection.reordered = undefined;
  return waiting.stanzas.toReversed();
}

function give(hub: Hub, companion: Companion, node: BinaryNode): void {
  const here = hereOf(companion, node);
  const { connection } = companion;
  connection?.send(node);
  if (hub.faults.take("duplicate", here)) connection?.send(node);
  if (hub.faults.take("cutAfterDelivery", here)) connection?.cut();
}

/** One message may come with several receipts: each is acknowledged by itself. */
export function pendingKey({ tag, attrs }: BinaryNode): string {
  return `${tag} ${attrs["id"] ?? ""} ${tag === "message" ? "" : (attrs["type"] ?? "")}`;
}

/** A companion has acknowledged what it was given under this name. */
export function settle(companion: Companion, ack: BinaryNode): void {
  const tag = attr(ack, "class");
  const key = pendingKey({ tag, attrs: ack.attrs });
  const pending = companion.pending.get(key);
  if (pending && pending.refusalsToCome > 0 && ack.attrs["error"]) {
    companion.pending.set(key, { ...pending, refusalsToCome: pending.refusalsToCome - 1 });
  } else companion.pending.delete(key);
}
