import type { Role } from "../../domain/member-role.ts";
import type { Currency } from "../../domain/money.ts";
import type { BankAccount } from "../../payment-providers/payment-provider.ts";
import type { Permission } from "../permissions.ts";
import type { ChannelView } from "./channels.ts";
import type { Language, Moment, Person } from "./common.ts";

export type { Role } from "../../domain/member-role.ts";
export type { Permission } from "../permissions.ts";

/**
 * `GET /api/session`; 401 `request.signed-out` without one.
 *
 * Sign-in: `POST /api/auth/sign-in/email` `{ email, password }` → 200, or 401; sets the cookie. A one-time link is opened by
 * the browser itself (`/api/auth/magic-link/verify?token=…`) and leads to `/`, or to `/sign-in?error=…` once used or expired.
 * Sign-out: `POST /api/auth/sign-out` `{}`.
 */
export type Session = {
  readonly user: Person & { readonly email: string };
  readonly role: Role;
  /** What the role allows; the server checks each again. */
  readonly permissions: readonly Permission[];
  readonly business: BusinessView;
  /** All that this person belongs to, the first they joined first. */
  readonly businesses: readonly MyBusiness[];
  /** A simulated phone exists: show the simulator. */
  readonly hasSimulator: boolean;
  /** No password yet: offer to set one, because the sign-in link works once. */
  readonly hasPassword: boolean;
};

/** What one may choose; the role is this person's there. */
export type MyBusiness = Pick<BusinessView, "id" | "name" | "country" | "isDemo"> & { readonly role: Role };

/**
 * `PUT /api/session/business` → 204; 404 for one that this person does not belong to. From the next request on the session is in
 * that business, in every tab with its cookie. So the page says with each request for which business it was drawn,
 * `X-Saldar-Business: <id>` (`?business=<id>` for `GET /api/events`); 409 `session.other-business` when the session is in another by
 * now. The page that changes it does not say it here, and loads itself anew.
 */
export type ChooseBusiness = { readonly businessId: string };

/** `PUT /api/session/password` → 204. `currentPassword` only when there is one. */
export type SetPassword = { readonly newPassword: string; readonly currentPassword?: string };

export type BusinessView = {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly currency: Currency;
  readonly language: Language;
  readonly zone: string;
  readonly isDemo: boolean;
  /** What time it is for the business. Real time but in a demo. */
  readonly now: Moment;
  /** Business time minus real time. The page adds it to its own clock. */
  readonly clockOffsetMs: number;
};

/** `GET /api/business`: how it is set up, to read. */
export type BusinessSettings = BusinessView & {
  readonly howToVerifyUs: string;
  readonly paymentProvider: "stripe" | "test_checkout" | "manual_transfer" | null;
  readonly transferAccount: BankAccount | null;
  readonly planPolicy: Readonly<Record<string, unknown>>;
  readonly channels: readonly {
    readonly id: string;
    readonly kind: ChannelView["kind"];
    readonly name: string;
    readonly blockedBecause: string | null;
    readonly pausedUntil: Moment | null;
    readonly messagingLimit: number | null;
  }[];
};

/**
 * `POST /api/clock` → `Clock`. A demo's business only; 403 elsewhere. `heldMessage`: to the moment at which that one of the outbox leaves;
 * 404 where there is none, and the clock stays where it waits no longer.
 */
export type MoveClock =
  | { readonly by: "hour" | "day" | "nextLegalMoment" }
  | { readonly by: "heldMessage"; readonly outboxId: string };
export type Clock = { readonly now: Moment; readonly clockOffsetMs: number };

/** `GET /api/team` → `{ members }`. */
export type Team = { readonly members: readonly TeamMember[] };
export type TeamMember = Person & { readonly email: string; readonly role: Role };
/**
 * `POST /api/team` → 201 `Invited`: the link signs the person in once, within 15 minutes. Give it to them yourself. Who works for
 * another business too signs in as they do there and finds this one beside it: a link would open the other to who invites.
 * @public
 */
export type Invite = { readonly email: string; readonly name: string; readonly role: Role };
export type Invited = { readonly member: TeamMember; readonly signInLink: string | null };
/**
 * `PUT /api/team/:userId` → 204, in force from that person's next request. `DELETE /api/team/:userId` → 204.
 * @public
 */
export type ChangeRole = { readonly role: Role };

/** `GET /api/alarms` → what failed for good and waits for a person. `POST /api/alarms/:id/clear` `{}` → 204. */
export type Alarms = { readonly alarms: readonly AlarmView[] };
export type AlarmView = {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly detail: string;
  readonly times: number;
  readonly raisedAt: Moment;
};
