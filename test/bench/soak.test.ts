import { describe, expect, test } from "vitest";
import { misplaced, rateOf } from "../../src/bench/channel/figures.ts";
import { soakLinkedPhones } from "../../src/bench/linked-soak.ts";
import type { AcceptedMessage } from "../../src/bench/meta.ts";
import { account, type Observed } from "../../src/bench/soak/account.ts";
import { type LinkedObserved, linkedAccount } from "../../src/bench/soak/linked/account.ts";
import { ARRIVED_UNHEARD, LINKED_FAULTS } from "../../src/bench/soak/linked/faults.ts";
import { META_FAULTS, TAKEN_UNHEARD } from "../../src/bench/soak/meta-faults.ts";
import { makeRoad } from "../../src/bench/soak/road.ts";
import { makeWeather } from "../../src/bench/soak/weather.ts";
import { makeLatencies } from "../../src/bench/turns/latencies.ts";

const copy = (outboxId: string, arrivedAtMs: number): AcceptedMessage => ({
  arrivedAtMs,
  providerId: `wamid.${outboxId}.${arrivedAtMs}`,
  to: "573100000001",
  outboxId,
  text: "hola",
  options: [],
  message: { messaging_product: "whatsapp", type: "text", to: "573100000001", text: { body: "hola" } },
});
const first = copy("a", 1_000);
const other = copy("b", 2_000);

/** A soak in which all went well: two answers, both delivered. */
const WELL: Observed = {
  settings: { chats: 2, seconds: 10, thinkMs: 100 },
  played: {
    turns: 2,
    answers: makeLatencies(),
    webhooks: makeLatencies(),
    finished: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    broughtAgain: 0,
    surprises: [],
  },
  kept: {
    sends: new Map([["accepted", 2]]),
    alarmed: 0,
    inbound: 2,
    unread: 0,
    accepted: [
      { id: "a", providerId: first.providerId, statusRank: 3 },
      { id: "b", providerId: other.providerId, statusRank: 4 },
    ],
  },
  faultOf: new Map([
    [first, undefined],
    [other, undefined],
  ]),
  unheard: TAKEN_UNHEARD,
  killsMs: [],
  faults: {},
  webhooks: { dropped: 0, doubled: 0, late: 0 },
  heard: new Map([
    [first.providerId, "delivered"],
    [other.providerId, "read"],
  ]),
  acknowledged: 2,
};

describe("the account of a soak", () => {
  test("is closed when everything is where it belongs", () => {
    expect(account(WELL)).toMatchObject({ isEverythingAccountedFor: true, phantoms: 0, wrongStatus: 0 });
  });

  test.each<[string, Partial<Observed>]>([
    ["a message was acknowledged and not kept", { acknowledged: 3 }],
    ["a message was never read", { kept: { ...WELL.kept, unread: 1 } }],
    ["somebody got no answer", { played: { ...WELL.played, lost: 1 } }],
    ["an answer came that nobody had asked for", { played: { ...WELL.played, outOfOrder: 1 } }],
    ["a send is still on its way", { kept: { ...WELL.kept, sends: new Map([["unknown", 1]]) } }],
    ["Meta never had what is believed to have left", { faultOf: new Map([[first, undefined]]) }],
    ["a status is kept lower than it was told", { heard: new Map([[first.providerId, "read"]]) }],
    ["somebody got a message twice, and nothing had gone wrong", { faultOf: withCopy(undefined) }],
  ])("stays open when %s", (_, what) => {
    expect(account({ ...WELL, ...what }).isEverythingAccountedFor).toBe(false);
  });

  test("a send that was given up is accounted for when a person was told, and an answer is missing for no other", () => {
    const sends = new Map([
      ["accepted", 2],
      ["rejected", 1],
    ]);
    const given: Observed = { ...WELL, kept: { ...WELL.kept, sends, alarmed: 1 }, played: { ...WELL.played, lost: 1 } };
    expect(account(given)).toMatchObject({ givenUpWithAlarm: 1, isEverythingAccountedFor: true });
    expect(account({ ...given, kept: { ...given.kept, alarmed: 0 } }).isEverythingAccountedFor).toBe(false);
    expect(account({ ...given, played: { ...WELL.played, lost: 2 } }).isEverythingAccountedFor).toBe(false);
  });

  test("a double is at the edge where the answer was lost or the process died, and nowhere else", () => {
    expect(account({ ...WELL, faultOf: withCopy("cutAfterTaking") })).toMatchObject({
      doubledAtTheEdge: 1,
      isEverythingAccountedFor: true,
    });
    expect(account({ ...WELL, faultOf: withCopy(undefined), killsMs: [1_500] }).doubledAtTheEdge).toBe(1);
    expect(account({ ...WELL, faultOf: withCopy(undefined), killsMs: [900] }).doubledWithoutReason).toBe(1);
    expect(account({ ...WELL, faultOf: withCopy("cutInstead") }).doubledWithoutReason).toBe(1);
  });

  function withCopy(fault: "cutAfterTaking" | "cutInstead" | undefined): Observed["faultOf"] {
    return new Map([
      [first, fault],
      [other, undefined],
      [copy("a", 30_000), undefined],
    ]);
  }
});

