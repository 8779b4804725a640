import { recordAudit } from "../../../db/audit.ts";
import { savePayDays } from "../../../db/businesses.ts";
import { AppError } from "../../domain/errors.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

/** More days than this are no days of pay. */
const MOST = 10;

/**
 * Sets the days of the month on which people are paid where a business collects: "la quincena", "cuando cobre". 31 is a
 * month's last day. What debtors say from then on is read so; what was agreed keeps its days.
 *
 * @throws {AppError} `request.invalid` for anything but one to ten whole days from 1 to 31.
 */
export async function setPayDays(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  {
    businessId,
    payDays,
    by,
  }: { readonly businessId: string; readonly payDays: readonly number[]; readonly by: string },
): Promise<readonly number[]> {
  const days = [...new Set(payDays)].sort((a, b) => a - b);
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 31;
  if (days.length === 0 || days.length > MOST || !days.every(isDay))
    throw new AppError(
      "request.invalid",
      `Pay days are one to ${MOST} days of the month from 1 to 31, such as 15 and 31; 31 is the last day of every month.`,
    );
  await deps.db.inBusiness(businessId, async (tx) => {
    const before = await savePayDays(tx, days);
    const { now } = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: by,
      action: "business.pay-days-set",
      subject: "business",
      subjectId: businessId,
      before: { payDays: before },
      after: { payDays: days },
      at: now,
    });
  });
  return days;
}
