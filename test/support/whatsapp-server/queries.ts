import { type BinaryNode, getBinaryNodeChild, getBinaryNodeChildren } from "@whiskeysockets/baileys";
import { answer, refuseQuery } from "./answer.ts";
import { linkByCode } from "./code-linking.ts";
import { type Connection, streamError } from "./connection.ts";
import { sendHistory } from "./history.ts";
import type { Hub } from "./hub.ts";
import { answerAboutKeys } from "./key-server.ts";
import { attr, need, stanza, within } from "./stanza.ts";
import type { User } from "./user.ts";
import { usync } from "./usync.ts";

/** Answers what a companion asks of the server; a question nobody knows is refused, and kept for the test to see. */
export async function answerQuery(hub: Hub, connection: Connection, iq: BinaryNode): Promise<void> {
  if (iq.attrs["type"] === "result") {
    // A companion that has signed whose it is has to come back before it is let in.
    if (getBinaryNodeChild(iq, "pair-device-sign")) {
      connection.isUnsigned = false;
      connection.end(streamError(stanza("restart"), "515"));
    }
    return;
  }
  const space = attr(iq, "xmlns");
  const answering = ANSWERS[`${space} ${within(iq)[0]?.tag ?? ""}`.trim()];
  if (answering) return answering(hub, connection, iq);
  if (space === "encrypt" && answerAboutKeys(hub, connection, iq)) return;
  hub.unanswered.add(iq);
  refuseQuery(connection, iq, { code: "501", text: "feature-not-implemented" });
}

type Answering = (hub: Hub, connection: Connection, iq: BinaryNode) => void | Promise<void>;

const acknowledge: Answering = (_, connection, iq) => answer(connection, iq);

/** By name space and first word. */
const ANSWERS: Readonly<Record<string, Answering>> = {
  "w:p ping": acknowledge,
  "w:p": acknowledge,
  "w:stats add": acknowledge,
  "urn:xmpp:whatsapp:dirty clean": acknowledge,
  "passive passive": acknowledge,
  async "passive active"(hub, connection, iq) {
    answer(connection, iq);
    // It has uploaded its keys and is ready: now its own phone can write to it.
    if (connection.companion) await sendHistory(hub, connection.companion);
  },
  "abt props": (_, connection, iq) => answer(connection, iq, [stanza("props", { hash: "loopback" })]),
  blocklist: (_, connection, iq) => answer(connection, iq, [stanza("list")]),
  "privacy privacy": (_, connection, iq) =>
    answer(connection, iq, [stanza("privacy", {}, [stanza("category", { name: "readreceipts", value: "all" })])]),
  "privacy tokens": acknowledge,
  "usync usync": (hub, connection, iq) => answer(connection, iq, [usync(hub.directory, need(iq, "usync"))]),
  "w:m media_conn": (hub, connection, iq) => {
    if (!hub.media) return refuseQuery(connection, iq, { code: "503", text: "service-unavailable" });
    const host = stanza("host", { hostname: hub.media.host });
    answer(connection, iq, [stanza("media_conn", { auth: "loopback", ttl: "3600" }, [host])]);
  },
  "w:sync:app:state sync": (_, connection, iq) => answer(connection, iq, [nothingNew(iq)]),
  "w:mex query": (_, connection, iq) => {
    const owner = connection.companion?.owner;
    if (owner?.hidesRestriction) return refuseQuery(connection, iq, { code: "503", text: "service-unavailable" });
    answer(connection, iq, [standing(owner)]);
  },
  "md link_code_companion_reg": linkByCode,
  "md remove-companion-device": (_, connection, iq) => {
    const { companion } = connection;
    companion?.owner.companions.delete(companion.device);
    answer(connection, iq);
  },
};

/** Each collection of settings is as the companion has it. */
function nothingNew(iq: BinaryNode): BinaryNode {
  const collections = getBinaryNodeChildren(need(iq, "sync"), "collection");
  return stanza(
    "sync",
    {},
    collections.map(({ attrs }) =>
      stanza("collection", { name: attrs["name"] ?? "", version: attrs["version"] ?? "0", has_more_patches: "false" }),
    ),
  );
}

/** Whether, and until when, the account may write to nobody new. */
function standing(account: User | undefined): BinaryNode {
  const until = account?.restrictedUntil;
  const lock = { is_active: until !== undefined, time_enforcement_ends: String(until ?? 0) };
  const data = { data: { xwa2_fetch_account_reachout_timelock: lock, xwa2_message_capping_info: {} } };
  return stanza("result", {}, Buffer.from(JSON.stringify(data)));
}