/** A soak of linked phones in which all went well: a person wrote twice and got two answers, one of them read. */
const WELL_LINKED: LinkedObserved = {
  settings: WELL.settings,
  played: WELL.played,
  kept: {
    ...WELL.kept,
    accepted: [
      { id: "a", providerId: "3EB0A", statusRank: 4 },
      { id: "b", providerId: "3EB0B", statusRank: 0 },
    ],
  },
  unheard: ARRIVED_UNHEARD,
  killsMs: [],
  faults: {},
  copies: [phoneCopy("3EB0A", 1_000), phoneCopy("3EB0B", 2_000)],
  struck: [],
  lostLines: [],
  told: [
    { ids: ["3EB0A"], type: "delivered" },
    { ids: ["3EB0A"], type: "read" },
  ],
  written: new Map([["573100000001", ["in-1", "in-2"]]]),
  received: ["in-1", "in-2"],
  phones: 1,
  killed: { hosts: 0, application: 0 },
  linkedAgain: {},
  troubles: [],
  complaints: {},
};

function phoneCopy(id: string, arrivedAtMs: number): LinkedObserved["copies"][number] {
  return { id, outboxId: id, from: "573001000001", to: "573100000001", arrivedAtMs };
}

describe("the account of a soak of linked phones", () => {
  test("is closed when everything is where it belongs", () => {
    expect(linkedAccount(WELL_LINKED)).toMatchObject({ isEverythingAccountedFor: true, phantoms: 0, wrongStatus: 0 });
  });

  test.each<[string, Partial<LinkedObserved>]>([
    ["a message was written and not kept", { received: ["in-1"] }],
    ["a message was kept twice", { received: ["in-1", "in-2", "in-1"] }],
    ["messages of one person were read in another order", { received: ["in-2", "in-1"] }],
    ["a message is kept that nobody wrote", { received: ["in-1", "in-2", "in-3"] }],
    ["an answer came once more under another id", { played: { ...WELL.played, doubled: 1 } }],
    ["a message came that nobody says was sent", { copies: [...WELL_LINKED.copies, phoneCopy("3EB0C", 3_000)] }],
    ["a message is believed to have left and never came", { copies: [phoneCopy("3EB0A", 1_000)] }],
    ["a status was lost", { told: [{ ids: ["3EB0B"], type: "delivered" }] }],
    [
      "a message came twice, and nothing had gone wrong",
      { copies: [...WELL_LINKED.copies, phoneCopy("3EB0A", 60_000)] },
    ],
    ["the WhatsApp that is played had an error", { troubles: ["TypeError: …"] }],
  ])("stays open when %s", (_, what) => {
    expect(linkedAccount({ ...WELL_LINKED, ...what }).isEverythingAccountedFor).toBe(false);
  });

  test("a second copy is explained by what struck the first, a kill, or the end of its phone's line", () => {
    const copies = [...WELL_LINKED.copies, phoneCopy("3EB0A", 60_000)];
    const edgesOf = (what: Partial<LinkedObserved>) => linkedAccount({ ...WELL_LINKED, copies, ...what }).edges;
    expect(edgesOf({ struck: [{ kind: "loseAck", id: "3EB0A" }] })).toEqual({ loseAck: 1 });
    expect(edgesOf({ killsMs: [1_500] })).toEqual({ kill: 1 });
    expect(edgesOf({ lostLines: [{ number: "573001000001", atMs: 900 }] })).toEqual({ lineLost: 1 });
    expect(edgesOf({ lostLines: [{ number: "573001000002", atMs: 900 }] })).toEqual({});
    expect(edgesOf({ struck: [{ kind: "loseAck", id: "3EB0B" }] })).toEqual({});
    // One that reached nobody is no reason.
    expect(edgesOf({ struck: [{ kind: "cutBeforeRouting", id: "3EB0A" }] })).toEqual({});
  });

  test("each further copy needs a reason of its own", () => {
    const copies = [...WELL_LINKED.copies, phoneCopy("3EB0A", 60_000), phoneCopy("3EB0A", 90_000)];
    const struck = [{ kind: "loseAck", id: "3EB0A" }];
    expect(linkedAccount({ ...WELL_LINKED, copies, struck })).toMatchObject({
      doubledAtTheEdge: 0,
      doubledWithoutReason: 1,
    });
    expect(linkedAccount({ ...WELL_LINKED, copies, struck: [...struck, ...struck] }).edges).toEqual({ loseAck: 2 });
  });
});

