import { type BinaryNode, getBinaryNodeChild, getBinaryNodeChildren } from "@whiskeysockets/baileys";
import { HOST, need, stanza, within } from "./stanza.ts";
import type { Directory, User } from "./user.ts";

/** Who has WhatsApp, under which hidden address, and with which devices. */
export function usync(directory: Directory, question: BinaryNode): BinaryNode {
  const wanted = within(need(question, "query")).map(({ tag }) => tag);
  const users = getBinaryNodeChildren(need(question, "list"), "user").map((one) => describe(directory, wanted, one));
  return stanza("usync", question.attrs, [stanza("result"), stanza("list", {}, users)]);
}

function describe(directory: Directory, wanted: readonly string[], asked: BinaryNode): BinaryNode {
  const jid = asked.attrs["jid"] ?? dialled(asked);
  const found = directory.find(jid);
  const user = found?.isRegistered ? found : undefined;
  const parts: BinaryNode[] = [];
  if (wanted.includes("contact")) parts.push(stanza("contact", { type: user ? "in" : "out" }));
  if (user && wanted.includes("devices")) parts.push(devices(user));
  if (user && wanted.includes("lid")) parts.push(stanza("lid", { val: user.lid }));
  return stanza("user", { jid }, parts);
}

function devices({ companions }: User): BinaryNode {
  const numbers = [...companions.keys()].map((id) => stanza("device", { id: String(id), "key-index": String(id) }));
  return stanza("devices", {}, [
    stanza("device-list", { hash: "2:loopback" }, [stanza("device", { id: "0" }), ...numbers]),
  ]);
}

/** A number as a person would dial it, with a plus. */
function dialled(asked: BinaryNode): string {
  const phone = getBinaryNodeChild(asked, "contact")?.content;
  const digits = phone instanceof Uint8Array ? Buffer.from(phone).toString() : String(phone ?? "");
  return `${digits.replace("+", "")}@${HOST}`;
}
