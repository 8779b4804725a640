import { deflateSync } from "node:zlib";
import { proto } from "@whiskeysockets/baileys";
import type { Hub } from "./hub.ts";
import { sealFor, track } from "./sealing.ts";
import { stanza } from "./stanza.ts";
import type { Companion } from "./user.ts";

/** The phone sends a newly linked companion its history, here an empty one: until it comes, a client waits for 20 s. */
export async function sendHistory(hub: Hub, companion: Companion): Promise<void> {
  if (companion.hasHistory) return;
  companion.hasHistory = true;
  const { owner } = companion;
  const type = proto.HistorySync.HistorySyncType.INITIAL_BOOTSTRAP;
  const history = proto.HistorySync.encode({ syncType: type, progress: 100, conversations: [] }).finish();
  const message = proto.Message.encode({
    protocolMessage: {
      type: proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION,
      historySyncNotification: {
        syncType: type,
        progress: 100,
        initialHistBootstrapInlinePayload: deflateSync(history),
      },
    },
  }).finish();
  const sealed = await sealFor(hub, owner, { companion, message });
  const attrs = { from: owner.pn, id: hub.nextId(), t: hub.seconds(), type: "protocol", category: "peer" };
  track(hub, companion, stanza("message", attrs, [sealed]));
}
