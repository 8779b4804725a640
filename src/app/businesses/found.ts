import { type Business, type ChannelRow, insertBusiness, insertChannel } from "../../../db/businesses.ts";
import { liftBlocks } from "../../../db/number-blocks.ts";
import { numberByKey } from "../../../db/numbers.ts";
import { latestAllowed } from "../../domain/contact-law/openings.ts";
import { profileOf } from "../../domain/contact-law/profiles.ts";
import { USUAL_PAY_DAYS } from "../../domain/understanding/entities/read-entities.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { FIRST_POLICY, type Sample } from "./samples.ts";

/** Left in the window when a demo opens, so that its first openings are not all postponed. */
const MARGIN_MINUTES = 60;

const COLOMBIAN = {
  country: "CO",
  currency: "COP",
  language: "es",
  zone: "America/Bogota",
  planPolicy: FIRST_POLICY,
  readings: {},
} as const;

/**
 * A sample business, on a simulator of its own, with a test checkout. Its clock opens at the latest moment at or before now
 * at which its own law allows writing, so that a newcomer on a Sunday sees a conversation and not a refusal.
 */
export async function foundSample(deps: Pick<Deps, "db" | "clock">, { business }: Sample): Promise<string> {
  const now = deps.clock.now();
  const profile = profileOf(business.country);
  const opensAt = (profile && latestAllowed(profile, business.zone, now, MARGIN_MINUTES)) ?? now;
  return found(
    deps,
    {
      ...business,
      id: newId(),
      readings: {},
      isDemo: true,
      clockOffsetMs: BigInt(opensAt.toMillis() - now.toMillis()),
      transferAccount: null,
      paymentProvider: "test_checkout",
      payDays: USUAL_PAY_DAYS,
    },
    { kind: "simulator", name: "Simulador", routingKey: `simulator-${newId()}` },
  );
}

/** The first business of a real installation, on its own number. Everything about it can be changed in the console. */
export async function foundFirst(
  deps: Pick<Deps, "db" | "clock">,
  { name, phoneNumberId, hasStripe }: { name: string; phoneNumberId: string | undefined; hasStripe: boolean },
): Promise<string> {
  return found(
    deps,
    {
      ...COLOMBIAN,
      id: newId(),
      name,
      isDemo: false,
      clockOffsetMs: 0n,
      transferAccount: null,
      paymentProvider: hasStripe ? "stripe" : null,
      howToVerifyUs: name,
      payDays: USUAL_PAY_DAYS,
    },
    phoneNumberId === undefined ? undefined : { kind: "cloud", name: "WhatsApp", routingKey: phoneNumberId },
  );
}

/**
 * Joins the number of the settings to a business that was founded without it, and gives numbers that were blocked another
 * try: whoever starts again has, as a rule, put a new token in place. A number that is still blocked says so at once.
 */
export async function joinNumber(
  { db }: Pick<Deps, "db">,
  { businessId, phoneNumberId }: { businessId: string; phoneNumberId: string | undefined },
): Promise<void> {
  await db.inBusiness(businessId, async (tx) => {
    await liftBlocks(tx, businessId, { channelId: "all", sources: ["credentials", "refused"] });
    if (phoneNumberId === undefined) return;
    // One that was retired stays so: somebody decided that.
    if (!(await numberByKey(tx, businessId, phoneNumberId)))
      await insertChannel(tx, businessId, { id: newId(), kind: "cloud", name: "WhatsApp", routingKey: phoneNumberId });
  });
}

async function found(
  { db }: Pick<Deps, "db">,
  business: Business,
  channel: Omit<ChannelRow, "id"> | undefined,
): Promise<string> {
  await db.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    if (channel) await insertChannel(tx, business.id, { ...channel, id: newId() });
  });
  return business.id;
}
