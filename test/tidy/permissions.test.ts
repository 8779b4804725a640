import { expect, test } from "vitest";
import { ROLES } from "../../src/domain/member-role.ts";
import { KEY_PERMISSIONS, PERMISSIONS } from "../../src/web/permissions.ts";
import { tableRows } from "./tables.ts";

test("docs/permissions.md says of each permission which roles have it", () => {
  const documented = tableRows("docs/permissions.md").map(([permission = "", , ...cells]) => [
    permission.replaceAll("`", ""),
    ROLES.filter((_, column) => cells[column] === "yes"),
  ]);
  expect(Object.fromEntries(documented)).toEqual(PERMISSIONS);
});

test("docs/permissions.md says what an API key may do", () => {
  const documented = tableRows("docs/permissions.md").flatMap(([permission = "", , ...cells]) =>
    cells[ROLES.length] === "yes" ? [permission.replaceAll("`", "")] : [],
  );
  expect(documented).toEqual(KEY_PERMISSIONS);
});
