import { WA_CERT_DETAILS } from "@whiskeysockets/baileys";

/**
 * Makes the Baileys of this process trust this root, until the returned function is called. Today its check of the chain
 * never fails (`Curve.verify` is always true); this is for the day on which that is repaired.
 */
export function trustRoot(rootKey: Uint8Array): () => void {
  const original = WA_CERT_DETAILS.PUBLIC_KEY;
  WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(rootKey);
  return () => {
    WA_CERT_DETAILS.PUBLIC_KEY = original;
  };
}
