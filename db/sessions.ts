import type { AuthPool } from "./auth-pool.ts";

export type StandingSession = {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly chosenBusinessId: string | null;
};

/**
 * From its next request on this session is in that business, and no other session of the person is touched. False when they do
 * not belong to it: asked in the same statement, and again with each request.
 */
export async function chooseBusiness(
  pool: AuthPool,
  { sessionId, businessId }: { readonly sessionId: string; readonly businessId: string },
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update session s set "activeOrganizationId" = $2 where s.id = $1
      and exists (select from member m where m."userId" = s."userId" and m."organizationId" = $2)`,
    [sessionId, businessId],
  );
  return rowCount === 1;
}

/** The session of that token and whose it is, unless it is over. `at` is real time. */
export async function standingSession(pool: AuthPool, token: string, at: Date): Promise<StandingSession | undefined> {
  const { rows } = await pool.query<StandingSession>({
    name: "standing-session",
    text: `select s.id as "sessionId", u.id as "userId", u.name, u.email, s."activeOrganizationId" as "chosenBusinessId"
      from session s join "user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > $2`,
    values: [token, at],
  });
  return rows[0];
}