test("the weather goes wrong as often as it says, and clears", () => {
  let drawn = 0;
  const weather = makeWeather(META_FAULTS, () => drawn);
  const drawAll = (): void => {
    for (drawn = 0; drawn < 1; drawn += 1 / 8_000) void weather.next();
  };
  drawAll();
  expect(weather.counts.get("pairRate")).toBe(120);
  expect(weather.counts.get("serverError")).toBe(160);
  expect(weather.last()).toBeUndefined();
  weather.clear();
  drawAll();
  expect(weather.counts.get("pairRate")).toBe(120);
});

test("a road in bad weather loses, doubles and delays, and a clear one brings each webhook once", async () => {
  const arrived: string[] = [];
  const road = makeRoad(
    (body) => {
      arrived.push(body.toString());
      return Promise.resolve(200);
    },
    () => 0.02,
  );
  expect(await road.bring(Buffer.from("lost"))).toBe(0);
  road.clear();
  expect(await road.bring(Buffer.from("whole"))).toBe(200);
  await road.allArrived();
  expect(arrived).toEqual(["whole"]);
  expect(road.counts).toEqual({ dropped: 1, doubled: 0, late: 0 });

  const chances = [0.5, 0.5, 0.05];
  const doubling = makeRoad(
    (body) => {
      arrived.push(body.toString());
      return Promise.resolve(200);
    },
    () => chances.shift() ?? 0.5,
  );
  await doubling.bring(Buffer.from("twice"));
  await doubling.allArrived();
  expect(arrived.slice(1)).toEqual(["twice", "twice"]);
});

test("a rate is what came between the first and the last, and what stands behind a greater number is misplaced", () => {
  expect(rateOf([0, 100, 200, 1_000])).toBe(3);
  expect(rateOf([5])).toBe(0);
  expect(misplaced([1, 2, 3])).toBe(0);
  expect(misplaced([1, 3, 2, 4, 1])).toBe(2);
});

const NEVER = { thousandths: 0, fault: LINKED_FAULTS.drop.fault };

test("a short soak of linked phones, with a host that is killed, ends with every message accounted for", async () => {
  const figures = await soakLinkedPhones({
    phones: 2,
    perProcess: 1,
    chats: 4,
    seconds: 6,
    thinkMs: 300,
    killEvery: { atLeastMs: 4_000, spreadMs: 0 },
    // Nothing of which only a minute's wait can tell.
    faults: { ...LINKED_FAULTS, cutBeforeRouting: NEVER, mute: NEVER, tooFast: NEVER },
    tells: ["read", "delivered"],
  });
  expect(figures).toMatchObject({
    isEverythingAccountedFor: true,
    surprises: [],
    killed: { hosts: 1, application: 0 },
  });
  // Each of the four has written at least once, and has an answer.
  expect(figures.inbound.kept).toBeGreaterThanOrEqual(4);
  expect(figures.sends["accepted"]).toBe(figures.inbound.kept);
}, 300_000);
