import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { foundSample } from "../../../src/app/businesses/found.ts";
import { SAMPLES } from "../../../src/app/businesses/samples.ts";
import { makeDebtorLists } from "../../../src/app/debtor-lists/debtor-lists.ts";
import { uploadList } from "../../../src/app/debtor-lists/upload-list.ts";
import { type Clock, systemClock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { profileOf } from "../../../src/domain/contact-law/profiles.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld } from "../../support/world.ts";

const database = useDatabase();
const MEXICAN = present(
  SAMPLES.find(({ business }) => business.country === "MX"),
  "the Mexican sample",
);

test("each sample is in a country of its own, whose law is written", () => {
  const countries = SAMPLES.map(({ business }) => business.country);
  expect(new Set(countries).size).toBe(countries.length);
  for (const country of countries) expect(profileOf(country), country).toBeDefined();
});

// What samples/README.md says its debtors show. The clock opens on Friday the 20th at 19:00 in Mexico City.
test("the Mexican list shows other zones, other countries' law, an unknown zone and a missing permission", async () => {
  const clock: Clock = { ...systemClock, now: () => DateTime.fromISO("2026-11-23T04:00:00Z", { zone: "utc" }) };
  await using world = await makeWorld(database, { clock });
  const businessId = await foundSample(world.deps, MEXICAN);
  const { list } = await uploadList(world.deps, {
    businessId,
    userId: "setup",
    fileName: MEXICAN.list,
    path: `samples/${MEXICAN.list}`,
    answers: { settings: { country: "MX", currency: "MXN" } },
  });
  const lists = makeDebtorLists(world.deps);
  const inList = { businessId, listId: list.id, language: "es" } as const;
  const { dryRun } = present(await lists.view(inList), "the list");
  const { judgedAt, contact } = present(dryRun, "its dry run");
  const asked = { ...inList, judgedAt, verdict: undefined, after: undefined, parts: 100 };
  const contacts = await lists.contacts(asked);
  if (typeof contacts === "string") throw new Error(contacts);
  const shown = new Map(
    contacts.items.map(({ reference, verdict, mayWriteAt }) => {
      const { reason, clause } = present(contact[verdict], "its verdict");
      return [reference, [reason, clause?.id, mayWriteAt]];
    }),
  );
  const now = "2026-11-21T01:00:00.000Z";
  expect(shown.size).toBe(14);
  expect(shown.get("M-001")).toEqual(["OK", "MX.hours", now]);
  expect(shown.get("M-004"), "Tijuana, two hours behind").toEqual(["OK", "MX.hours", now]);
  expect(shown.get("M-005"), "Cancún, an hour ahead: Friday is over").toEqual([
    "OUTSIDE_WINDOW",
    "MX.hours",
    "2026-11-23T13:00:00.000Z",
  ]);
  expect(shown.get("M-008"), "Colombia, where the day ends at seven").toEqual([
    "OUTSIDE_WINDOW",
    "CO.hours",
    "2026-11-21T13:00:00.000Z",
  ]);
  expect(shown.get("M-009"), "United States").toEqual(["OK", expect.stringMatching(/^US\./), now]);
  expect(shown.get("M-010")?.[0]).toBe("NO_PERMISSION");
  expect(shown.get("M-013"), "anywhere in Mexico: the last zone to open decides").toEqual([
    "OUTSIDE_WINDOW_AT_POSSIBLE_LOCATION",
    "MX.hours",
    "2026-11-23T16:00:00.000Z",
  ]);
});
