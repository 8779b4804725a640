import { type BinaryNode, getBinaryNodeChild, getBinaryNodeChildren, proto } from "@whiskeysockets/baileys";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { deviceJid, parseJid } from "./jid.ts";
import { askAgain, tellReceipt, textOf } from "./phone.ts";
import { track } from "./sealing.ts";
import { attr, content, need, stanza } from "./stanza.ts";
import { type Companion, signalAddress, type User } from "./user.ts";

/** Takes a message from a companion to every device that it was encrypted for, and tells the companion so. */
export async function route(hub: Hub, connection: Connection, node: BinaryNode): Promise<void> {
  const sender = connection.companion;
  if (!sender) throw new Error("a message from nobody");
  const account = sender.owner;
  const to = hub.directory.find(attr(node, "to"));
  const here = { account, ...(to && { contact: to }), id: attr(node, "id") };
  const refused = hub.faults.take("errorAck", here)?.code ?? refusalOf(account, to);
  if (refused !== undefined) {
    hub.nacks.add({ account, id: attr(node, "id"), code: refused });
    return acknowledge(hub, connection, node, refused);
  }
  if (hub.faults.take("cutBeforeRouting", here)) return connection.cut();
  let isRead = false;
  for (const { jid, sealed } of copiesIn(node)) {
    const reader = await bring(hub, sender, { node, jid, sealed });
    isRead ||= reader === to;
  }
  if (!to || node.attrs["category"] === "peer") return acknowledge(hub, connection, node);
  if (hub.faults.take("cutBeforeAck", here)) connection.cut();
  else sayWhatBecame(hub, connection, node, here);
  // What could not be read has not arrived.
  if (isRead) tellByItself(hub, { account, to, node });
}

/** The code with which WhatsApp does not take a message to them. */
function refusalOf(account: User, to: User | undefined): string | undefined {
  if (!to?.isRegistered) return "404";
  const isNew = to !== account && !account.acquainted.has(to);
  return account.restrictedUntil !== undefined && isNew ? "463" : undefined;
}

function tellByItself(hub: Hub, { account, to, node }: { account: User; to: User; node: BinaryNode }): void {
  const id = attr(node, "id");
  to.heard.set(id, parseJid(attr(node, "to")).server === "lid" ? "lid" : "pn");
  const told = { from: to, account, ids: [id] };
  if (to === account || to.tells === "nothing") return;
  tellReceipt(hub, told);
  if (to.tells === "read") tellReceipt(hub, { ...told, type: "read" });
}

type Here = { readonly account: User; readonly contact?: User; readonly id: string };

function sayWhatBecame(hub: Hub, connection: Connection, node: BinaryNode, here: Here) {
  if (hub.faults.take("loseAck", here)) return;
  const say = () => acknowledge(hub, connection, node);
  if (hub.faults.take("holdAck", here)) {
    hub.heldAcks.push(say);
    return;
  }
  const delay = hub.faults.take("delayAck", here);
  if (delay) setTimeout(say, delay.ms).unref();
  else say();
}

function acknowledge(hub: Hub, connection: Connection, node: BinaryNode, error?: string): void {
  if (connection.silence !== "none") {
    if (connection.companion) hub.faults.noteMute(connection.companion.owner, attr(node, "id"));
    return;
  }
  const attrs = { class: "message", id: attr(node, "id"), from: attr(node, "to"), t: hub.seconds() };
  connection.send(stanza("ack", error ? { ...attrs, error } : attrs));
}

type Copy = { readonly jid: string; readonly sealed: BinaryNode };

/** One copy a device, or the one that answers a question for a single device. */
function copiesIn(node: BinaryNode): Copy[] {
  const copies = getBinaryNodeChildren(getBinaryNodeChild(node, "participants"), "to");
  const single = getBinaryNodeChild(node, "enc");
  return [
    ...copies.map((one) => ({ jid: attr(one, "jid"), sealed: need(one, "enc") })),
    ...(single ? [{ jid: attr(node, "to"), sealed: single }] : []),
  ];
}

/** Resolves with whose phone has opened it. */
async function bring(
  hub: Hub,
  sender: Companion,
  { node, jid, sealed }: Copy & { readonly node: BinaryNode },
): Promise<User | undefined> {
  const target = hub.directory.find(jid);
  if (!target) return undefined;
  const { device } = parseJid(jid);
  const companion = target.companions.get(device);
  if (companion) pass(hub, sender, { node, companion, sealed });
  if (device !== 0) return undefined;
  return (await read(hub, sender, { target, node, sealed })) ? target : undefined;
}

/** Between companions the server passes on what it cannot read. */
function pass(
  hub: Hub,
  sender: Companion,
  { node, companion, sealed }: { node: BinaryNode; companion: Companion; sealed: BinaryNode },
): void {
  const to = attr(node, "to");
  const isLid = parseJid(to).server === "lid";
  const { owner, device } = sender;
  const isCopy = companion.owner === owner;
  const attrs = {
    from: deviceJid(isLid ? owner.lid : owner.pn, device),
    id: attr(node, "id"),
    t: hub.seconds(),
    type: node.attrs["type"] ?? "text",
    notify: owner.name,
    addressing_mode: isLid ? "lid" : "pn",
    ...(isCopy ? { recipient: to } : { [isLid ? "sender_pn" : "sender_lid"]: isLid ? owner.pn : owner.lid }),
  };
  track(hub, companion, stanza("message", attrs, [sealed]));
}

/** A phone opens its copy. What it cannot open it asks for again, as every phone does. */
async function read(
  hub: Hub,
  sender: Companion,
  { target, node, sealed }: { target: User; node: BinaryNode; sealed: BinaryNode },
): Promise<boolean> {
  const id = attr(node, "id");
  const encryption = attr(sealed, "type");
  const type = encryption === "pkmsg" ? "pkmsg" : "msg";
  const account = sender.owner;
  let plain: Buffer;
  try {
    plain = await target.device.decrypt(signalAddress(sender), { type, body: content(sealed) });
  } catch {
    askAgain(hub, target, { account, id });
    return false;
  }
  // What companion and phone settle between themselves is not shown to anybody.
  if (node.attrs["category"] === "peer") return true;
  const whole = proto.Message.decode(plain);
  const message = whole.deviceSentMessage?.message ?? whole;
  const isOwnCopy = target === account && whole.deviceSentMessage !== null;
  hub.arrived.add({ id, from: account, to: target, text: textOf(message), message, encryption, isOwnCopy });
  return true;
}
