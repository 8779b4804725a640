/** The four roles a member of a business may have, and so an API key of it, least first. docs/permissions.md shows what each may do. */
export const ROLES = ["agent", "supervisor", "business", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** A role as it is stored, or `undefined`: whoever has another word there may do nothing. */
export function parseRole(text: string): Role | undefined {
  return ROLES.find((role) => role === text);
}
