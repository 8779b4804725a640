import { randomBytes } from "node:crypto";
import type { proto } from "@whiskeysockets/baileys";
import { type Connection, streamError } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { deviceJid } from "./jid.ts";
import { HOST, stanza } from "./stanza.ts";
import type { Companion } from "./user.ts";

/** So many QR codes are shown one after another before a companion has to begin again. */
const QR_REFS = 6;

/** A client has said who it is: a companion that is known, or one that wants to be linked. */
export function login(hub: Hub, connection: Connection, payload: proto.ClientPayload): void {
  const known = recognise(hub, connection, payload);
  if (typeof known === "number") refuse(connection, known);
  else if (known) admit(hub, connection, known);
  else offerLinking(hub, connection, payload);
}

/** The companion that this is, nothing for one that wants to become one, or the code with which it is sent away. */
function recognise(hub: Hub, connection: Connection, payload: proto.ClientPayload): Companion | number | undefined {
  if (isOlder(versionOf(payload), hub.minimumVersion)) return 405;
  if (payload.devicePairingData) return undefined;
  const user = hub.directory.find(`${String(payload.username)}@${HOST}`);
  const fault = user && hub.faults.take("refuseLogin", { account: user });
  const refusal = fault?.code ?? user?.refusal;
  if (refusal !== undefined) return refusal;
  const companion = user?.companions.get(payload.device ?? 0);
  return companion?.noiseKey.equals(connection.clientKey) ? companion : 401;
}

function offerLinking(hub: Hub, connection: Connection, { devicePairingData }: proto.ClientPayload): void {
  connection.registration = devicePairingData ?? undefined;
  const refs = Array.from({ length: QR_REFS }, () => stanza("ref", {}, randomBytes(40).toString("base64")));
  const attrs = { from: HOST, type: "set", id: hub.nextId(), xmlns: "md" };
  connection.send(stanza("iq", attrs, [stanza("pair-device", {}, refs)]));
}

/** The newer login stays, the older is told that it was replaced; then what waited, in the order in which it came. */
function admit(hub: Hub, connection: Connection, companion: Companion): void {
  companion.connection?.end(streamError(stanza("conflict", { type: "replaced" })));
  connection.companion = companion;
  companion.connection = connection;
  const lid = deviceJid(companion.owner.lid, companion.device);
  connection.send(stanza("success", { t: hub.seconds(), lid, companion_enc_static: "", location: "loopback" }));
  const waiting = [...companion.pending.values()];
  const count = String(waiting.length);
  if (waiting.length > 0) {
    const messages = waiting.filter((one) => one.stanza.tag === "message").length;
    const preview = { count, message: String(messages), receipt: String(waiting.length - messages) };
    connection.send(stanza("ib", { from: HOST }, [stanza("offline_preview", preview)]));
  }
  for (const [place, one] of waiting.entries()) {
    connection.send({ ...one.stanza, attrs: { ...one.stanza.attrs, offline: String(place) } });
  }
  connection.send(stanza("ib", { from: HOST }, [stanza("offline", { count })]));
  hub.logins.add(companion);
}

export function refuse(connection: Connection, code: number): void {
  connection.end(stanza("failure", { reason: String(code), location: "loopback" }));
}

function versionOf({ userAgent }: proto.ClientPayload): readonly number[] {
  const { primary, secondary, tertiary } = userAgent?.appVersion ?? {};
  return [primary ?? 0, secondary ?? 0, tertiary ?? 0];
}

function isOlder(version: readonly number[], minimum: readonly number[]): boolean {
  for (const [place, least] of minimum.entries()) {
    const part = version[place] ?? 0;
    if (part !== least) return part < least;
  }
  return false;
}
