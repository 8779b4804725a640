import { type Response, Router } from "express";
import { z } from "zod";
import { recordAudit } from "../../../db/audit.ts";
import { readBusiness } from "../../../db/businesses.ts";
import { type Changed, changeRole, membersOf, removeMember } from "../../../db/console/members.ts";
import { membershipsOf } from "../../../db/lookups.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { parseRole, ROLES } from "../../domain/member-role.ts";
import type { Invited, Team } from "../contract/session.ts";
import type { WebDeps } from "../deps.ts";
import type { Who } from "../who.ts";
import { type Answer, created, done, type Endpoint, notFound, ok, refused } from "./endpoint.ts";

const Role = z.enum(ROLES);
const InviteBody = z.object({
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().min(1).max(80),
  role: Role,
});

/** Who works here, and as what. */
export function teamRoutes(deps: WebDeps, endpoint: Endpoint): Router {
  const router = Router();
  router.get(
    "/team",
    endpoint({ permission: "team.read" }, async ({ who }) => {
      const members = await membersOf(deps.db.lookups, who.businessId);
      return ok<Team>({
        members: members.flatMap(({ role, ...member }) =>
          parseRole(role) ? [{ ...member, role: parseRole(role) ?? "agent" }] : [],
        ),
      });
    }),
  );
  router.post(
    "/team",
    endpoint({ permission: "team.manage", body: InviteBody }, async ({ who, body, response }) => {
      // Inviting somebody who is here already would be a way around the last administrator's protection.
      if ((await membersOf(deps.db.lookups, who.businessId)).some(({ email }) => email === body.email)) {
        return refused(response, "request.conflict", "This person is a member already: change their role instead.");
      }
      const business = await deps.db.inBusiness(who.businessId, async (tx) =>
        present(await readBusiness(tx), "the business"),
      );
      const id = await deps.signIn.saveMember({ business, ...body, at: deps.clock.now().toJSDate() });
      await audit(deps, who, "team.invited", { id, role: body.role });
      // A link opens the account, and with it every business of that person: only where there is no other may we hand one out.
      const isOnlyHere = (await membershipsOf(deps.db.lookups, id)).length === 1;
      const signInLink = isOnlyHere ? await deps.signIn.makeLink(body.email) : null;
      return created<Invited>({ member: { id, ...body }, signInLink });
    }),
  );
  router.put(
    "/team/:userId",
    endpoint({ permission: "team.manage", body: z.object({ role: Role }) }, async ({ who, id, body, response }) => {
      const userId = id("userId");
      const changed = await changeRole(deps.db.lookups, who.businessId, userId, body.role);
      if (changed === "changed") await audit(deps, who, "team.role-changed", { id: userId, role: body.role });
      return answer(response, changed);
    }),
  );
  router.delete(
    "/team/:userId",
    endpoint({ permission: "team.manage" }, async ({ who, id, response }) => {
      const userId = id("userId");
      const removed = await removeMember(deps.db.lookups, who.businessId, userId);
      if (removed === "changed") await audit(deps, who, "team.removed", { id: userId, role: null });
      return answer(response, removed);
    }),
  );
  return router;
}

function answer(response: Response, changed: Changed): Answer {
  if (changed === "unknown") throw notFound("member");
  return changed === "changed"
    ? done
    : refused(response, "request.conflict", "This is the last administrator: make somebody else one first.");
}

async function audit(
  { db, clock }: WebDeps,
  { businessId, userId }: Who,
  action: string,
  after: { id: string; role: string | null },
): Promise<void> {
  await db.inBusiness(businessId, async (tx) => {
    const { clockOffsetMs } = present(await readBusiness(tx), "the business");
    const at = businessTime(clock.now(), Number(clockOffsetMs));
    await recordAudit(tx, businessId, {
      actor: userId,
      action,
      subject: "member",
      subjectId: after.id,
      before: null,
      after,
      at,
    });
  });
}
