import { type BinaryNode, getBinaryNodeChild, getBinaryNodeChildren } from "@whiskeysockets/baileys";
import { readKey, readSignedKey } from "./bundle.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { deliver } from "./phone.ts";
import { pendingKey, settle } from "./sealing.ts";
import { attr, bytesOf, need, stanza, uint } from "./stanza.ts";
import { type Companion, signalAddress, takeBundle } from "./user.ts";

/** A companion says what it did with a message: has it, has shown it, or cannot read it and wants it again. */
export async function takeReceipt(hub: Hub, connection: Connection, node: BinaryNode): Promise<void> {
  const { companion } = connection;
  if (!companion) throw new Error("a receipt from nobody");
  const { type } = node.attrs;
  const ids = [attr(node, "id"), ...getBinaryNodeChildren(getBinaryNodeChild(node, "list"), "item").map(idOf)];
  const { id, to = "" } = node.attrs;
  if (connection.silence === "none") {
    connection.send(stanza("ack", { class: "receipt", id: id ?? "", to, ...(type && { type }) }));
  }
  if (type === "retry") await sendAgain(hub, companion, node);
  else for (const one of ids) companion.pending.delete(`message ${one} `);
  hub.settlements.add(companion);
  hub.receipts.add({ account: companion.owner, to, ids, type: type ?? "delivered" });
}

const idOf = (item: BinaryNode): string => attr(item, "id");

/** An ack with an error is a refusal; both end the waiting, but for what was asked for again. */
export function takeAck(hub: Hub, { companion }: Connection, node: BinaryNode): void {
  if (!companion) return;
  settle(companion, node);
  hub.settlements.add(companion);
  const code = node.attrs["error"];
  if (code) hub.refusals.add({ account: companion.owner, id: attr(node, "id"), code });
}

/** The phone that wrote it begins a new session with the companion, and sends the same message under the same id. */
async function sendAgain(hub: Hub, companion: Companion, receipt: BinaryNode): Promise<void> {
  const sender = hub.directory.find(attr(receipt, "to"));
  const sent = sender?.sent.get(attr(receipt, "id"));
  if (!sender || !sent) return;
  const address = signalAddress(companion);
  sender.device.forget(address);
  const keys = getBinaryNodeChild(receipt, "keys");
  await sender.device.startSession(address, keys ? freshBundle(receipt, keys) : takeBundle(companion));
  await deliver(hub, sender, { sent, companion, retry: attr(need(receipt, "retry"), "count") });
  const key = pendingKey({ tag: "message", attrs: { id: sent.id } });
  const pending = companion.pending.get(key);
  if (pending) companion.pending.set(key, { ...pending, refusalsToCome: 1 });
}

/** From the second time on, a companion sends the keys along with which it wants to be written to. */
function freshBundle(receipt: BinaryNode, keys: BinaryNode) {
  return {
    registrationId: uint(bytesOf(receipt, "registration")),
    identity: bytesOf(keys, "identity"),
    signed: readSignedKey(need(keys, "skey")),
    oneTime: readKey(need(keys, "key")),
  };
}
