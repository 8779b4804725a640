import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { fromNodeHeaders, toNodeHandler } from "better-auth/node";
import { openAuthPool } from "../../../db/auth-pool.ts";
import { saveMember } from "../../../db/save-member.ts";
import { chooseBusiness, standingSession } from "../../../db/sessions.ts";
import { systemClock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import type { Role } from "../../domain/member-role.ts";
import { newId } from "../../ids.ts";
import type { Log } from "../../log.ts";
import type { Secrets } from "../../secrets.ts";
import { type Auth, LINK_LEADS_TO, makeAuth } from "./auth.ts";
import { sessionTokenOf } from "./session-cookie.ts";

/** Everything about who is who. The rest of the server asks here and never the library. */
export type SignIn = {
  /** Answers the library's own addresses under `/api/auth`. Which of them exist is for the router to say. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The session that the cookie names, asked of the database each time: a session ended elsewhere is over at once. */
  sessionOf(headers: IncomingHttpHeaders): Promise<SignedInUser | undefined>;
  /** Moves the session's end on, when it is time for that. The cookies to send. */
  refresh(headers: IncomingHttpHeaders): Promise<string[]>;
  /** Puts this session, and no other, into a business of the person's. False when they do not belong to it. */
  chooseBusiness(chosen: { readonly sessionId: string; readonly businessId: string }): Promise<boolean>;
  /** An address that signs this person in once, within 15 minutes of real time. For somebody who has an account. */
  makeLink(email: string): Promise<string>;
  /** Makes the person's account if there is none, and gives it a role in the business. Returns the user's id. */
  saveMember(member: NewMember): Promise<string>;
  hasPassword(userId: string): Promise<boolean>;
  /** Ends the person's other sessions. The cookies replace this one's; `wrong` when the current password is not that one. */
  setPassword(headers: IncomingHttpHeaders, passwords: NewPassword): Promise<{ cookies: string[] } | "wrong">;
  close(): Promise<void>;
};

export type NewMember = {
  readonly business: { readonly id: string; readonly name: string };
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Real time. */
  readonly at: Date;
};

export type SignedInUser = {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** The business chosen in this session, when the person has several. */
  readonly chosenBusinessId: string | undefined;
};

/** `current` only when there is one. */
export type NewPassword = { readonly current?: string | undefined; readonly next: string };

export type SignInSettings = {
  readonly appUrl: string;
  readonly publicUrl: string;
  readonly secrets: Secrets;
  readonly log: Log;
};

export function makeSignIn({ appUrl, publicUrl, secrets, log }: SignInSettings): SignIn {
  const pool = openAuthPool(appUrl, { max: 3, log });
  const links = new Map<string, string>();
  const auth = makeAuth({
    pool,
    publicUrl,
    secret: secrets.derive("sessions"),
    log,
    onLink: ({ request, token }) => links.set(request, token),
  });
  const handler = toNodeHandler(auth);
  return {
    handle: (request, response) => handler(request, response),
    async sessionOf({ cookie }) {
      const { authCookies, secret } = await auth.$context;
      const token = sessionTokenOf(cookie, { name: authCookies.sessionToken.name, secret });
      const found = token === undefined ? undefined : await standingSession(pool, token, systemClock.now().toJSDate());
      return found && { ...found, chosenBusinessId: found.chosenBusinessId ?? undefined };
    },
    refresh: (headers) => refresh(auth, headers),
    chooseBusiness: (chosen) => chooseBusiness(pool, chosen),
    async makeLink(email) {
      const request = newId();
      await auth.api.signInMagicLink({
        body: { email: email.toLowerCase(), metadata: { request } },
        headers: new Headers(),
      });
      const token = present(links.get(request), "the token of the link just made");
      links.delete(request);
      return linkTo(publicUrl, token);
    },
    saveMember: ({ at, email, ...member }) =>
      saveMember(pool, { ...member, email: email.toLowerCase(), made: { userId: newId(), memberId: newId(), at } }),
    hasPassword: (userId) => hasPassword(auth, userId),
    setPassword: (headers, passwords) => setPassword(auth, headers, passwords),
    close: () => pool.end(),
  };
}

function linkTo(publicUrl: string, token: string): string {
  const link = new URL("/api/auth/magic-link/verify", publicUrl);
  link.search = new URLSearchParams({ token, ...LINK_LEADS_TO }).toString();
  return link.href;
}

/** A session's end moves on while it is used: asked once a page, of the library, which knows when. */
async function refresh(auth: Auth, headers: IncomingHttpHeaders): Promise<string[]> {
  const { headers: answered } = await auth.api.getSession({ headers: fromNodeHeaders(headers), returnHeaders: true });
  return answered.getSetCookie();
}

async function hasPassword(auth: Auth, userId: string): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  return (await internalAdapter.findAccounts(userId)).some(
    ({ providerId, password }) => providerId === "credential" && password,
  );
}

async function setPassword(
  auth: Auth,
  nodeHeaders: IncomingHttpHeaders,
  { current, next }: NewPassword,
): Promise<{ cookies: string[] } | "wrong"> {
  const headers = fromNodeHeaders(nodeHeaders);
  if (current === undefined) {
    await auth.api.setPassword({ body: { newPassword: next }, headers });
    return { cookies: [] };
  }
  const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
  const answer = await auth.api.changePassword({ body, headers, asResponse: true });
  return answer.ok ? { cookies: answer.headers.getSetCookie() } : "wrong";
}
