import { enterCompanion, vouchFor } from "./companions.ts";
import type { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import { deviceJid } from "./jid.ts";
import { SERVER, stanza } from "./stanza.ts";
import type { User } from "./user.ts";

/**
 * The user's phone scans what a linking page shows: reference, Noise key, identity key and secret of the companion. By
 * order the secret is retired instead, and the companion told to show another, as reported of WhatsApp since July 2026.
 *
 * @throws when nobody shows this QR, or it still shows a secret that was retired.
 */
export function scanQr(hub: Hub, user: User, qr: string): void {
  const [, noiseKey, , secret = ""] = qr.slice(qr.indexOf("#") + 1).split(",");
  const connection = [...hub.connections].find(
    (one) => one.registration && one.clientKey.toString("base64") === noiseKey,
  );
  if (!connection) throw new Error("nobody shows this QR");
  if (connection.retiredSecret === secret) throw new Error("the QR still shows a retired secret");
  if (hub.faults.take("refreshOnScan", { account: user })) {
    connection.retiredSecret = secret;
    const attrs = { from: SERVER, type: "companion_reg_refresh", id: hub.nextId(), t: hub.seconds() };
    connection.send(stanza("notification", attrs, [stanza("companion_reg_refresh")]));
  } else finishPairing(hub, connection, { user, secret: Buffer.from(secret, "base64") });
}

/** Tells the companion whose it is now; it signs that and is then told to come back (515). */
export function finishPairing(
  hub: Hub,
  connection: Connection,
  { user, secret }: { user: User; secret: Buffer },
): void {
  const { registration } = connection;
  if (!registration?.eIdent) throw new Error("nothing to link");
  const companion = enterCompanion(user, registration, connection.clientKey);
  const { sealed } = vouchFor(user, registration.eIdent, secret);
  connection.registration = undefined;
  connection.companion = companion;
  connection.isUnsigned = true;
  const { device } = companion;
  const addresses = { jid: deviceJid(user.pn, device), lid: deviceJid(user.lid, device) };
  const parts = [
    stanza("device-identity", {}, sealed),
    stanza("device", addresses),
    stanza("platform", { name: "android" }),
  ];
  const attrs = { from: SERVER, type: "set", id: hub.nextId() };
  connection.send(stanza("iq", attrs, [stanza("pair-success", {}, parts)]));
}
