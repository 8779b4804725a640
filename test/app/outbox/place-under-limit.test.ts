import fc from "fast-check";
import type { DateTime } from "luxon";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Tx } from "../../../db/client.ts";
import { lockLimits } from "../../../db/messaging-limit.ts";
import { postpone } from "../../../db/outbox.ts";
import type { Judged } from "../../../src/app/outbox/gate.ts";
import { MARGIN_MINUTES, placeUnderLimit } from "../../../src/app/outbox/place-under-limit.ts";
import { present } from "../../../src/domain/assert.ts";
import { lawFor } from "../../../src/domain/contact-law/law-for.ts";
import { windowsAhead } from "../../../src/domain/contact-law/openings.ts";
import { planPlaces } from "../../../src/domain/outreach/places.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

// The places that the database is asked for are those that the plan in memory gives, which properties hold.

const PEOPLE = 60;

const database = useDatabase();
let world: World;
let people: readonly SampleDebtor[];
beforeAll(async () => {
  world = await makeWorld(database);
  const added: SampleDebtor[] = [];
  for (let number = 1; number <= PEOPLE; number += 1) added.push(await world.addDebtor(number));
  people = added;
});
afterAll(() => world[Symbol.asyncDispose]());

/** A send of somebody's that waits, with no more to it than a place needs. */
async function addSends(tx: Tx, count: number, from: number): Promise<string[]> {
  const ids: string[] = [];
  for (const { contactId } of people.slice(from, from + count)) {
    const [id, conversationId] = [newId(), newId()];
    await tx`
      insert into conversation (business_id, id, channel_id, contact_id, flow, flow_version, state, context, language, opened_at)
      values (${world.business.id}, ${conversationId}, ${world.channelId}, ${contactId}, 'collect', 1, 'opening', '{}', 'es', ${WEDNESDAY})`;
    await tx`
      insert into outbox (business_id, id, conversation_id, revision, position, kind, trigger, payload, owner_epoch, author, send_at)
      values (${world.business.id}, ${id}, ${conversationId}, 1, 0, 'opening', 'proactive', '{}', 0, 'bot', ${WEDNESDAY})`;
    ids.push(id);
  }
  return ids;
}

test("batch after batch, with people reached before, as in memory", async () => {
  const law = lawFor(world.business);
  const profile = present(law.profile, "the law of Colombia");
  const place = async (tx: Tx, ids: readonly string[], { limit: people, from }: { limit: number; from: DateTime }) => {
    const limit = { people, because: "messaging_limit" as const };
    const { channelId, business } = world;
    expect(await lockLimits(tx, business.id, [channelId])).toEqual(new Map([[channelId, limit]]));
    const sends = ids.map(
      (id) => ({ send: { id }, law, facts: { zones: law.zones }, from }) as unknown as Judged & { from: DateTime },
    ); // no more is read
    const placed = await placeUnderLimit(tx, business.id, { channelId, limit }, sends);
    await postpone(tx, business.id, placed);
    return placed.map(({ sendAt }) => sendAt.toMillis());
  };
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.array(fc.integer({ min: 0, max: 1_439 }), { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 16 }), { minLength: 1, maxLength: 3 }),
      async (limit, minutes, ago, batches) => {
        await world.owner`delete from outbox`;
        await world.owner`delete from conversation`;
        await world.owner`delete from reached_person`;
        await world.owner`update channel set messaging_limit = ${limit}`;
        const from = WEDNESDAY.plus({ minutes });
        const reached = ago.slice(0, limit).map((minute) => from.minus({ minutes: minute }));
        const taken = reached.map((at) => at.toMillis()).toSorted((a, b) => a - b);
        let given = 0;
        await world.db.inBusiness(world.business.id, async (tx) => {
          for (const [index, at] of reached.entries())
            await tx`
              insert into reached_person (business_id, channel_id, contact_id, at)
              values (${world.business.id}, ${world.channelId}, ${people[index]?.contactId ?? ""}, ${at})`;
          for (const count of batches) {
            const ids = await addSends(tx, count, given);
            const windows = windowsAhead(profile, law, from, { marginMinutes: MARGIN_MINUTES });
            const planned = planPlaces(windows, { count, limit, taken });
            expect(await place(tx, ids, { limit, from })).toEqual(planned);
            taken.push(...planned);
            taken.sort((a, b) => a - b);
            given += count;
          }
        });
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
