import { z } from "zod";
import { readBusiness } from "../../../db/businesses.ts";
import { tellConsole } from "../../../db/intake.ts";
import { holdReports, keepMedia, keptMedia, providerIdOnPhone, showOnPhone, takeFault } from "../../../db/simulator.ts";
import type { Fault } from "../../channels/simulator/fault.ts";
import type { SimulatedPhone } from "../../channels/simulator/simulator.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";

const FaultOrder = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("duplicate") }),
  z.object({ kind: z.literal("delay"), seconds: z.number().int().min(1).max(600) }),
  z.object({ kind: z.literal("reorder") }),
  z.object({ kind: z.literal("lose-message") }),
  z.object({ kind: z.literal("lose-answer") }),
  z.object({ kind: z.literal("refuse"), code: z.number().int() }),
  z.object({ kind: z.literal("refuse-http"), status: z.number().int().min(400).max(599) }),
  z.object({ kind: z.literal("fail"), code: z.number().int() }),
]);

/** Keeps a business's simulated phones in its database, so that they outlive the process like everything else. */
export function phoneOf(
  deps: Pick<Deps, "db" | "clock">,
  { businessId, channelId }: { businessId: string; channelId: string },
): SimulatedPhone {
  const { db, clock } = deps;
  return {
    nextFault: ({ to }) => db.inBusiness(businessId, (tx) => takeOrderedFault(tx, businessId, to.phone ?? "", deps)),
    async deliver({ providerId, message, visibleAt, statuses }) {
      await db.inBusiness(businessId, async (tx) => {
        const business = present(await readBusiness(tx), "the business");
        const isNew = await showOnPhone(tx, businessId, {
          phone: message.to.phone ?? "",
          direction: "out",
          providerId,
          outboxId: message.outboxId,
          content: message.content,
          at: businessTime(clock.now(), Number(business.clockOffsetMs)),
          visibleAt,
        });
        if (!isNew) return;
        await tellConsole(tx, businessId, [{ kind: "phone.changed", subjectId: null }]);
        await holdReports(
          tx,
          businessId,
          statuses.map((status) => ({ channelId, report: status, dueAt: status.at })),
        );
      });
    },
    providerIdOf: (outboxId) => db.inBusiness(businessId, (tx) => providerIdOnPhone(tx, businessId, outboxId)),
    mediaOf: ({ token }) => db.inBusiness(businessId, async (tx) => (await keptMedia(tx, businessId, token))?.bytes),
    keepFile: async ({ mime, bytes }) => {
      const token = newId();
      await db.inBusiness(businessId, (tx) => keepMedia(tx, businessId, { token, mime, bytes: Buffer.from(bytes) }));
      return token;
    },
  };
}

export async function takeOrderedFault(
  tx: Parameters<typeof takeFault>[0],
  businessId: string,
  phone: string,
  { clock }: Pick<Deps, "clock">,
): Promise<Fault | undefined> {
  const stored = await takeFault(tx, businessId, phone, clock.now());
  return stored === undefined ? undefined : FaultOrder.parse(stored);
}
