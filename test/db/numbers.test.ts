import { expect, test } from "vitest";
import { insertChannel } from "../../db/businesses.ts";
import { retireChannel } from "../../db/numbers.ts";
import { endLease } from "../../db/session-lease.ts";
import { sessionStore } from "../../src/app/channels/session-store.ts";
import { newId, newRandomId } from "../../src/ids.ts";
import { useDatabase } from "../support/database.ts";
import { makeWorld } from "../support/world.ts";

const database = useDatabase();

test("a phone that is retired leaves no key, nothing unread and no lease, gives its wanted files up, and takes no other's", async () => {
  await using world = await makeWorld(database);
  const { business, db, deps, owner: sql } = world;
  const [retired, other] = [newId(), newId()];
  const conversationId = newId();
  const { contactId } = await world.addDebtor(1);
  for (const channelId of [retired, other]) {
    const owner = newRandomId();
    await db.inBusiness(business.id, (tx) =>
      insertChannel(tx, business.id, {
        id: channelId,
        kind: "baileys",
        name: "Linked",
        routingKey: `linked:${channelId}`,
      }),
    );
    await sql`insert into session_lease (business_id, channel_id, owner, until)
      values (${business.id}, ${channelId}, ${owner}, now() + interval '1 minute')`;
    await sessionStore(deps, { businessId: business.id, channelId, owner }).write({
      put: [{ type: "session", id: "1.0", value: "a key" }],
      receive: [{ sha256: "ab", value: "what a debtor wrote" }],
    });
  }
  await sql`insert into conversation (business_id, id, channel_id, contact_id, flow, flow_version, state, context, language, opened_at)
    values (${business.id}, ${conversationId}, ${retired}, ${contactId}, 'collect', 1, 'x', '{}', 'es', now())`;
  const files = [
    [retired, "wanted"],
    [retired, "kept"],
    [other, "wanted"],
  ] as const;
  for (const [channelId, state] of files)
    await sql`insert into message_file (business_id, message_id, channel_id, state, mime, retry_at)
      values (${business.id}, ${newId()}, ${channelId}, ${state}, 'image/png', now())`;

  await db.inBusiness(business.id, async (tx) => {
    await endLease(tx, business.id, retired);
    await retireChannel(tx, business.id, { id: retired, at: deps.clock.now() });
  });
  for (const table of ["session_key", "session_inbox", "session_lease"])
    expect(await sql`select channel_id from ${sql(table)}`, table).toEqual([{ channelId: other }]);
  const left = await sql<{ channelId: string; state: string; because: string | null }[]>`
    select channel_id, state, because from message_file order by state, channel_id = ${retired}`;
  expect(left).toEqual([
    { channelId: retired, state: "gone", because: "the number was retired" },
    { channelId: retired, state: "kept", because: null },
    { channelId: other, state: "wanted", because: null },
  ]);
});
