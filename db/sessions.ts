import type { AuthPool } from "./auth-pool.ts";

export type StandingSession = {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly chosenBusinessId: string | null;
};

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
