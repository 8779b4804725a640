import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { keyActor, useKey } from "../../db/api-keys.ts";
import { apiKeyOf } from "../../db/lookups.ts";
import { isKeyText } from "../app/api-keys/key-text.ts";
import { AppError } from "../domain/errors.ts";
import { parseRole, type Role } from "../domain/member-role.ts";
import { hashToken } from "../secrets.ts";
import type { WebDeps } from "./deps.ts";

/**
 * The `Authorization` header of a request that means to bring a key, well written or not; `undefined` when it has none. A
 * browser adds `Basic` and the like by itself, for a proxy in front of us: those are nobody's key.
 */
export function keyIn(request: Request): string | undefined {
  const header = request.get("authorization")?.trim();
  return header !== undefined && /^(bearer(\s|$)|saldar_)/i.test(header) ? header : undefined;
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

/** 256 bits are not guessed; but each try is a look-up, and a program that lost its key tries for ever. */
const WRONG_KEYS_A_MINUTE = 100;

/** Slows down an address that brings wrong keys, and no other request of it. */
export function limitWrongKeys(): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: WRONG_KEYS_A_MINUTE,
    skip: (request) => keyIn(request) === undefined,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 401,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator: ({ ip }) => ipKeyGenerator(ip ?? ""),
    handler: () => {
      throw new AppError("request.forbidden", "Too many wrong API keys from this address: wait a minute.");
    },
  });
}
