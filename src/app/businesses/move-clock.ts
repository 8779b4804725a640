import { type Business, moveClock as moveStoredClock } from "../../../db/businesses.ts";
import { tellConsole } from "../../../db/intake.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { startOfNextWindow } from "../../domain/contact-law/openings.ts";
import { AppError } from "../../domain/errors.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

export type ClockMove = "hour" | "day" | "nextLegalMoment";

const HOUR_MS = 3_600_000;

/**
 * Moves a demo business's time forward; alarms, windows and due dates follow it. Sign-in, signatures, leases and back-off
 * stay on real time. @throws {AppError} `request.forbidden` for a business that is no demo.
 */
export async function moveClock(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, by }: { businessId: string; by: ClockMove },
): Promise<{ now: string }> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    if (!business.isDemo)
      throw new AppError("request.forbidden", "Only a demo's clock can be moved: real debtors live in real time.");
    const byMs = by === "hour" ? HOUR_MS : by === "day" ? 24 * HOUR_MS : millisecondsToNextWindow(business, now);
    await moveStoredClock(tx, BigInt(byMs));
    await tellConsole(tx, businessId, [{ kind: "clock.moved", subjectId: null }]);
    return { now: now.plus({ milliseconds: byMs }).toISO() };
  });
}

function millisecondsToNextWindow(business: Business, now: Parameters<typeof startOfNextWindow>[2]): number {
  const { country, profile, zones } = lawFor(business);
  const next = profile && startOfNextWindow(profile, zones, now);
  if (!next)
    throw new AppError(
      "contact.denied",
      `No lawful moment is known for ${country}: its contact law is not written yet.`,
    );
  // A second into the window, so that rounding cannot fall on the moment before it opens.
  return Math.ceil(next.toMillis() - now.toMillis()) + 1000;
}
