import { Curve, proto } from "@whiskeysockets/baileys";

/** A private root for the Noise certificate chain; a client has to be told to trust `rootKey`. */
export type Authority = {
  readonly rootKey: Buffer;
  chainFor(leaf: Uint8Array): Uint8Array;
};

export function makeAuthority(): Authority {
  const root = Curve.generateKeyPair();
  const intermediate = Curve.generateKeyPair();
  const { Details } = proto.CertChain.NoiseCertificate;
  return {
    rootKey: Buffer.from(root.public),
    chainFor(key) {
      const middle = Details.encode({ serial: 1, issuerSerial: 0, key: intermediate.public }).finish();
      const leaf = Details.encode({ serial: 2, issuerSerial: 1, key }).finish();
      return proto.CertChain.encode({
        intermediate: { details: middle, signature: Curve.sign(root.private, middle) },
        leaf: { details: leaf, signature: Curve.sign(intermediate.private, leaf) },
      }).finish();
    },
  };
}
