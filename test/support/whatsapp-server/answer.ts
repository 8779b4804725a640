import type { BinaryNode } from "@whiskeysockets/baileys";
import type { Connection } from "./connection.ts";
import { attr, HOST, stanza } from "./stanza.ts";

/** Answers a question of a companion. */
export function answer(connection: Connection, iq: BinaryNode, parts?: BinaryNode[]): void {
  connection.send(stanza("iq", { from: HOST, type: "result", id: attr(iq, "id") }, parts));
}

export function refuseQuery(connection: Connection, iq: BinaryNode, why: { code: string; text: string }): void {
  connection.send(stanza("iq", { from: HOST, type: "error", id: attr(iq, "id") }, [stanza("error", why)]));
}
