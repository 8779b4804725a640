import { type BinaryNode, getBinaryNodeChildren } from "@whiskeysockets/baileys";
import { answer } from "./answer.ts";
import { type Bundle, bundleStanza, readKey, readSignedKey } from "./bundle.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { parseJid } from "./jid.ts";
import { attr, HOST, need, stanza, within } from "./stanza.ts";
import { type Companion, takeBundle } from "./user.ts";

/** A companion with fewer keys than this is asked for more, as WhatsApp does by itself. */
const FEW_KEYS = 10;

/** Keeps the public keys of companions, and hands out those of everybody. */
export function answerAboutKeys(hub: Hub, connection: Connection, iq: BinaryNode): boolean {
  const { companion } = connection;
  if (!companion) return false;
  const question = within(iq)[0]?.tag;
  if (attr(iq, "type") === "get") {
    if (question === "count") {
      answer(connection, iq, [stanza("count", { value: String(companion.oneTime.length) })]);
    } else if (question === "digest") {
      answer(connection, iq, [stanza("digest")]);
    } else if (question === "key") {
      const asked = getBinaryNodeChildren(need(iq, "key"), "user");
      answer(connection, iq, [
        stanza(
          "list",
          {},
          asked.map((user) => handOut(hub, attr(user, "jid"))),
        ),
      ]);
    } else return false;
    return true;
  }
  if (question === "rotate") {
    companion.signed = readSignedKey(need(need(iq, "rotate"), "skey"));
  } else {
    companion.oneTime.push(...getBinaryNodeChildren(need(iq, "list"), "key").map(readKey));
    companion.signed = readSignedKey(need(iq, "skey"));
  }
  answer(connection, iq);
  return true;
}

function handOut(hub: Hub, jid: string): BinaryNode {
  const bundle = bundleOf(hub, jid);
  return bundle
    ? bundleStanza(jid, bundle)
    : stanza("user", { jid }, [stanza("error", { code: "404", text: "not-found" })]);
}

function bundleOf(hub: Hub, jid: string): Bundle | undefined {
  const user = hub.directory.find(jid);
  const { device } = parseJid(jid);
  if (!user?.isRegistered) return undefined;
  if (device === 0) return user.device.takeBundle();
  const companion = user.companions.get(device);
  return companion && takeKeys(hub, companion);
}

/** Takes a bundle of a companion, and tells it when it is running out of keys. */
export function takeKeys(hub: Hub, companion: Companion): Bundle {
  const bundle = takeBundle(companion);
  const left = companion.oneTime.length;
  if (bundle.oneTime && left === FEW_KEYS) {
    const attrs = { from: HOST, type: "encrypt", id: hub.nextId(), t: hub.seconds() };
    companion.connection?.send(stanza("notification", attrs, [stanza("count", { value: String(left) })]));
  }
  return bundle;
}
