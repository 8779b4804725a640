import type { AuthPool } from "./auth-pool.ts";

export type NewMember = {
  readonly business: { readonly id: string; readonly name: string };
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** For the rows that are missing; the moment is real time. */
  readonly made: { readonly userId: string; readonly memberId: string; readonly at: Date };
};

/**
 * The account, the organisation that stands for the business, and the membership, each made when it is missing; whoever is a
 * member already gets the role. An address counts as proved: only the person who is handed the link can use it. Written as
 * SQL, because the library asks first and inserts then, and two invitations at once would collide.
 */
export async function saveMember(pool: AuthPool, { business, email, name, role, made }: NewMember): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      `insert into organization (id, name, slug, "createdAt") values ($1, $2, $1, $3) on conflict do nothing`,
      [business.id, business.name, made.at],
    );
    await client.query(
      `insert into "user" (id, name, email, "emailVerified") values ($1, $2, $3, true) on conflict (email) do nothing`,
      [made.userId, name, email],
    );
    const { rows } = await client.query<{ id: string }>(
      `insert into member (id, "organizationId", "userId", role, "createdAt") select $1, $2, u.id, $3, $5 from "user" u where u.email = $4
       on conflict ("organizationId", "userId") do update set role = excluded.role returning "userId" as id`,
      [made.memberId, business.id, role, email, made.at],
    );
    await client.query("commit");
    return rows[0]?.id ?? made.userId;
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
