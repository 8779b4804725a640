import type { Request } from "express";
import { membershipOf } from "../../db/lookups.ts";
import { AppError } from "../domain/errors.ts";
import type { Language } from "./contract/common.ts";
import type { WebDeps } from "./deps.ts";
import { may, type Permission, parseRole, type Role } from "./permissions.ts";
import type { SignedInUser } from "./sign-in/sign-in.ts";

/** Who asks, for which business, and in which language they want to read. */
export type Who = SignedInUser & { readonly businessId: string; readonly role: Role; readonly language: Language };

/**
 * Asked anew for each request, so that a role that was lowered, or a session ended elsewhere, is over with the next one.
 *
 * @throws {AppError} `request.signed-out` without a session, `request.forbidden` without a role.
 */
export async function whoAsks({ signIn, db }: Pick<WebDeps, "signIn" | "db">, request: Request): Promise<Who> {
  const user = await signIn.sessionOf(request.headers);
  if (!user) throw new AppError("request.signed-out", "Sign in first.");
  const membership = await membershipOf(db.lookups, user.userId, user.chosenBusinessId);
  const role = membership && parseRole(membership.role);
  if (!role)
    throw new AppError("request.forbidden", "You have no role in this business: ask its administrator for one.");
  return { ...user, businessId: membership.businessId, role, language: languageOf(request) };
}

/** @throws {AppError} `request.forbidden` */
export function demand({ role }: Who, permission: Permission): void {
  if (!may(role, permission))
    throw new AppError(
      "request.forbidden",
      `This needs another role than ${role}: see docs/permissions.md, ${permission}.`,
    );
}

/** The console says in `Accept-Language` which of ours it shows; a browser says something near. */
function languageOf(request: Request): Language {
  const wanted = request.acceptsLanguages(["es", "pt-BR", "pt", "en"]);
  return wanted === "pt-BR" || wanted === "pt" ? "pt-BR" : wanted === "en" ? "en" : "es";
}
