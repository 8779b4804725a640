import { numberByKey } from "../../../db/numbers.ts";
import { AppError } from "../../domain/errors.ts";
import type { CloudDeps } from "./cloud-deps.ts";

/** @throws {AppError} `number.taken` when this number is in use here already */
export async function refuseInUse(
  deps: Pick<CloudDeps, "db">,
  { businessId, phoneNumberId }: { businessId: string; phoneNumberId: string },
): Promise<void> {
  const here = await deps.db.inBusiness(businessId, (tx) => numberByKey(tx, businessId, phoneNumberId));
  if (here && here.retiredAt === null) throw numberTaken();
}

export function numberTaken(): AppError {
  return new AppError(
    "number.taken",
    "This number is in use here already. Change its credentials, or retire it where it is.",
  );
}

/** Postgres' word for a key that somebody has. */
export function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
