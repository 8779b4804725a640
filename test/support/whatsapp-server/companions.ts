import { createHmac } from "node:crypto";
import { type AuthenticationCreds, Curve, proto } from "@whiskeysockets/baileys";
import { deviceJid } from "./jid.ts";
import { uint } from "./stanza.ts";
import type { Companion, User } from "./user.ts";

type Registration = proto.ClientPayload.IDevicePairingRegistrationData;

/** Prefixes of what is signed: by the phone for a companion, and by the companion for itself. */
const ACCOUNT_SIGNATURE = Buffer.from([6, 0]);
const DEVICE_SIGNATURE = Buffer.from([6, 1]);

/** Enters a companion that was linked by QR or code, as the user's next device. */
export function enterCompanion(user: User, registration: Registration, noiseKey: Buffer): Companion {
  const { eIdent, eRegid, eSkeyId, eSkeyVal, eSkeySig } = registration;
  if (!eIdent || !eRegid || !eSkeyId || !eSkeyVal || !eSkeySig) throw new Error("a registration without its keys");
  return addCompanion(user, {
    identity: Buffer.from(eIdent),
    registrationId: uint(eRegid),
    noiseKey,
    signed: { id: uint(eSkeyId), value: Buffer.from(eSkeyVal), signature: Buffer.from(eSkeySig) },
    hasHistory: false,
  });
}

/**
 * Enters a companion whose client has made its keys and was never linked, and gives what linking would have added to
 * them. History is taken as synced long ago, so that the client is online at once.
 */
export function registerCompanion(user: User, creds: AuthenticationCreds): Partial<AuthenticationCreds> {
  const { signedIdentityKey, signedPreKey, registrationId, noiseKey, advSecretKey } = creds;
  const { device } = addCompanion(user, {
    identity: Buffer.from(signedIdentityKey.public),
    registrationId,
    noiseKey: Buffer.from(noiseKey.public),
    signed: {
      id: signedPreKey.keyId,
      value: Buffer.from(signedPreKey.keyPair.public),
      signature: Buffer.from(signedPreKey.signature),
    },
    hasHistory: true,
  });
  const { account } = vouchFor(user, signedIdentityKey.public, Buffer.from(advSecretKey, "base64"));
  const signedByDevice = [DEVICE_SIGNATURE, account.details, signedIdentityKey.public, account.accountSignatureKey];
  const deviceSignature = Curve.sign(signedIdentityKey.private, Buffer.concat(signedByDevice));
  return {
    account: { ...account, deviceSignature },
    me: { id: deviceJid(user.pn, device), lid: deviceJid(user.lid, device), name: user.name },
    registered: true,
    accountSyncCounter: 1,
  };
}

function addCompanion(
  user: User,
  keys: Pick<Companion, "identity" | "registrationId" | "noiseKey" | "signed" | "hasHistory">,
): Companion {
  user.lastDevice += 1;
  const companion: Companion = {
    ...keys,
    owner: user,
    device: user.lastDevice,
    oneTime: [],
    pending: new Map(),
    connection: undefined,
  };
  user.companions.set(companion.device, companion);
  return companion;
}

/** The phone signs the companion's key; the secret in the QR, which only those two know, seals that for the companion. */
export function vouchFor(user: User, companionKey: Uint8Array, secret: Buffer) {
  const details = proto.ADVDeviceIdentity.encode({ rawId: 1, timestamp: 1, keyIndex: user.lastDevice }).finish();
  const accountSignature = Curve.sign(
    user.device.identity.private,
    Buffer.concat([ACCOUNT_SIGNATURE, details, companionKey]),
  );
  const account = { details, accountSignatureKey: Buffer.from(user.device.identity.public), accountSignature };
  const inner = proto.ADVSignedDeviceIdentity.encode(account).finish();
  const hmac = createHmac("sha256", secret).update(inner).digest();
  return { account, sealed: proto.ADVSignedDeviceIdentityHMAC.encode({ details: inner, hmac }).finish() };
}
