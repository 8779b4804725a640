import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Tx } from "../../../db/client.ts";
import { lockConversations } from "../../../db/turns.ts";
import { joinIdentities } from "../../../src/app/channels/join-identities.ts";
import { moveContext } from "../../../src/app/conversations/apply-event.ts";
import { reopen } from "../../../src/app/conversations/reopen.ts";
import type { ChannelIdentity } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

const LID = "100200300400";

const database = useDatabase();
let world: World;
let debtor: SampleDebtor;
beforeEach(async () => {
  world = await makeWorld(database);
  debtor = await world.addDebtor(1);
});
afterEach(() => world[Symbol.asyncDispose]());

const join = (same: ChannelIdentity) => joinIdentities(world.deps, world.business.id, same);
const phone = () => debtor.phone.slice(1);

/** Somebody of whom only the hidden id is known. */
async function saysAs(from: ChannelIdentity, body: string, providerId = `wamid.${newId()}`): Promise<void> {
  const { business, channelId, deps } = world;
  const rest = { pushName: undefined, sentAt: deps.clock.now(), replyTo: undefined } as const;
  const message = { type: "message", providerId, from, content: { kind: "text", body }, ...rest } as const;
  const [row] = await world.owner<
    { offset: bigint }[]
  >`select clock_offset_ms as offset from business where id = ${business.id}`;
  const sentAt = deps.clock.now().plus({ milliseconds: Number(row?.offset ?? 0n) });
  const messages = [{ ...message, sentAt }];
  await world.receive({ businessId: business.id, channelId, body: "{}", messages, statuses: [], receivedAt: sentAt });
}
const contacts = () =>
  world.owner<{ id: string; waKey: string; lid: string | null; debtorId: string | null; phone: string | null }[]>`
    select id, wa_key, lid, debtor_id, phone from contact where business_id = ${world.business.id} order by id`;
const conversations = () =>
  world.owner<
    { id: string; contactId: string; debtorId: string | null; owner: string; isOpen: boolean; isVerified: boolean }[]
  >`
    select id, contact_id, debtor_id, owner, closed_at is null as is_open, verified_at is not null as is_verified
    from conversation where business_id = ${world.business.id} order by id`;
const messagesOf = (conversationId: string) =>
  world.owner<{ body: string }[]>`
    select body from message where conversation_id = ${conversationId} and direction = 'in' order by id`;

const alarms = () => world.owner<{ kind: string }[]>`select kind from alarm where business_id = ${world.business.id}`;

/** The debtor proves in their chat who they are. */
async function verified(): Promise<void> {
  await world.says(debtor.phone, "hola");
  await world.settle();
  await world.says(debtor.phone, "si soy yo");
  await world.settle();
  await world.says(debtor.phone, debtor.document.slice(-4));
  await world.settle();
  expect(await conversations()).toMatchObject([{ isVerified: true }]);
}

test("a stranger known by a hidden id becomes the debtor once WhatsApp tells the number, and is answered as them", async () => {
  await saysAs({ lid: LID }, "hola");
  await join({ phone: phone(), lid: LID });
  expect(await contacts()).toMatchObject([
    { id: debtor.contactId, lid: LID, debtorId: debtor.id },
    { waKey: expect.stringMatching(/^joined:/), lid: null, phone: null },
  ]);
  expect(await conversations()).toMatchObject([
    { contactId: debtor.contactId, debtorId: debtor.id, isVerified: false },
  ]);
  await saysAs({ lid: LID }, "quiero pagar");
  expect(await conversations()).toHaveLength(1);
});

test("a number learnt for a stranger is what lists will know them by", async () => {
  await saysAs({ lid: LID }, "hola");
  await join({ phone: "573000000042", lid: LID });
  const found = (await contacts()).find(({ lid }) => lid === LID);
  expect(found).toMatchObject({ waKey: "573000000042", phone: "+573000000042" });
});

