import { join } from "node:path";
import { type Business, readBusiness } from "../db/businesses.ts";
import { businessIds } from "../db/lookups.ts";
import { withLock } from "../db/with-lock.ts";
import { fillDemo } from "./app/businesses/fill-demo.ts";
import { foundFirst, foundSample, joinNumber } from "./app/businesses/found.ts";
import { SAMPLES } from "./app/businesses/samples.ts";
import type { Deps } from "./app/deps.ts";
import type { Config } from "./config.ts";
import { present } from "./domain/assert.ts";
import { AppError } from "./domain/errors.ts";
import type { Installation } from "./installation.ts";
import { paths } from "./paths.ts";

/**
 * The businesses of this installation: the samples in a demo, one on the configured number otherwise. Each is made once,
 * however many processes start on one database at once; what one that was killed had not yet done is done by the next, and so
 * a demo from before there were two samples gets the second. The first is where whoever starts it finds themselves.
 *
 * @throws {AppError} `config.invalid` when the data are a demo's and the settings are not, or the other way round.
 */
export async function foundOnce(
  { deps, ownerUrl, openChannels }: Pick<Installation, "deps" | "ownerUrl" | "openChannels">,
  config: Config,
): Promise<readonly string[]> {
  const founded = await withLock(ownerUrl, "founding", async () => {
    const businesses = await businessesOf(deps);
    const isDemo = config.SALDAR_MODE === "demo";
    if (businesses.some((business) => business.isDemo !== isDemo)) throw otherMode(config);
    for (const [index, { id: businessId }] of businesses.entries()) {
      // The number of the settings is the first's: it can lead to one business only.
      const phoneNumberId = index === 0 ? config.whatsapp?.phoneNumberId : undefined;
      await joinNumber(deps, { businessId, phoneNumberId });
    }
    if (isDemo) return foundSamples(deps, businesses);
    return businesses.length === 0 ? [await found(deps, config)] : businesses.map(({ id }) => id);
  });
  await openChannels();
  return founded;
}

/** In the order in which they were founded. */
async function businessesOf({ db }: Deps): Promise<Business[]> {
  const businesses: Business[] = [];
  for (const id of await businessIds(db.lookups))
    businesses.push(present(await db.inBusiness(id, readBusiness), "the founded business"));
  return businesses;
}

/** What is left to do of each: a business that is there is the sample of its country, and nothing is made of it twice. */
async function foundSamples(deps: Deps, businesses: readonly Business[]): Promise<string[]> {
  const ids: string[] = [];
  for (const sample of SAMPLES) {
    const standing = businesses.find(({ country }) => country === sample.business.country);
    const businessId = standing?.id ?? (await foundSample(deps, sample));
    await fillDemo(deps, { businessId, sample, file: join(paths.samples, sample.list) });
    ids.push(businessId);
  }
  return ids;
}

function found(deps: Deps, config: Config): Promise<string> {
  return foundFirst(deps, {
    name: config.SALDAR_BUSINESS_NAME ?? "Mi empresa",
    phoneNumberId: config.whatsapp?.phoneNumberId,
    hasStripe: config.stripe !== undefined,
  });
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
