import type { BinaryNode } from "@whiskeysockets/baileys";
import { takeAck, takeReceipt } from "./acknowledgements.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { answerQuery } from "./queries.ts";
import { route } from "./routing.ts";
import { attr, within } from "./stanza.ts";

/** Everything a companion says comes through here, one after another. */
export async function takeStanza(hub: Hub, connection: Connection, node: BinaryNode): Promise<void> {
  if (connection.silence === "mute") return;
  switch (node.tag) {
    case "iq":
      return answerQuery(hub, connection, node);
    case "message":
      return route(hub, connection, node);
    case "receipt":
      return takeReceipt(hub, connection, node);
    case "ack":
      return takeAck(hub, connection, node);
    case "chatstate":
      return takeTyping(hub, connection, node);
    case "presence":
    case "ib":
      return;
    default:
      hub.unanswered.add(node);
  }
}

function takeTyping(hub: Hub, { companion }: Connection, node: BinaryNode): void {
  const state = within(node)[0]?.tag ?? "";
  if (companion) hub.typing.add({ account: companion.owner, to: attr(node, "to"), state });
}
