import { join } from "node:path";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { record } from "../../../db/ledger/record.ts";
import { closeConversation } from "../../../src/app/conversations/close.ts";
import { handBack } from "../../../src/app/conversations/hand-back.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { replyAsAgent } from "../../../src/app/conversations/reply.ts";
import { takeOver } from "../../../src/app/conversations/take-over.ts";
import { startPayment } from "../../../src/app/payments/start-payment.ts";
import { settleTestCheckout } from "../../../src/app/payments/test-checkout.ts";
import { present } from "../../../src/domain/assert.ts";
import { debtAdjusted } from "../../../src/domain/ledger/debts.ts";
import { ofUnits } from "../../../src/domain/money.ts";
import type { Outcome } from "../../../src/domain/outcome.ts";
import { dayOf } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { testCheckoutProvider } from "../../../src/payment-providers/test-checkout.ts";
import type { TestDatabase } from "../database.ts";
import { collectingLog, makeWorld, type SampleDebtor, type World } from "../world.ts";
import { handClock } from "./hand-clock.ts";
import { readBeat } from "./read-beat.ts";
import { makeTranscript } from "./transcript.ts";

const GOLDEN = join(import.meta.dirname, "../../golden/stories");
const ZONE = "America/Bogota";
const PUBLIC_URL = "http://127.0.0.1:3000";
/** Between one thing that a person does and the next. */
const PAUSE = { minutes: 2 };
/** However long nothing is due, somebody looks, at ever other hours: what should not happen would happen then. */
const LOOK_EVERY = { hours: 11 };

export type Story = {
  readonly world: World;
  /** Civil time of the business: "2026-11-18 10:00". */
  now(): string;
  addDebtor(who: Person): Promise<SampleDebtor>;
  opens(...debtors: SampleDebtor[]): Promise<void>;
  /** What the phone writes; several texts are one burst. */
  says(debtor: { phone: string }, ...texts: string[]): Promise<void>;
  taps(debtor: { phone: string }, title: string): Promise<void>;
  /** They open the link of our last message, and pay (or their bank declines). */
  pays(debtor: { phone: string }, choice?: "paid" | "declined"): Promise<void>;
  /** The business's file says that so much (in pesos) is owed now. */
  owes(debtor: SampleDebtor, from: bigint, to: bigint): Promise<void>;
  agent: {
    takesOver(debtor: SampleDebtor): Promise<void>;
    replies(debtor: SampleDebtor, text: string): Promise<void>;
    handsBack(debtor: SampleDebtor, verified: boolean): Promise<void>;
    closes(debtor: SampleDebtor, outcome: Outcome): Promise<void>;
  };
  /** Something else that happens, in the story's words. */
  happens(what: string, work: () => Promise<unknown>): Promise<void>;
  /** Time goes on, and everything that falls due on the way happens at its moment. */
  until(civil: string): Promise<void>;
};

export type Person = { name: string; owed?: bigint; permission?: boolean; language?: "es" | "pt-BR" | "en" };

/** A test that plays a debtor's weeks over the real engine, and compares its transcript with `test/golden/stories`. */
export function story(
  database: TestDatabase,
  name: string,
  { title, shows, begins }: { title: string; shows: string; begins: string },
  play: (the: Story) => Promise<void>,
): void {
  test(title, async () => {
    const log = collectingLog();
    const clock = handClock(moment(begins));
    const testCheckout = testCheckoutProvider({ publicUrl: PUBLIC_URL, secret: "only these tests know it" });
    await using world = await makeWorld(database, {
      clock,
      log,
      providers: new Map([[testCheckout.name, testCheckout]]),
      business: { isDemo: true, paymentProvider: "test_checkout" },
    });
    await world.setTime(clock.now());
    const transcript = makeTranscript({ title, shows, zone: ZONE });
    const write = async (happened: string): Promise<void> => {
      await world.settle();
      transcript.beat(clock.now(), happened, await readBeat(world));
    };
    await play(tell({ world, clock, write }));
    expect(log.complaints).toEqual([]);
    await expect(transcript.text()).toMatchFileSnapshot(join(GOLDEN, `${name}.txt`));
  });
}

type Telling = { world: World; clock: ReturnType<typeof handClock>; write: (happened: string) => Promise<void> };

