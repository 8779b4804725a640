import { newId } from "../../ids.ts";
import type { Role } from "../permissions.ts";
import type { Auth } from "./auth.ts";

export type NewMember = {
  readonly business: { readonly id: string; readonly name: string };
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Real time. */
  readonly at: Date;
};

/**
 * The account, the organisation that stands for the business, and the membership: each made when it is missing. An address
 * that an administrator types in counts as proved, since only the person who is handed the link can use it.
 */
export async function saveMember(auth: Auth, { business, email, name, role, at }: NewMember): Promise<string> {
  const { internalAdapter, adapter } = await auth.$context;
  const to = email.toLowerCase();
  const known = await internalAdapter.findUserByEmail(to);
  const user =
    known?.user ??
    (await internalAdapter.createUser({ email: to, name, emailVerified: true }, { method: "invitation" }));

  const organisation = await adapter.findOne({ model: "organization", where: [{ field: "id", value: business.id }] });
  if (!organisation) {
    await adapter.create({
      model: "organization",
      data: { id: business.id, name: business.name, slug: business.id, createdAt: at },
      forceAllowId: true,
    });
  }
  const where = [
    { field: "organizationId", value: business.id },
    { field: "userId", value: user.id },
  ];
  const member = await adapter.findOne({ model: "member", where });
  if (member) await adapter.update({ model: "member", where, update: { role } });
  else {
    await adapter.create({
      model: "member",
      data: { id: newId(), organizationId: business.id, userId: user.id, role, createdAt: at },
      forceAllowId: true,
    });
  }
  return user.id;
}
