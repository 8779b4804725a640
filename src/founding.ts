import { readBusiness } from "../db/businesses.ts";
import { businessIds } from "../db/lookups.ts";
import { withLock } from "../db/with-lock.ts";
import { fillDemo } from "./app/businesses/fill-demo.ts";
import { foundDemo, foundFirst, joinNumber } from "./app/businesses/found.ts";
import type { Deps } from "./app/deps.ts";
import type { Config } from "./config.ts";
import { present } from "./domain/assert.ts";
import { AppError } from "./domain/errors.ts";
import type { Installation } from "./installation.ts";
import { paths } from "./paths.ts";

/**
 * The business of this installation: the sample in a demo, one on the configured number otherwise. Made once, however many
 * processes start on one database at once; what one that was killed had not yet done is done by the next.
 *
 * @throws {AppError} `config.invalid` when the data are a demo's and the settings are not, or the other way round.
 */
export async function foundOnce(
  { deps, ownerUrl, openChannels }: Pick<Installation, "deps" | "ownerUrl" | "openChannels">,
  config: Config,
): Promise<string> {
  const id = await withLock(ownerUrl, "founding", async () => {
    const [first] = await businessIds(deps.db.lookups);
    const businessId = first === undefined ? await found(deps, config) : await goOn(deps, config, first);
    if (config.SALDAR_MODE === "demo") await fillDemo(deps, { businessId, file: paths.sampleList });
    return businessId;
  });
  await openChannels();
  return id;
}

function found(deps: Deps, config: Config): Promise<string> {
  if (config.SALDAR_MODE === "demo") return foundDemo(deps);
  return foundFirst(deps, {
    name: config.SALDAR_BUSINESS_NAME ?? "Mi empresa",
    phoneNumberId: config.whatsapp?.phoneNumberId,
    hasStripe: config.stripe !== undefined,
  });
}

async function goOn(deps: Deps, config: Config, businessId: string): Promise<string> {
  const business = present(await deps.db.inBusiness(businessId, readBusiness), "the founded business");
  if (business.isDemo !== (config.SALDAR_MODE === "demo")) throw otherMode(config);
  await joinNumber(deps, { businessId, phoneNumberId: config.whatsapp?.phoneNumberId });
  return businessId;
}

/** A demo stays one for ever: its debtors are made up, and its clock has been moved. */
function otherMode({ SALDAR_MODE, DATABASE_URL, SALDAR_DATA_DIR }: Config): AppError {
  const where = DATABASE_URL === undefined ? `the data folder ${SALDAR_DATA_DIR}` : "the database of DATABASE_URL";
  const elsewhere =
    DATABASE_URL === undefined ? "SALDAR_DATA_DIR to another folder" : "DATABASE_URL to an empty database";
  const words =
    SALDAR_MODE === "demo"
      ? `A demo is not shown on real data, and ${where} holds a real business. Set SALDAR_MODE=production, or`
      : `The demo's data are not carried over, and ${where} holds the demo's. For the real thing`;
  return new AppError("config.invalid", `${words} set ${elsewhere}.`);
}