test("both have a chat open: the debtor's stays, and what the other had not been answered goes on in it", async () => {
  await world.says(debtor.phone, "hola");
  await world.settle();
  await saysAs({ lid: LID }, "otra cosa");
  await join({ phone: phone(), lid: LID });
  const [kept, ended] = await conversations();
  expect(kept).toMatchObject({ contactId: debtor.contactId, isOpen: true, owner: "bot" });
  expect(ended).toMatchObject({ contactId: debtor.contactId, isOpen: false, debtorId: null });
  expect((await messagesOf(kept?.id ?? "")).map(({ body }) => body)).toEqual(["hola", "otra cosa"]);
});

test("nothing is disclosed by it: words from an unverified chat are not answered in a verified one, but read by a person", async () => {
  await verified();
  const before = world.heard(debtor.phone).length;
  await saysAs({ lid: LID }, "cuánto debo");
  await join({ phone: phone(), lid: LID });
  await world.settle();
  expect((await conversations())[0]).toMatchObject({ isOpen: true, owner: "nobody", isVerified: false });
  expect(world.heard(debtor.phone).slice(before).join(" ")).not.toMatch(/600/);
  expect(await alarms()).toEqual([{ kind: "conversation.stuck" }]);
});

test("a number whose hidden id is another than before may be somebody else's: nobody counts as verified there", async () => {
  await join({ phone: phone(), lid: LID });
  await verified();
  await join({ phone: phone(), lid: "999888777" });
  expect((await conversations())[0]).toMatchObject({ owner: "nobody", isVerified: false });
  expect((await contacts()).find(({ id }) => id === debtor.contactId)?.lid).toBe(LID);
});

test("whoever has the number now is another contact, and reads nothing of the debtor's", async () => {
  await join({ phone: phone(), lid: LID });
  await verified();
  const before = world.heard(debtor.phone).length;
  await join({ phone: phone(), lid: "999888777" });
  await saysAs({ phone: phone(), lid: "999888777" }, "cuánto debo");
  await saysAs({ phone: phone(), lid: "999888777" }, "hola");
  await world.settle();
  expect(await contacts()).toMatchObject([
    { id: debtor.contactId, lid: LID, debtorId: debtor.id },
    { waKey: "lid:999888777", lid: "999888777", debtorId: null },
  ]);
  const [, stranger] = await conversations();
  expect(stranger).toMatchObject({ debtorId: null, isVerified: false });
  expect((await messagesOf(stranger?.id ?? "")).map(({ body }) => body)).toEqual(["cuánto debo", "hola"]);
  expect(world.heard(debtor.phone).slice(before).join(" ")).not.toMatch(/600/);
});

test("two debtors never become one: a person is told, once", async () => {
  const other = await world.addDebtor(2);
  await world.owner`update contact set lid = ${LID} where id = ${other.contactId}`;
  await join({ phone: phone(), lid: LID });
  await join({ phone: phone(), lid: LID });
  expect(await contacts()).toMatchObject([
    { debtorId: debtor.id, lid: null },
    { debtorId: other.id, lid: LID },
  ]);
  expect(await alarms()).toEqual([{ kind: "contact.two-debtors" }]);
});

test("whoever was not to be written to under one name is not under the other, and the newer word on permission counts", async () => {
  await saysAs({ lid: LID }, "hola");
  const [stranger] = (await contacts()).filter(({ lid }) => lid === LID);
  await world.owner`update contact set suppressed_at = now(), suppressed_because = 'opted_out' where id = ${stranger?.id ?? ""}`;
  await world.owner`
    insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
    values (${world.business.id}, ${newId()}, ${stranger?.id ?? ""}, false, 'no me escriban', '2026-11-01', 'message')`;
  await join({ phone: phone(), lid: LID });
  const [kept] = await world.owner<{ suppressedBecause: string }[]>`
    select suppressed_because from contact where id = ${debtor.contactId}`;
  expect(kept).toEqual({ suppressedBecause: "opted_out" });
  const [newest] = await world.owner<{ granted: boolean }[]>`
    select granted from contact_permission where contact_id = ${debtor.contactId} order by recorded_at desc, id desc limit 1`;
  expect(newest).toEqual({ granted: false });
});

