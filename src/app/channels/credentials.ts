import { z } from "zod";
import type { Secrets } from "../../secrets.ts";

/** The three secrets of a Cloud API number: what sends, what signs its webhooks, and what Meta says when it registers an address. */
export type CloudCredentials = {
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
};

const Kept = z.object({
  accessToken: z.string().min(1),
  appSecret: z.string().min(1),
  verifyToken: z.string().min(1),
});

/** Together, so that no half of them is ever kept. */
export function sealCredentials(secrets: Pick<Secrets, "seal">, credentials: CloudCredentials): Buffer {
  const { accessToken, appSecret, verifyToken } = credentials;
  return secrets.seal(JSON.stringify({ accessToken, appSecret, verifyToken }));
}

/** @throws {AppError} `config.invalid` when another SALDAR_SECRET sealed them */
export function unsealCredentials(secrets: Pick<Secrets, "unseal">, sealed: Uint8Array): CloudCredentials {
  return Kept.parse(JSON.parse(secrets.unseal(sealed)));
}
