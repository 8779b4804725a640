import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Tx } from "../../../db/client.ts";
import { costOfConversation, costsByDay } from "../../../db/message-costs.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { loadRateCard } from "../../../src/app/costs/load-rate-card.ts";
import type { InboundStatus, StatusPricing } from "../../../src/channels/channel.ts";
import { present } from "../../../src/domain/assert.ts";
import { parseWhatsappPayload } from "../../../webhooks/whatsapp-payload.ts";
import { useDatabase } from "../../support/database.ts";
import { makeWorld, type SampleDebtor, WEDNESDAY, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
let people = 0;
beforeAll(async () => {
  world = await makeWorld(database);
});
afterAll(() => world[Symbol.asyncDispose]());

const UTILITY: StatusPricing = { billable: true, category: "utility", type: "regular" };
/** After the first day of the card that comes with Saldar. */
const DAY = WEDNESDAY.set({ month: 11, day: 25 });

type Sent = {
  readonly outboxId: string;
  readonly conversationId: string;
  readonly providerId: string;
  readonly debtor: SampleDebtor;
};

async function opening(): Promise<Sent> {
  people += 1;
  const debtor = await world.addDebtor(people);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  const [row] = await world.owner<{ outboxId: string; conversationId: string; providerId: string }[]>`
    select o.id as outbox_id, o.conversation_id, o.provider_id from outbox o
    join conversation c on c.id = o.conversation_id where c.debtor_id = ${debtor.id}`;
  return { ...present(row, "the opening"), debtor };
}

const told = ({ providerId, outboxId, debtor }: Sent, changes: Partial<InboundStatus> = {}): InboundStatus => ({
  type: "status",
  providerId,
  outboxId,
  status: "sent",
  at: DAY,
  recipient: { phone: debtor.phone.slice(1) },
  pricing: UTILITY,
  code: undefined,
  detail: undefined,
  ...changes,
});
const deliver = (statuses: readonly InboundStatus[]) =>
  world.receive({
    businessId: world.business.id,
    channelId: world.channelId,
    body: "{}",
    messages: [],
    statuses,
    receivedAt: DAY,
  });
const costOf = async ({ outboxId }: Pick<Sent, "outboxId">) =>
  world.owner`select category, market, billable, micros, currency, rate_card from message_cost where message_id = ${outboxId}`;
const inWorld = <T>(work: (tx: Tx) => Promise<T>) => world.db.inBusiness(world.business.id, work);

describe("a message's cost", () => {
  it("is kept once, by the first status that tells it, whatever comes after and however often", async () => {
    const sent = await opening();
    await deliver([told(sent, { pricing: undefined })]);
    expect(await costOf(sent)).toEqual([]);
    const delivered = told(sent, { status: "delivered" });
    await deliver([delivered, told(sent, { status: "read", pricing: { ...UTILITY, category: "marketing" } })]);
    await deliver([delivered]);
    expect(await costOf(sent)).toEqual([
      {
        category: "utility",
        market: "Colombia",
        billable: true,
        micros: 800n,
        currency: "USD",
        rateCard: "2026-10-01",
      },
    ]);
  });

  it("is zero only by Meta's word, and unknown where no card names its market", async () => {
    const [free, abroad, hidden, early] = [await opening(), await opening(), await opening(), await opening()];
    await deliver([
      told(free, { pricing: { billable: false, category: "service", type: "free_customer_service" } }),
      told(abroad, { recipient: { phone: "51912345678" } }),
      told(hidden, { recipient: { bsuid: "CL.134912345" } }),
      told(early, { at: DAY.set({ year: 2025 }) }),
    ]);
    expect(await costOf(free)).toMatchObject([{ billable: false, micros: 0n }]);
    expect(await costOf(abroad)).toMatchObject([{ market: "Peru", billable: true, micros: null, currency: null }]);
    expect(await costOf(hidden)).toMatchObject([{ market: "Chile", micros: 20_000n }]);
    expect(await costOf(early)).toMatchObject([{ market: "CO", micros: null, rateCard: null }]);
  });

  it("is found by the echo of our id where the answer to the send was lost", async () => {
    const sent = await opening();
    await world.owner`update message set provider_id = null where id = ${sent.outboxId}`;
    await deliver([told(sent, { providerId: "wamid.LOST" })]);
    expect(await costOf(sent)).toHaveLength(1);
    await deliver([told(sent, { providerId: "wamid.NOBODY", outboxId: undefined })]);
  });

  it("is read from Meta's own words of a status, and from nothing that leaves it open", () => {
    const pricing = (given: unknown) =>
      parseWhatsappPayload(
        Buffer.from(
          JSON.stringify({
            object: "whatsapp_business_account",
            entry: [
              {
                changes: [
                  {
                    field: "messages",
                    value: {
                      metadata: { phone_number_id: "1" },
                      statuses: [
                        {
                          id: "wamid.A",
                          status: "sent",
                          timestamp: "1760659225",
                          recipient_id: "573000000001",
                          pricing: given,
                        },
                      ],
                    },
                  },
                ],
              },
            ],
          }),
        ),
        DAY,
      )?.batches[0]?.statuses[0]?.pricing;
    expect(
      pricing({ billable: false, pricing_model: "PMP", category: "service", type: "free_customer_service" }),
    ).toEqual({
      billable: false,
      category: "service",
      type: "free_customer_service",
    });
    expect(pricing({ pricing_model: "PMP", category: "utility", type: "regular" })).toMatchObject({ billable: true });
    expect(pricing({ pricing_model: "PMP", category: "utility" })).toBeUndefined();
    expect(pricing({ billable: true })).toBeUndefined();
    expect(pricing("free")).toBeUndefined();
  });
});

test("costs add up by number and day, and by conversation: what is billed when delivered, what has no price, what is free", async () => {
  const at = DAY.plus({ days: 2 });
  const [one, two, lost, abroad, free] = [
    await opening(),
    await opening(),
    await opening(),
    await opening(),
    await opening(),
  ];
  await deliver([
    told(one, { status: "delivered", at }),
    told(two, { status: "read", at }),
    told(lost, { at }),
    told(abroad, { at, status: "delivered", recipient: { phone: "51912345678" } }),
    told(free, { at, status: "delivered", pricing: { ...UTILITY, billable: false } }),
  ]);
  const days = await inWorld((tx) =>
    costsByDay(tx, world.business.id, { since: DAY.plus({ days: 1 }), zone: "America/Bogota" }),
  );
  const counted = { day: "2026-11-27", channelId: world.channelId, category: "utility" };
  expect(days).toEqual([
    {
      ...counted,
      market: "Colombia",
      currency: "USD",
      micros: 1_600n,
      priced: 2,
      unpriced: 0,
      free: 1,
      undelivered: 1,
    },
    { ...counted, market: "Peru", currency: null, micros: 0n, priced: 0, unpriced: 1, free: 0, undelivered: 0 },
  ]);
  expect(await inWorld((tx) => costOfConversation(tx, world.business.id, one.conversationId))).toEqual([
    { currency: "USD", micros: 800n, priced: 1, unpriced: 0, free: 0, undelivered: 0 },
  ]);
});

test("a business's own card takes the place of ours from its day on, on the record, and is nobody else's", async () => {
  const json = {
    holdsFrom: "2026-11-01",
    currency: "COP",
    source: "a partner's list of November",
    markets: [{ name: "Colombia", countries: ["CO"], prices: { utility: "3.4" } }],
  };
  const load = (given: unknown) => loadRateCard(world.deps, { businessId: world.business.id, by: "ana", json: given });
  expect(await load({ ...json, currency: "" })).toMatchObject({ wrong: expect.stringContaining("currency") });
  expect(await load(json)).toMatchObject({ currency: "COP" });
  const sent = await opening();
  await deliver([told(sent)]);
  expect(await costOf(sent)).toMatchObject([{ micros: 3_400_000n, currency: "COP", rateCard: "2026-11-01" }]);
  expect(await world.owner`select actor from audit_event where action = 'rate-card.load'`).toEqual([{ actor: "ana" }]);
  const stranger = await makeWorld(database);
  const cards = await stranger.db.inBusiness(stranger.business.id, (tx) => tx`select id from rate_card`);
  expect([...cards]).toEqual([]);
  await stranger[Symbol.asyncDispose]();
});
