import type { ChannelView } from "../../web/contract.ts";

/** A companion of somebody's own phone, which has to be linked. */
export function isLinkedKind(kind: ChannelView["kind"]): kind is "baileys" | "whatsapp_web" {
  return kind === "baileys" || kind === "whatsapp_web";
}
