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
  companion.pending.set(pendingKey(node), { stanza: node, refusalsToCome: 0 });
  const { connection } = companion;
  if (connection?.silence !== "none") return;
  if (node.tag !== "message") connection.send(node);
  else for (const one of inOrder(hub, connection, { node, account: companion.owner })) give(hub, companion, one);
}

/** What is to be given now: nothing while messages wait for others behind which they are to come. */
function inOrder(
  hub: Hub,
  connection: Connection,
  { node, account }: { node: BinaryNode; account: User },
): readonly BinaryNode[] {
  const reorder = connection.reordered ? undefined : hub.faults.take("reorder", { account });
  if (reorder) connection.reordered = { stanzas: [], count: reorder.count };
  const waiting = connection.reordered;
  if (!waiting) return [node];
  waiting.stanzas.push(node);
  if (waiting.stanzas.length < waiting.count) return [];
  connection.reordered = undefined;
  return waiting.stanzas.toReversed();
}

function give(hub: Hub, { connection, owner }: Companion, node: BinaryNode): void {
  const here = { account: owner };
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