function tell({ world, clock, write }: Telling): Story {
  const { business, deps } = world;
  let people = 0;
  const happens = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    clock.set(clock.now().plus(PAUSE));
    await work();
    await write(what);
  };
  const asAgent = async ({ contactId }: SampleDebtor) => {
    const [row] = await world.owner<{ id: string; newest: string | null }[]>`
      select c.id, (select m.id from message m where m.conversation_id = c.id and m.direction = 'in' order by m.id desc limit 1) as newest
      from conversation c where c.contact_id = ${contactId} and c.closed_at is null`;
    const { id, newest } = present(row, "an open conversation");
    return { businessId: business.id, conversationId: id, userId: "ana", newest };
  };

  return {
    world,
    happens,
    now: () => clock.now().setZone(ZONE).toFormat("yyyy-MM-dd HH:mm"),
    async addDebtor({ name, owed, permission, language }) {
      people += 1;
      const debtor = await world.addDebtor(people, {
        ...(owed && { owed }),
        ...(permission !== undefined && { permission }),
      });
      await world.owner`update debtor set name = ${name}, language = ${language ?? null} where id = ${debtor.id}`;
      return debtor;
    },
    opens: (...debtors) =>
      happens("the business opens", () =>
        openConversations(deps, { businessId: business.id, debtorIds: debtors.map(({ id }) => id), userId: "ana" }),
      ),
    says: ({ phone }, ...texts) =>
      happens(`they write: ${texts.map((text) => `«${text}»`).join(" ")}`, async () => {
        for (const text of texts) await world.says(phone, text);
      }),
    taps: ({ phone }, title) =>
      happens(`they tap: [${title}]`, async () => {
        const shown = await world.owner<{ options: { id: string; title: string }[] }[]>`
          select m.detail -> 'options' as options from message m
          join conversation c on c.business_id = m.business_id and c.id = m.conversation_id
          join contact k on k.business_id = c.business_id and k.id = c.contact_id
          where m.business_id = ${business.id} and m.direction = 'out' and k.phone = ${phone} order by m.id`;
        const heard = shown.flatMap(({ options }) => options);
        const option = present(
          heard.findLast((one) => one.title === title),
          `a button «${title}»`,
        );
        await world.says(phone, { kind: "choiceReply", ...option });
      }),
    pays: ({ phone }, choice = "paid") =>
      happens(
        choice === "paid" ? "they open the link and pay" : "they open the link, and their bank declines",
        async () => {
          const link = present(
            world
              .heard(phone)
              .join("\n")
              .match(/\/p\/([\w-]+)(?![\s\S]*\/p\/)/)?.[1],
            "a link",
          );
          const started = present(await startPayment(deps, link), "the link's page");
          const page = "redirectTo" in started ? started.redirectTo : "";
          const checkout = present(page.split("/test-checkout/")[1], "the provider's page");
          expect(await settleTestCheckout(deps, checkout, choice)).toHaveProperty("redirectTo");
        },
      ),
    owes: (debtor, from, to) =>
      happens(`the business's file now says that ${to} is owed, not ${from}`, () =>
        deps.db.inBusiness(business.id, (tx) =>
          record(
            tx,
            debtAdjusted({
              debt: { id: debtor.debtId, debtorId: debtor.id },
              principal: ofUnits(to - from, "COP"),
              reference: `test/adjust/${newId()}`,
              effectiveOn: dayOf(clock.now(), ZONE),
            }),
          ),
        ),
      ),
    agent: {
      takesOver: (debtor) => happens("an agent takes over", async () => takeOver(deps, await asAgent(debtor))),
      replies: (debtor, text) =>
        happens("the agent writes", async () => {
          const { newest, ...who } = await asAgent(debtor);
          expect(await replyAsAgent(deps, { ...who, text, lastSeenMessageId: newest })).toMatchObject({ sent: true });
        }),
      handsBack: (debtor, verified) =>
        happens(`the agent hands back, ${verified ? "sure who it is" : "not sure who it is"}`, async () =>
          expect(await handBack(deps, { ...(await asAgent(debtor)), verified })).toEqual({ handedBack: true }),
        ),
      closes: (debtor, outcome) =>
        happens(`the agent closes it as ${outcome}`, async () =>
          expect(await closeConversation(deps, { ...(await asAgent(debtor)), outcome })).toEqual({ closed: true }),
        ),
    },
    async until(civil) {
      const end = moment(civil);
      while (clock.now() < end) {
        const before = await whatHasHappened(world);
        clock.set(DateTime.min(end, await nextDue(world, clock.now())));
        await world.settle();
        if (clock.now() >= end || (await whatHasHappened(world)) !== before) await write("time passes");
      }
    },
  };
}

/** The next moment at which something is known to be due; at the latest a little later. */
async function nextDue({ owner, business }: World, now: DateTime): Promise<DateTime> {
  const [due] = await owner<{ at: DateTime | null }[]>`
    select min(at) as at from (
      select alarm_at as at from conversation where business_id = ${business.id}
      union all select greatest(send_at, retry_at) from outbox where business_id = ${business.id} and state = 'queued') d
    where at > ${now}`;
  const look = now.plus(LOOK_EVERY);
  return due?.at && due.at < look ? due.at : look;
}

async function whatHasHappened({ owner, business }: World): Promise<string> {
  const [row] = await owner<{ seen: string }[]>`
    select concat_ws('/', (select count(*) from conversation_event where business_id = ${business.id}),
      (select count(*) from message where business_id = ${business.id}),
      (select count(*) from send_decision where business_id = ${business.id}),
      (select string_agg(state, ',') from promise where business_id = ${business.id})) as seen`;
  return row?.seen ?? "";
}

function moment(civil: string): DateTime {
  return DateTime.fromFormat(civil, "yyyy-MM-dd HH:mm", { zone: ZONE });
}
