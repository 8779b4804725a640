import { recordAudit } from "../../../db/audit.ts";
import { lockReadings, saveReadings } from "../../../db/businesses.ts";
import { tellConsole } from "../../../db/intake.ts";
import { countriesWithLaw, profileOf, readingsOf } from "../../domain/contact-law/profiles.ts";
import { type Choice, knownChoices, offeredAs } from "../../domain/contact-law/readings.ts";
import { AppError } from "../../domain/errors.ts";
import { storable } from "../../domain/storable.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

export type ChooseReading = Choice & {
  readonly businessId: string;
  readonly userId: string;
  /** Why, in the person's words: kept in the audit and shown in the history. */
  readonly reason: string;
};

/** What the audit keeps of a choice, before and after: every reading of that country that held. */
export const READING_CHOSEN = "contact-law.reading-chosen";

/**
 * Chooses one reading of a country's law for the whole business, on the record; to go back to the default is a choice as well.
 * It holds from the next decision on: the business is read anew in every transaction that decides, in every process, and what
 * waits already is decided on once more as its turn comes.
 *
 * @throws {AppError} `request.invalid`, which lists what may be chosen.
 */
export async function chooseReading(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, userId, country, reading, option, reason }: ChooseReading,
): Promise<void> {
  if (!offeredAs({ country, reading, option })) throw notOffered(country);
  await deps.db.inBusiness(businessId, async (tx) => {
    const stored = await lockReadings(tx);
    const { now } = await moveContext(deps, tx);
    const before = stored[country] ?? {};
    // What this build no longer offers goes with the first choice after it: its country was looked at by a person again.
    const after = { ...knownChoices(stored, country), [reading]: option };
    await saveReadings(tx, { ...stored, [country]: after });
    await recordAudit(tx, businessId, {
      actor: userId,
      action: READING_CHOSEN,
      subject: "business",
      subjectId: businessId,
      before: { country, reading, option: inForce(country, before, reading), stored: before },
      after: { country, reading, option, stored: after, reason: storable(reason) },
      at: now,
    });
    await tellConsole(tx, businessId, [{ kind: "law.changed", subjectId: null }]);
  });
}

/** The option that held under these choices, the default's when none was chosen. */
function inForce(country: string, chosen: Readonly<Record<string, string>>, reading: string): string | undefined {
  return profileOf(country, { readings: knownChoices({ [country]: chosen }, country) })?.readings[reading];
}

function notOffered(country: string): AppError {
  const offered = readingsOf(country).map(
    ({ name, options }) => `${name} (${options.map((option) => option.name).join(", ")})`,
  );
  if (offered.length > 0)
    return new AppError("request.invalid", `What may be chosen for ${country}: ${offered.join("; ")}.`);
  const open = countriesWithLaw().flatMap((law) => (law.readings.length > 0 ? [law.country] : []));
  return new AppError(
    "request.invalid",
    `Nothing may be chosen for ${country}. Readings are open for ${open.join(", ")}.`,
  );
}
