import type { DateTime } from "luxon";
import { moveClock as moveStoredClock } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { tellConsole } from "../../../db/intake.ts";
import { leavesAt } from "../../../db/unsent.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import { startOfNextWindow } from "../../domain/contact-law/openings.ts";
import { AppError } from "../../domain/errors.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";

/**
 * `nextLegalMoment`: when the business may next begin to write. `heldMessage`: when that one leaves, which is later where others wait
 * for the same hours, because they leave spread over them; not at all where it waits no longer.
 */
export type ClockMove =
  | { readonly by: "hour" | "day" | "nextLegalMoment" }
  | { readonly by: "heldMessage"; readonly outboxId: string };

const HOUR_MS = 3_600_000;

/**
 * Moves a demo business's time forward; alarms, windows and due dates follow it. Sign-in, signatures, leases and back-off
 * stay on real time. @throws {AppError} `request.forbidden` for a business that is no demo, `request.not-found` for a message it does not
 * have, `contact.denied` where no lawful moment is known.
 */
export async function moveClock(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, move }: { businessId: string; move: ClockMove },
): Promise<{ now: string }> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const { business, now } = await moveContext(deps, tx);
    if (!business.isDemo)
      throw new AppError("request.forbidden", "Only a demo's clock can be moved: real debtors live in real time.");
    const byMs = await millisecondsOf(tx, { business, now }, move);
    await moveStoredClock(tx, BigInt(byMs));
    await tellConsole(tx, businessId, [{ kind: "clock.moved", subjectId: null }]);
    return { now: now.plus({ milliseconds: byMs }).toISO() };
  });
}

async function millisecondsOf(tx: Tx, { business, now }: Now, move: ClockMove): Promise<number> {
  switch (move.by) {
    case "hour":
      return HOUR_MS;
    case "day":
      return 24 * HOUR_MS;
    case "nextLegalMoment":
      return millisecondsUntil(nextWindow({ business, now }), now);
    case "heldMessage": {
      const at = await leavesAt(tx, business.id, move.outboxId);
      if (at === undefined) throw new AppError("request.not-found", "There is no such message in the outbox.");
      return at === null ? 0 : millisecondsUntil(at, now);
    }
  }
}

type Now = Pick<MoveContext, "business" | "now">;

function nextWindow({ business, now }: Now): DateTime {
  const { country, profile, zones } = lawFor(business);
  const next = profile && startOfNextWindow(profile, zones, now);
  if (!next)
    throw new AppError(
      "contact.denied",
      `No lawful moment is known for ${country}: its contact law is not written yet.`,
    );
  return next;
}

/** And a second, so that rounding cannot fall on the moment before. Nothing for what has passed. */
function millisecondsUntil(moment: DateTime, now: DateTime): number {
  return moment <= now ? 0 : Math.ceil(moment.toMillis() - now.toMillis()) + 1000;
}
