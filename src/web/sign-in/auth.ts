import { betterAuth } from "better-auth";
import { createAccessControl } from "better-auth/plugins/access";
import { magicLink } from "better-auth/plugins/magic-link";
import { organization } from "better-auth/plugins/organization";
import type { AuthPool } from "../../../db/auth-pool.ts";
import { ROLES } from "../../domain/member-role.ts";
import { newId } from "../../ids.ts";
import type { Log } from "../../log.ts";
import { COOKIE_PREFIX } from "./session-cookie.ts";

export type AuthSettings = {
  readonly pool: AuthPool;
  readonly publicUrl: string;
  /** Signs cookies. */
  readonly secret: string;
  readonly log: Log;
  /** Is told the token of each link that is asked for; nothing is ever sent. */
  readonly onLink: (link: { request: string; token: string }) => void;
};

/** Where the server puts the caller's address after it has judged `X-Forwarded-For`: nobody else can set it. */
export const ADDRESS_HEADER = "x-saldar-address";

const LINK_MINUTES = 15;

/** Where a link leads: in, or to the page that says why not. */
export const LINK_LEADS_TO = { callbackURL: "/", errorCallbackURL: "/sign-in" } as const;

export type Auth = ReturnType<typeof makeAuth>;

/**
 * The sign-in library, set up as we use it: e-mail and password, links that work once, one organisation a business (of the
 * same id) and one table of memberships. Nobody can sign up. What a role allows is `permissions.ts`, not the library's tables.
 */
export function makeAuth({ pool, publicUrl, secret, log, onLink }: AuthSettings) {
  const access = createAccessControl({ business: [] });
  const roles = Object.fromEntries(ROLES.map((role) => [role, access.newRole({ business: [] })]));
  return betterAuth({
    appName: "Saldar",
    baseURL: publicUrl,
    basePath: "/api/auth",
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: {
      level: "warn",
      log: (level, message) => (level === "error" ? log.error : log.warn)({ from: "sign-in" }, message),
    },
    // A page reached under another name of this host is still this host: same-origin.ts has compared the two before.
    trustedOrigins: (request) => [request?.headers.get("origin") ?? publicUrl],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: 7 * 24 * 3600, updateAge: 24 * 3600 },
    rateLimit: {
      enabled: true,
      // In the database, because several processes answer.
      storage: "database",
      window: 60,
      max: 60,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/magic-link/verify": { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      // Said, because the library leaves both out by itself where it believes to be under test.
      disableCSRFCheck: false,
      disableOriginCheck: false,
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => newId() },
    },
    plugins: [
      organization({
        ac: access,
        roles,
        creatorRole: "admin",
        allowUserToCreateOrganization: false,
        membershipLimit: 1000,
      }),
      magicLink({
        expiresIn: LINK_MINUTES * 60,
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: ({ token, metadata }) => onLink({ request: String(metadata?.["request"]), token }),
      }),
    ],
  });
}
