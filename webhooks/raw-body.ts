import { type RequestHandler, raw } from "express";

/**
 * The body's bytes as they came, whatever their type says: a signature is over bytes. A compressed body is refused, because
 * neither Meta nor Stripe sends one and it could unfold to any size.
 */
export function rawBody({ limit }: { limit: string }): RequestHandler {
  return raw({ type: () => true, limit, inflate: false });
}

/** Empty when there was none: nothing is signed then. */
export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}
