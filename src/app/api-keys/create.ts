import { insertApiKey } from "../../../db/api-keys.ts";
import { recordAudit } from "../../../db/audit.ts";
import type { Role } from "../../domain/member-role.ts";
import { newId } from "../../ids.ts";
import { hashToken } from "../../secrets.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";
import { type KeyText, newKeyText } from "./key-text.ts";

export type NewKey = {
  readonly businessId: string;
  readonly name: string;
  readonly role: Role;
  readonly by: string;
};

/** Makes a key for a business's own system. The secret is in the answer and nowhere else: who loses it makes another. */
export async function createApiKey(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, name, role, by }: NewKey,
): Promise<KeyText & { readonly id: string }> {
  const id = newId();
  const { prefix, secret } = newKeyText();
  await deps.db.inBusiness(businessId, async (tx) => {
    const { now } = await moveContext(deps, tx);
    const keyHash = hashToken(secret);
    await insertApiKey(tx, businessId, { id, name, role, prefix, keyHash, createdBy: by, createdAt: deps.clock.now() });
    await recordAudit(tx, businessId, {
      actor: by,
      action: "api-key.created",
      subject: "api-key",
      subjectId: id,
      before: null,
      after: { name, role, prefix },
      at: now,
    });
  });
  return { id, prefix, secret };
}
