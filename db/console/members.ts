import { isKeyActor, keyNames } from "../api-keys.ts";
import type { Database, Sql, Tx } from "../client.ts";

// Who works in a business, read from the sign-in schema. Row-level security does not part it, so each statement names the
// business; only names are asked by person, because whoever has left keeps theirs.

export type Member = { readonly id: string; readonly name: string; readonly email: string; readonly role: string };

export async function membersOf(sql: Sql, businessId: string): Promise<Member[]> {
  return sql<Member[]>`
    select u.id, u.name, u.email, m.role from auth.member m join auth."user" u on u.id = m."userId"
    where m."organizationId" = ${businessId}
    order by lower(u.name), u.id`;
}

/** Names of these members and keys, for what they did and own. Whoever has left the business keeps their name. */
export async function namesOf(
  { lookups, inBusiness }: Pick<Database, "lookups" | "inBusiness">,
  businessId: string,
  actors: readonly string[],
): Promise<Map<string, string>> {
  const [keys, people] = [actors.filter(isKeyActor), actors.filter((actor) => !isKeyActor(actor))];
  return new Map([
    ...(people.length === 0 ? [] : await peoplesNames(lookups, people)),
    ...(keys.length === 0 ? [] : await inBusiness(businessId, (tx) => keyNames(tx, businessId, keys))),
  ]);
}

async function peoplesNames(sql: Sql, userIds: readonly string[]): Promise<[string, string][]> {
  const found = await sql<
    { id: string; name: string }[]
  >`select id, name from auth."user" where id = any(${[...userIds]})`;
  return found.map(({ id, name }) => [id, name]);
}

export type Changed = "changed" | "unknown" | "last-admin";

/** In force from the person's next request. The last administrator stays one. */
export async function changeRole(sql: Sql, businessId: string, userId: string, role: string): Promise<Changed> {
  return whileAnAdminStays(sql, { businessId, userId, becomes: role }, async (tx) => {
    await tx`update auth.member set role = ${role} where "organizationId" = ${businessId} and "userId" = ${userId}`;
  });
}

/** Takes the person's role away; their name stays on what they wrote. */
export async function removeMember(sql: Sql, businessId: string, userId: string): Promise<Changed> {
  return whileAnAdminStays(sql, { businessId, userId, becomes: null }, async (tx) => {
    await tx`delete from auth.member where "organizationId" = ${businessId} and "userId" = ${userId}`;
  });
}

type MemberChange = { readonly businessId: string; readonly userId: string; readonly becomes: string | null };

async function whileAnAdminStays(
  sql: Sql,
  { businessId, userId, becomes }: MemberChange,
  change: (tx: Tx) => Promise<void>,
): Promise<Changed> {
  const { changed } = await sql.begin(async (tx): Promise<{ changed: Changed }> => {
    // Two administrators who remove each other at once wait for each other here.
    const members = await tx<{ userId: string; role: string }[]>`
      select "userId" as user_id, role from auth.member where "organizationId" = ${businessId} order by id for update`;
    if (!members.some((member) => member.userId === userId)) return { changed: "unknown" };
    const adminsLeft = members.filter((member) => (member.userId === userId ? becomes : member.role) === "admin");
    if (adminsLeft.length === 0) return { changed: "last-admin" };
    await change(tx);
    return { changed: "changed" };
  });
  return changed;
}