describe("a message that arrives while its two contacts become one", () => {
  /** Somebody else's transaction, which ends when it is told to. */
  async function holding(statement: (tx: Tx) => Promise<unknown>): Promise<() => Promise<void>> {
    const { promise: told, resolve: tell } = Promise.withResolvers<void>();
    const { promise: held, resolve: hold } = Promise.withResolvers<void>();
    const undone = new Error("undone");
    const ended = world.owner
      .begin(async (tx) => {
        await statement(tx);
        hold();
        await told;
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    await Promise.race([held, ended]);
    return async () => {
      tell();
      await ended;
    };
  }
  const bodiesOf = async () =>
    world.owner<{ contactId: string; body: string }[]>`
      select c.contact_id, m.body from message m join conversation c on c.id = m.conversation_id
      where m.direction = 'in' and m.business_id = ${world.business.id} order by m.id`;

  /** The debtor has a chat open; the stranger whom the hidden id names had one, which is over. */
  async function twoContacts(): Promise<void> {
    await saysAs({ lid: LID }, "antes");
    await world.settle();
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where business_id = ${world.business.id}`;
    await world.says(debtor.phone, "hola");
    await world.settle();
  }

  test("is the debtor's when the joining came first and had not committed", async () => {
    await twoContacts();
    await world.owner`insert into reached_person (business_id, channel_id, contact_id, at)
      select business_id, ${world.channelId}, id, now() from contact where business_id = ${world.business.id} on conflict do nothing`;
    // The joining stands still after it has moved the chats, and before the stranger is gone.
    const release = await holding(
      (tx) => tx`select from reached_person where contact_id = ${debtor.contactId} for update`,
    );
    const joined = join({ phone: phone(), lid: LID });
    await untilItWaits(world.owner, joined);
    const said = saysAs({ lid: LID }, "en este momento");
    await untilItWaits(world.owner, said, { beside: 1 });
    await release();
    await Promise.all([joined, said]);
    expect(await bodiesOf()).toContainEqual({ contactId: debtor.contactId, body: "en este momento" });
    expect((await conversations()).every(({ contactId }) => contactId === debtor.contactId)).toBe(true);
  });

  test("is the debtor's when it came first and had not committed", async () => {
    await saysAs({ lid: LID }, "antes");
    await world.settle();
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where business_id = ${world.business.id}`;
    const [row] = await conversations();
    // What is in the way of its last write: the same id, told by somebody who undoes it.
    const providerId = `wamid.${newId()}`;
    const release = await holding(
      (
        tx,
      ) => tx`insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, sent_at)
        values (${world.business.id}, ${newId()}, ${row?.id ?? ""}, ${world.channelId}, 'in', 'debtor', 'text', 'x', ${providerId}, now())`,
    );
    const said = saysAs({ lid: LID }, "en este momento", providerId);
    await untilItWaits(world.owner, said);
    const joined = join({ phone: phone(), lid: LID });
    await untilItWaits(world.owner, joined, { beside: 1 });
    await release();
    await Promise.all([joined, said]);
    expect(await bodiesOf()).toContainEqual({ contactId: debtor.contactId, body: "en este momento" });
    expect((await conversations()).every(({ contactId }) => contactId === debtor.contactId)).toBe(true);
  });

  test("goes on with the debtor when the turn that would open a new chat for it has the old one: neither waits for the other", async () => {
    await saysAs({ lid: LID }, "antes");
    await world.settle();
    await world.owner`update conversation set closed_at = now(), outcome = 'other' where business_id = ${world.business.id}`;
    const [over] = await conversations();
    const overId = present(over, "the chat that is over").id;
    await world.owner`
      insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, provider_id, sent_at)
      values (${world.business.id}, ${newId()}, ${overId}, ${world.channelId}, 'in', 'debtor', 'text', 'después', 'wamid.late', now())`;
    const { joined } = await world.db.inBusinessByKey(world.business.id, async (tx) => {
      const context = await moveContext(world.deps, tx);
      const held = await lockConversations(tx, world.business.id, [overId]);
      const joined = join({ phone: phone(), lid: LID });
      await untilItWaits(world.owner, joined);
      expect(await reopen(context, held)).toBe(false);
      return { joined };
    });
    await joined;
    await world.settle();
    expect(await bodiesOf()).toContainEqual({ contactId: debtor.contactId, body: "después" });
    expect((await conversations()).filter(({ isOpen }) => isOpen)).toMatchObject([{ contactId: debtor.contactId }]);
  });
});
