import { generateKeyPairSync, sign } from "node:crypto";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { DateTime } from "luxon";
import { systemClock } from "../../../src/clock.ts";

export type Certificate = { readonly key: string; readonly certificate: string };

/** A throw-away certificate for 127.0.0.1, of two days: the addresses of media are always https. */
export function makeMediaCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const now = systemClock.now();
  const signed = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    SIGNATURE,
    NAME,
    sequence(moment(now.minus({ days: 1 })), moment(now.plus({ days: 1 }))),
    NAME,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(IS_ROOT, FOR_LOOPBACK)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", signed, privateKey));
  const body = sequence(signed, SIGNATURE, signature).toString("base64").replaceAll(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  };
}

/**
 * Makes this process trust it too, until the returned function is called. A process of its own is started with
 * NODE_EXTRA_CA_CERTS instead.
 */
export function trustMediaCertificate({ certificate }: Pick<Certificate, "certificate">): () => void {
  const before = getCACertificates("default");
  setDefaultCACertificates([...before, certificate]);
  return () => setDefaultCACertificates(before);
}

/** A tag, a length of one to three bytes, and what is in it (X.690). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...long]), content]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

/** A name of the tree of all standards, as its bytes. */
function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

/** `YYMMDDhhmmssZ`, as certificates say when. */
function moment(at: DateTime): Buffer {
  return der(0x17, Buffer.from(`${at.toFormat("yyLLddHHmmss")}Z`));
}

const TRUE = der(0x01, Buffer.from([0xff]));
/** ecdsa-with-SHA256 (RFC 5758 §3.2). */
const SIGNATURE = sequence(oid("2a8648ce3d040302"));
/** commonName=loopback (RFC 5280 §4.1.2.4). */
const NAME = sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from("loopback")))));
/** It signs itself (§4.2.1.9). */
const IS_ROOT = sequence(oid("551d13"), TRUE, der(0x04, sequence(TRUE)));
/** 127.0.0.1 and localhost (§4.2.1.6). */
const FOR_LOOPBACK = sequence(
  oid("551d11"),
  der(0x04, sequence(der(0x87, Buffer.from([127, 0, 0, 1])), der(0x82, Buffer.from("localhost")))),
);
