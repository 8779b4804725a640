import { expect, test } from "vitest";
import { parseRole, ROLES } from "../../src/domain/member-role.ts";
import { may, PERMISSIONS, permissionsOf } from "../../src/web/permissions.ts";

test("every right is somebody's, and an administrator has all of them", () => {
  for (const roles of Object.values(PERMISSIONS)) expect(roles).toContain("admin");
  expect(permissionsOf("admin")).toEqual(Object.keys(PERMISSIONS));
});

test("whoever works for the business's own side reads no word of a chat and decides no receipt", () => {
  expect(
    permissionsOf("business").filter((permission) => /^(conversations\.(read|answer|steal)|receipts)/.test(permission)),
  ).toEqual([]);
});

test("an agent neither takes chats from colleagues, nor uploads, nor reads the books, nor gives roles", () => {
  for (const permission of [
    "conversations.steal",
    "debtor-lists.upload",
    "ledger.read",
    "team.manage",
    "team.read",
  ] as const)
    expect(may("agent", permission)).toBe(false);
});

test("a word that is no role is none", () => {
  expect(ROLES.map(parseRole)).toEqual([...ROLES]);
  for (const word of ["owner", "member", "Admin", "admin,agent", ""]) expect(parseRole(word)).toBeUndefined();
});
