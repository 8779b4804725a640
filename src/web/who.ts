import type { Request } from "express";
import { membershipOf } from "../../db/lookups.ts";
import { AppError } from "../domain/errors.ts";
import { parseRole, type Role } from "../domain/member-role.ts";
import { holderOf, keyIn } from "./api-key.ts";
import type { Language } from "./contract/common.ts";
import type { WebDeps } from "./deps.ts";
import { pageIsFor } from "./page-business.ts";
import { KEY_PERMISSIONS, may, type Permission } from "./permissions.ts";
import type { SignedInUser } from "./sign-in/sign-in.ts";

/** Who asks, for which business, and in which language they want to read. */
export type Who = {
  /** What rows name them by: a person's id, or a key's (`keyActor`). */
  readonly userId: string;
  readonly name: string;
  readonly businessId: string;
  readonly role: Role;
  readonly language: Language;
  /** Nobody, when a business's own system asks with an API key. */
  readonly person: SignedInUser | undefined;
};

export type WhoDeps = Pick<WebDeps, "signIn" | "db" | "clock">;

/**
 * Asked anew for each request, so that a role that was lowered, a session ended elsewhere or a key revoked is over with the next
 * one. Whoever brings a key is judged by it alone: no cookie is read then, which is why such a request may come from anywhere
 * (`api/routes.ts`).
 *
 * @throws {AppError} `request.unknown-key` for a key that is none, `request.signed-out` without a session,
 * `request.forbidden` without a role, `session.other-business` when the page that asks was made for another.
 */
export async function whoAsks(deps: WhoDeps, request: Request): Promise<Who> {
  const language = languageOf(request);
  const key = keyIn(request);
  if (key !== undefined) return { ...(await holderOf(deps, key)), language, person: undefined };

  const person = await deps.signIn.sessionOf(request.headers);
  if (!person) throw new AppError("request.signed-out", "Sign in first. A program brings an API key: docs/api.md.");
  const membership = await membershipOf(deps.db.lookups, person.userId, person.chosenBusinessId);
  const role = membership && parseRole(membership.role);
  if (!role)
    throw new AppError("request.forbidden", "You have no role in this business: ask its administrator for one.");
  const { businessId } = membership;
  if (!pageIsFor(request, businessId))
    throw new AppError(
      "session.other-business",
      "This page was made for another business than the one the session is in now: load it anew.",
    );
  const { userId, name } = person;
  return { userId, name, businessId, role, language, person };
}

/** @throws {AppError} `request.forbidden` */
export function demand(who: Who, permission: Permission): void {
  if (!may(who.role, permission))
    throw new AppError(
      "request.forbidden",
      `This needs another role than ${who.role}: see docs/permissions.md, ${permission}.`,
    );
  if (!KEY_PERMISSIONS.includes(permission)) demandPerson(who);
}

/** @throws {AppError} `request.forbidden` */
export function demandPerson({ person }: Who): SignedInUser {
  if (!person)
    throw new AppError(
      "request.forbidden",
      "This needs a person who is signed in, and no API key may do it: see docs/permissions.md.",
    );
  return person;
}

/** The console says in `Accept-Language` which of ours it shows; a browser says something near. */
function languageOf(request: Request): Language {
  const wanted = request.acceptsLanguages(["es", "pt-BR", "pt", "en"]);
  return wanted === "pt-BR" || wanted === "pt" ? "pt-BR" : wanted === "en" ? "en" : "es";
}
