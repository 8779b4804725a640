import { lockReadings, readBusiness } from "../../../db/businesses.ts";
import { tellConsole } from "../../../db/intake.ts";
import { businessIds } from "../../../db/lookups.ts";
import { raiseAlarmOnce } from "../../../db/turns.ts";
import { present } from "../../domain/assert.ts";
import { type Choice, unknownChoices } from "../../domain/contact-law/readings.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";

/**
 * A reading that a business chose and this version no longer offers has no effect: its default is in force, and sends go on.
 * That is said, in the log each time and to people once: whoever chose it has to know that it holds no more.
 */
export async function reportUnknownChoices(deps: Pick<Deps, "db" | "log">): Promise<void> {
  for (const businessId of await businessIds(deps.db.lookups)) {
    const business = await deps.db.inBusiness(businessId, async (tx) =>
      present(await readBusiness(tx), "the business"),
    );
    const unknown = unknownChoices(business.readings);
    if (unknown.length === 0) continue;
    deps.log.warn({ businessId, unknown }, "a reading of contact law that was chosen is offered no more");
    await deps.db.inBusiness(businessId, async (tx) => {
      // Two processes that start together say it once: the second waits here, and then finds it said.
      await lockReadings(tx);
      const raised = await Promise.all(
        unknown.map((choice) =>
          raiseAlarmOnce(tx, businessId, {
            id: newId(),
            kind: "law.reading-unknown",
            subjectId: null,
            detail: says(choice),
          }),
        ),
      );
      if (raised.includes(true)) await tellConsole(tx, businessId, [{ kind: "alarm.changed", subjectId: null }]);
    });
  }
}

function says({ country, reading, option }: Choice): string {
  return `The reading "${option}" that was chosen for ${country} (${reading}) is offered no more; the default is in force. Look at the law of ${country} in the console and choose anew.`;
}
