import { Router } from "express";
import { z } from "zod";
import { type Business, readBusiness } from "../../../db/businesses.ts";
import { channelStates } from "../../../db/console/channels.ts";
import { membershipsOf } from "../../../db/lookups.ts";
import { moveClock } from "../../app/businesses/move-clock.ts";
import { businessTime, type Clock as RealClock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { parseRole } from "../../domain/member-role.ts";
import type { BusinessSettings, BusinessView, Clock, MyBusiness, Session } from "../contract/session.ts";
import type { WebDeps } from "../deps.ts";
import { permissionsOf } from "../permissions.ts";
import { demandPerson } from "../who.ts";
import { done, type Endpoint, notFound, ok, refused } from "./endpoint.ts";
import { moment, momentOrNull } from "./show/moments.ts";

const PasswordBody = z.object({
  newPassword: z.string().min(12).max(128),
  currentPassword: z.string().max(128).optional(),
});

const ClockBody = z.discriminatedUnion("by", [
  z.object({ by: z.enum(["hour", "day", "nextLegalMoment"]) }),
  z.object({ by: z.literal("heldMessage"), outboxId: z.uuid().toLowerCase() }),
]);

const BusinessBody = z.object({ businessId: z.uuid().toLowerCase() });

/** Who is signed in, and for which business; what time it is there. */
export function sessionRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/session",
    endpoint({ permission: "business.read" }, async ({ who, request, response }) => {
      const { userId: id, name, email } = demandPerson(who);
      for (const cookie of await deps.signIn.refresh(request.headers)) response.append("Set-Cookie", cookie);
      const business = await deps.db.inBusiness(who.businessId, async (tx) =>
        present(await readBusiness(tx), "the business"),
      );
      return ok<Session>({
        user: { id, name, email },
        role: who.role,
        permissions: permissionsOf(who.role),
        business: businessView(business, deps.clock),
        businesses: await businessesOf(deps, id),
        hasSimulator: deps.useCases.simulator !== undefined,
        hasPassword: await deps.signIn.hasPassword(id),
      });
    }),
  );
  router.put(
    "/session/business",
    endpoint({ permission: "business.read", body: BusinessBody }, async ({ who, body }) => {
      const { sessionId } = demandPerson(who);
      if (!(await deps.signIn.chooseBusiness({ sessionId, businessId: body.businessId }))) throw notFound("business");
      return done;
    }),
  );
  router.put(
    "/session/password",
    endpoint({ permission: "business.read", body: PasswordBody }, async ({ who, body, request, response }) => {
      const hasOne = await deps.signIn.hasPassword(demandPerson(who).userId);
      if (hasOne && body.currentPassword === undefined)
        return refused(response, "request.invalid", "Give the current password too.");
      const current = hasOne ? body.currentPassword : undefined;
      const set = await deps.signIn.setPassword(request.headers, { current, next: body.newPassword });
      if (set === "wrong") return refused(response, "request.invalid", "The current password is another one.");
      for (const cookie of set.cookies) response.append("Set-Cookie", cookie);
      return done;
    }),
  );
  return router;
}

/** Each is read in a transaction of its own: no transaction sees two. */
async function businessesOf({ db }: Pick<WebDeps, "db">, userId: string): Promise<MyBusiness[]> {
  const memberships = await membershipsOf(db.lookups, userId);
  const read = memberships.map(async ({ businessId, role }) => {
    const business = await db.inBusiness(businessId, readBusiness);
    return business && { ...business, role: parseRole(role) };
  });
  return (await Promise.all(read)).flatMap((business) => {
    if (!business?.role) return [];
    const { id, name, country, isDemo, role } = business;
    return [{ id, name, country, isDemo, role }];
  });
}

export function businessRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/business",
    endpoint({ permission: "business.read" }, async ({ who }) => {
      const { business, channels } = await deps.db.inBusiness(who.businessId, async (tx) => ({
        business: present(await readBusiness(tx), "the business"),
        channels: await channelStates(tx, who.businessId),
      }));
      return ok<BusinessSettings>({
        ...businessView(business, deps.clock),
        howToVerifyUs: business.howToVerifyUs,
        paymentProvider: business.paymentProvider,
        transferAccount: business.transferAccount,
        planPolicy: policyView(business),
        channels: channels.map(({ pausedUntil, ...channel }) => ({
          ...channel,
          pausedUntil: momentOrNull(pausedUntil),
        })),
      });
    }),
  );
  router.post(
    "/clock",
    endpoint({ permission: "simulator.use", body: ClockBody }, async ({ who, body }) => {
      await moveClock(deps, { businessId: who.businessId, move: body });
      const business = await deps.db.inBusiness(who.businessId, async (tx) =>
        present(await readBusiness(tx), "the business"),
      );
      const { now, clockOffsetMs } = businessView(business, deps.clock);
      return ok<Clock>({ now, clockOffsetMs });
    }),
  );
  return router;
}

function businessView(
  { id, name, country, currency, language, zone, isDemo, clockOffsetMs }: Business,
  clock: RealClock,
): BusinessView {
  const now = moment(businessTime(clock.now(), Number(clockOffsetMs)));
  return { id, name, country, currency, language, zone, isDemo, now, clockOffsetMs: Number(clockOffsetMs) };
}

/** Whole numbers of minor units leave as text, as amounts always do. */
function policyView({ planPolicy }: Business): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(planPolicy).map(([key, value]) => [key, typeof value === "bigint" ? value.toString() : value]),
  );
}
