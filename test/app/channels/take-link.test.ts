import { DateTime } from "luxon";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { blockNumber } from "../../../db/number-blocks.ts";
import { holdsLease } from "../../../db/session-lease.ts";
import { governNumbers } from "../../../src/app/channels/govern-numbers.ts";
import { resumeNumber } from "../../../src/app/channels/resume-number.ts";
import { retireNumber } from "../../../src/app/channels/retire-number.ts";
import { makeTakeEvent } from "../../../src/app/channels/take-event.ts";
import type { LinkState } from "../../../src/channels/channel.ts";
import type { Clock } from "../../../src/clock.ts";
import { newRandomId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { untilItWaits } from "../../support/until-it-waits.ts";
import { makeWorld, type World } from "../../support/world.ts";

const database = useDatabase();
let world: World;
let offsetMs = 0;
const clock: Clock = { now: () => DateTime.utc().plus(offsetMs), elapsedMs: () => performance.now() + offsetMs };
const owner = newRandomId();

beforeAll(async () => {
  world = await makeWorld(database, { clock });
});
afterAll(() => world[Symbol.asyncDispose]());

beforeEach(async () => {
  offsetMs = 0;
  await world.setTime(clock.now());
  const { business, channelId } = world;
  for (const table of ["number_decision", "number_event"])
    await world.owner`alter table ${world.owner(table)} disable trigger user`;
  await world.owner`truncate number_decision, number_event, alarm, channel_link, session_lease`;
  for (const table of ["number_decision", "number_event"])
    await world.owner`alter table ${world.owner(table)} enable trigger user`;
  await world.owner`update channel set kind = 'baileys', blocks = '{}', retired_at = null, health_decision_id = null,
    people_a_day = null, every_ms = null`;
  await world.owner`insert into session_lease (business_id, channel_id, owner, until)
    values (${business.id}, ${channelId}, ${owner}, now() + interval '1 hour')`;
});

async function tell(...states: LinkState[]): Promise<void> {
  const { business, channelId, deps, receive } = world;
  const take = makeTakeEvent({ ...deps, receive });
  for (const link of states) await take({ businessId: business.id, channelId, owner }, { type: "link", link });
}

const OPEN: LinkState = { state: "open", self: { phone: "573000000009" } };
const CONNECTING: LinkState = { state: "connecting" };
const RESTRICTED: LinkState = { state: "restricted", because: "463", until: undefined };
const ended = (because: "wrong-number" | "banned" | "logged-out"): LinkState => ({
  state: "ended",
  because,
  detail: "as told",
});

const block = async () =>
  (await world.owner<{ blockedBecause: string | null }[]>`select blocked_because from channel`)[0]?.blockedBecause;
const verdicts = async () =>
  (
    await world.owner<
      { verdict: string; reason: string }[]
    >`select verdict, reason from number_decision order by at, id`
  ).map(({ verdict, reason }) => `${verdict} ${reason}`);
const alarms = async () =>
  (
    await world.owner<{ kind: string; detail: string }[]>`
      select kind, detail from alarm where cleared_at is null order by id`
  ).map(({ kind, detail }) => `${kind} ${detail.split(":")[0]}`);
const events = async () =>
  (await world.owner<{ kind: string }[]>`select kind from number_event order by at, id`).map(({ kind }) => kind);

test("a restriction is judged in the transaction that tells it: nothing leaves from then on, and a person is called", async () => {
  await tell(OPEN, RESTRICTED);
  expect(await block()).toBe("link.restricted");
  expect((await verdicts()).at(-1)).toBe("stopped restriction");
  expect(await alarms()).toEqual(["channel.blocked link.restricted", "number.stopped restriction link.restricted"]);
});

test("while it lasts each connection tells it again, and it is one restriction, one event, one alarm", async () => {
  await tell(OPEN, RESTRICTED, { state: "down", because: "428", retryAt: clock.now() }, CONNECTING, OPEN, RESTRICTED);
  await governNumbers(world.deps, world.business.id);
  await tell(CONNECTING, RESTRICTED);
  expect(await verdicts()).toEqual(["stopped restriction"]);
  expect(await events()).toEqual(["link.restricted"]);
  expect(await alarms()).toHaveLength(2);
});

test("a link that stands again lifts no restriction; once a person has let it go on, the next one is another", async () => {
  await tell(OPEN, RESTRICTED, OPEN);
  expect(await block()).toBe("link.restricted");
  offsetMs += 25 * 3_600_000;
  const asked = { businessId: world.business.id, channelId: world.channelId, userId: "ana" };
  expect(await resumeNumber(world.deps, asked)).toBe(true);
  expect(await block()).toBeNull();
  await world.owner`update session_lease set until = now() + interval '2 days'`;
  await tell(RESTRICTED);
  expect(await block()).toBe("link.restricted");
  expect((await verdicts()).filter((verdict) => verdict === "stopped restriction")).toHaveLength(2);
  expect(await events()).toEqual(["link.restricted", "link.restricted"]);
});

test("a wrong phone's alarm is over when the right one is linked, and its number works at once", async () => {
  await tell(ended("wrong-number"));
  expect(await alarms()).toEqual(["channel.blocked link.wrong-number"]);
  expect((await verdicts()).at(-1)).toBe("stopped blocked");
  await tell({ state: "linking" }, OPEN);
  expect(await alarms()).toEqual([]);
  expect(await block()).toBeNull();
  expect((await verdicts()).at(-1)).not.toMatch(/stopped/);
});

test("a ban is not over by linking again: its alarm and its stop stay until a person lets the number go on", async () => {
  await tell(ended("banned"), OPEN);
  expect(await block()).toBe("link.banned");
  expect(await alarms()).toContain("channel.blocked link.banned");
});

test("what a link says hides and lifts no other reason, and a person cannot lift the link's", async () => {
  const { owner: sql } = world;
  await sql`update channel set blocks = '{"credentials":"190"}'`;
  await tell(ended("logged-out"));
  expect(await block()).toBe("link.logged-out");
  await tell(OPEN);
  expect(await block()).toBe("190");
  const asked = { businessId: world.business.id, channelId: world.channelId, userId: "ana" };
  expect(await resumeNumber(world.deps, asked)).toBe(true);
  await tell(ended("logged-out"));
  await expect(resumeNumber(world.deps, asked)).rejects.toThrow(/not linked/);
  expect(await block()).toBe("link.logged-out");
});

test("a number that is retired while its phone tells where it stands: neither waits for the other for good", async () => {
  const { business, channelId, db, deps } = world;
  const asked = { businessId: business.id, userId: "ana", channelId, reason: "ya no se usa" };
  const { retiring } = await db.inBusiness(business.id, async (tx) => {
    expect(await holdsLease(tx, business.id, { channelId, owner })).toBe(true);
    const retiring = retireNumber({ ...deps, channelsChanged: async () => undefined }, asked);
    await untilItWaits(world.owner, retiring);
    await blockNumber(tx, business.id, { channelId, source: "link", because: "link.unlinked" });
    return { retiring };
  });
  expect(await retiring).toEqual({ companion: "none" });
  await expect(tell(OPEN)).rejects.toMatchObject({ code: "channel.unavailable" });
  expect(
    await world.owner`select retired_at is not null as is_retired, blocked_because, (select count(*)::int from session_lease) as leases from channel`,
  ).toEqual([{ isRetired: true, blockedBecause: "link.unlinked", leases: 0 }]);
});

test("that a phone could not be told it was unlinked is known until it is linked anew, and is said of no phone that was not linked", async () => {
  const UNLINKED: LinkState = { state: "unlinked", told: false };
  const told = async () =>
    (await world.owner<{ state: { told?: boolean } }[]>`select state from channel_link`)[0]?.state.told;
  await tell(UNLINKED);
  expect(await told()).toBeUndefined();
  await tell(OPEN, UNLINKED);
  expect(await told()).toBe(false);
  await tell({ state: "unlinked" });
  expect(await told()).toBe(false);
  await tell(OPEN, { state: "unlinked", told: true });
  expect(await told()).toBe(true);
});

test("an end that is met again after a restart is one end, one alarm", async () => {
  await tell(OPEN, ended("logged-out"), CONNECTING, ended("logged-out"));
  expect(await events()).toEqual(["link.ended"]);
  expect(await alarms()).toEqual([expect.stringContaining("link.logged-out")]);
  await tell({ state: "linking" }, OPEN, ended("logged-out"));
  expect(await events()).toEqual(["link.ended", "link.ended"]);
});

test("what is told without the phone's lease is not taken as kept, and is kept once the lease is had again", async () => {
  await tell(OPEN);
  await world.owner`update session_lease set until = now() - interval '1 second'`;
  await expect(tell(ended("logged-out"))).rejects.toMatchObject({ code: "channel.unavailable" });
  expect(await events()).toEqual([]);
  await world.owner`update session_lease set until = now() + interval '1 hour'`;
  await tell(ended("logged-out"));
  expect(await events()).toEqual(["link.ended"]);
});
