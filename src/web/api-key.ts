import type { ErrorRequestHandler, Request } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { keyActor, useKey } from "../../db/api-keys.ts";
import { apiKeyOf } from "../../db/lookups.ts";
import { isKeyText } from "../app/api-keys/key-text.ts";
import { AppError } from "../domain/errors.ts";
import { parseRole, type Role } from "../domain/member-role.ts";
import { hashToken } from "../secrets.ts";
import type { WebDeps } from "./deps.ts";
import { bringsSession } from "./sign-in/session-cookie.ts";

/**
 * The `Authorization` header of a request that means to bring a key, well written or not; `undefined` when it has none. A
 * browser adds `Basic` and the like by itself, for a proxy in front of us, and such a proxy may add a `Bearer` of its own to
 * what a browser asks: those are nobody's key. What looks like one of ours is one, whatever cookie comes with it.
 */
export function keyIn(request: Request): string | undefined {
  const header = request.get("authorization")?.trim();
  if (header === undefined) return undefined;
  if (/^(bearer\s+)?"?saldar_/i.test(header)) return header;
  return /^bearer(\s|$)/i.test(header) && !bringsSession(request.get("cookie")) ? header : undefined;
}

export type KeyHolder = {
  readonly userId: string;
  readonly name: string;
  readonly businessId: string;
  readonly role: Role;
};

/**
 * Whose key it is, found by its hash alone: nothing is compared that a clock could measure.
 *
 * @throws {AppError} `request.unknown-key`
 */
export async function holderOf({ db, clock }: Pick<WebDeps, "db" | "clock">, header: string): Promise<KeyHolder> {
  const secret = /^bearer\s+(\S+)$/i.exec(header)?.[1];
  if (secret === undefined || !isKeyText(secret))
    throw new AppError(
      "request.unknown-key",
      "This is not how an API key is sent: Authorization: Bearer saldar_…, the key whole, as it was shown when it was made.",
    );
  const route = await apiKeyOf(db.lookups, hashToken(secret));
  if (!route) throw unknownKey();
  const { businessId, apiKeyId } = route;
  const key = await db.inBusiness(businessId, (tx) => useKey(tx, businessId, { id: apiKeyId, at: clock.now() }));
  const role = key && parseRole(key.role);
  if (!role) throw unknownKey();
  return { userId: keyActor(apiKeyId), name: key.name, businessId, role };
}

function unknownKey(): AppError {
  return new AppError(
    "request.unknown-key",
    "This API key is unknown here, or has been revoked: make another with saldar api-key create.",
  );
}

const WRONG_KEYS_A_MINUTE = 100;

/**
 * Tells a program that has lost its key, and goes on asking, to wait. Counted is only what has been looked up and is no key: whoever
 * brings a right one is served, however many ask at once and whoever else asks from the same address. 256 bits are not guessed, so
 * nothing else has to be refused.
 */
export function slowDownWrongKeys(): ErrorRequestHandler {
  const count = rateLimit({
    windowMs: 60_000,
    limit: WRONG_KEYS_A_MINUTE,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ""),
    handler: () => {
      throw new AppError("request.too-many", "Too many wrong API keys from this address: wait a minute.");
    },
  });
  return (error: unknown, request, response, next) =>
    error instanceof AppError && error.code === "request.unknown-key"
      ? count(request, response, (tooMany) => next(tooMany ?? error))
      : next(error);
}
