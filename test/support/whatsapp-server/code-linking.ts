import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";
import { type BinaryNode, Curve } from "@whiskeysockets/baileys";
import { answer, refuseQuery } from "./answer.ts";
import type { CodeLink, Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { finishPairing } from "./pairing.ts";
import { attr, bytesOf, HOST, need, stanza } from "./stanza.ts";
import type { User } from "./user.ts";

/** How WhatsApp stretches the eight characters. */
const ROUNDS = 2 << 16;
/** `Browser (System)`, as WhatsApp's own clients call themselves; with any other it answers 400. */
const DISPLAY = /^(Chrome|Edge|Firefox|IE|Opera|Safari|Desktop) \((Windows|Mac OS|Linux|Ubuntu|Android)\)$/;

/** What a companion asks for while it shows a code: to be announced, and then, with its keys sealed, to be linked. */
export function linkByCode(hub: Hub, connection: Connection, iq: BinaryNode): void {
  const request = need(iq, "link_code_companion_reg");
  if (attr(request, "stage") === "companion_hello") {
    const told = announce(hub, connection, request);
    if (told) answer(connection, iq, told);
    else refuseQuery(connection, iq, BAD_REQUEST);
    return;
  }
  const linked = openKeys(connection, request);
  if (!linked) {
    refuseQuery(connection, iq, BAD_REQUEST);
    return;
  }
  // The answer goes first: what follows it ends in a new connection.
  answer(connection, iq);
  connection.codeLink = undefined;
  finishPairing(hub, connection, linked);
}

const BAD_REQUEST = { code: "400", text: "bad-request" };

function announce(hub: Hub, connection: Connection, request: BinaryNode): BinaryNode[] | undefined {
  const user = hub.directory.find(attr(request, "jid"));
  if (!user || hub.faults.take("refuseCode", { account: user })) return undefined;
  if (!DISPLAY.test(bytesOf(request, "companion_platform_display").toString())) return undefined;
  const wrapped = bytesOf(request, "link_code_pairing_wrapped_companion_ephemeral_pub");
  connection.codeLink = { user, ref: randomBytes(20), wrapped };
  hub.codeRequests.add(user);
  const ref = stanza("link_code_pairing_ref", {}, connection.codeLink.ref);
  return [stanza("link_code_companion_reg", { stage: "companion_hello" }, [ref])];
}

/**
 * The user types into the phone what the linking page shows. A wrong code is noticed by nobody yet: the phone unlocks
 * another key with it, and the companion cannot read what comes back.
 *
 * @throws when no companion asked for a code of this user.
 */
export function typeCode(hub: Hub, user: User, code: string): void {
  const connection = [...hub.connections].find((one) => one.codeLink?.user === user);
  const link = connection?.codeLink;
  if (!connection || !link) throw new Error("nobody asked for a code");
  const ours = Curve.generateKeyPair();
  link.keys = { ours, theirs: unlock(link, code) };
  const salt = randomBytes(32);
  const iv = randomBytes(16);
  const cipher = createCipheriv("aes-256-ctr", stretched(code, salt), iv);
  const wrapped = Buffer.concat([salt, iv, cipher.update(ours.public), cipher.final()]);
  const attrs = { from: HOST, type: "link_code_companion_reg", id: hub.nextId(), t: hub.seconds() };
  const parts = [
    stanza("link_code_pairing_wrapped_primary_ephemeral_pub", {}, wrapped),
    stanza("primary_identity_pub", {}, Buffer.from(user.device.identity.public)),
    stanza("link_code_pairing_ref", {}, link.ref),
  ];
  connection.send(
    stanza("notification", attrs, [stanza("link_code_companion_reg", { stage: "primary_hello" }, parts)]),
  );
}

function unlock({ wrapped }: CodeLink, code: string): Buffer {
  const decipher = createDecipheriv("aes-256-ctr", stretched(code, wrapped.subarray(0, 32)), wrapped.subarray(32, 48));
  return Buffer.concat([decipher.update(wrapped.subarray(48)), decipher.final()]);
}

function stretched(code: string, salt: Uint8Array): Buffer {
  return pbkdf2Sync(code, salt, ROUNDS, 32, "sha256");
}

/** Opens the companion's keys, and mixes the secret that both sides now have; nothing when another code was typed. */
function openKeys(connection: Connection, request: BinaryNode): { user: User; secret: Buffer } | undefined {
  const link = connection.codeLink;
  if (!link?.keys) throw new Error("a code was finished that nobody typed");
  const shared = Curve.sharedKey(link.keys.ours.private, link.keys.theirs);
  const keys = unsealed(bytesOf(request, "link_code_pairing_wrapped_key_bundle"), shared);
  if (!keys) return undefined;
  const companionKey = keys.subarray(0, 32);
  const chance = keys.subarray(64);
  const identityShared = Curve.sharedKey(link.user.device.identity.private, companionKey);
  const secret = derived(Buffer.concat([shared, identityShared, chance]), Buffer.alloc(32), "adv_secret");
  return { user: link.user, secret };
}

function unsealed(sealed: Buffer, shared: Buffer): Buffer | undefined {
  const key = derived(shared, sealed.subarray(0, 32), "link_code_pairing_key_bundle_encryption_key");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(32, 44));
  decipher.setAuthTag(sealed.subarray(-16));
  const opened = decipher.update(sealed.subarray(44, -16));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // The tag is of another key: the two codes were not the same.
    return undefined;
  }
}

function derived(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, purpose, 32));
}
