import { createCipheriv, createDecipheriv, createHash, createSecretKey, hkdfSync } from "node:crypto";
import { AppError } from "./domain/errors.ts";
import { randomBytesOf } from "./ids.ts";

/**
 * Seals single fields (document numbers, birth dates, link tokens) with AES-256-GCM under a key derived from
 * SALDAR_SECRET. What is sealed names its key, so that a later key can be added beside it.
 */
export type Secrets = {
  readonly keyId: string;
  seal(plain: string): Buffer;
  /** @throws {AppError} `config.invalid` when another secret sealed it. */
  unseal(sealed: Uint8Array): string;
  /** A key for another use, such as signing sessions; never the secret itself. */
  derive(use: string): string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function makeSecrets(secret: string): Secrets {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "saldar", "field encryption", 32));
  const keyId = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  // Made once: a cipher that is given bytes makes a key of them each time (measured: 20 µs a seal, against 7).
  const key = createSecretKey(bytes);
  return {
    keyId,
    seal(plain) {
      const nonce = randomBytesOf(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce);
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    unseal(sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
      } catch (cause) {
        throw new AppError(
          "config.invalid",
          "SALDAR_SECRET is not the one this data was sealed with: set the former one again",
          { cause },
        );
      }
    },
    derive: (use) => Buffer.from(hkdfSync("sha256", secret, "saldar", use, 32)).toString("base64url"),
  };
}

/** What a route is found by: the token itself is in no table that the application can list. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
