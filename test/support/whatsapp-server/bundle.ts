import type { BinaryNode } from "@whiskeysockets/baileys";
import { bigEndian, bytesOf, stanza, uint } from "./stanza.ts";

export type PublicKey = { readonly id: number; readonly value: Buffer };
export type SignedPublicKey = PublicKey & { readonly signature: Buffer };

/** What one has to know of a device to write to it for the first time. */
export type Bundle = {
  readonly registrationId: number;
  readonly identity: Buffer;
  readonly signed: SignedPublicKey;
  /** Used once; a device that has run out is written to without. */
  readonly oneTime: PublicKey | undefined;
};

export function bundleStanza(jid: string, { registrationId, identity, signed, oneTime }: Bundle): BinaryNode {
  return stanza("user", { jid }, [
    stanza("registration", {}, bigEndian(registrationId, 4)),
    stanza("type", {}, Buffer.from([5])),
    stanza("identity", {}, identity),
    stanza("skey", {}, [...keyParts(signed), stanza("signature", {}, signed.signature)]),
    ...(oneTime ? [stanza("key", {}, keyParts(oneTime))] : []),
  ]);
}

function keyParts({ id, value }: PublicKey): BinaryNode[] {
  return [stanza("id", {}, bigEndian(id, 3)), stanza("value", {}, value)];
}

export function readKey(node: BinaryNode): PublicKey {
  return { id: uint(bytesOf(node, "id")), value: bytesOf(node, "value") };
}

export function readSignedKey(node: BinaryNode): SignedPublicKey {
  return { ...readKey(node), signature: bytesOf(node, "signature") };
}
