import { describe, expect, it, test } from "vitest";
import { benchBaileys } from "../../src/bench/channel/baileys.ts";
import { hostMemory, kilobytes } from "../../src/bench/channel/host-memory.ts";
import { byWriter, sideBySide, together } from "../../src/bench/channel/side-by-side.ts";
import { startWhatsAppProcess } from "../../src/bench/channel/whatsapp-process.ts";

describe("what was written beside what came", () => {
  const WRITTEN = ["a", "b", "c"];
  it.each([
    ["all of it in order", ["a", "b", "c"], { lost: 0, doubled: 0, outOfOrder: 0 }],
    ["two lost", ["b"], { lost: 2, doubled: 0, outOfOrder: 0 }],
    ["one twice, later", ["a", "b", "c", "a"], { lost: 0, doubled: 1, outOfOrder: 0 }],
    ["one that nobody wrote", ["a", "b", "c", "d"], { lost: 0, doubled: 1, outOfOrder: 0 }],
    ["one behind a later one", ["a", "c", "b"], { lost: 0, doubled: 0, outOfOrder: 1 }],
    ["nothing", [], { lost: 3, doubled: 0, outOfOrder: 0 }],
  ])("%s", (_, came, outcome) => expect(sideBySide([{ written: WRITTEN, came }])).toEqual(outcome));

  it("is counted for each person, so that two who write at once are in no order", () => {
    const [one, other] = [
      { written: ["a", "b"], came: ["a", "b"] },
      { written: ["c", "d"], came: ["d", "c"] },
    ];
    expect(together([sideBySide([one]), sideBySide([other])])).toEqual({ lost: 0, doubled: 0, outOfOrder: 1 });
  });
});

it("is sorted by who wrote it, and what nobody wrote is one too many", () => {
  const exchanges = byWriter([["a", "b"], ["c"]], ["c", "b", "x", "a"]);
  expect(exchanges.map(({ came }) => came)).toEqual([["b", "a"], ["c"], ["x"]]);
  expect(sideBySide(exchanges)).toEqual({ lost: 0, doubled: 1, outOfOrder: 1 });
});

describe("the memory of session hosts", () => {
  it("is read from the kernel's sums", () => {
    const rollup = "Rss:              189480 kB\nPss:              135102 kB\nPss_Anon:         120000 kB\n";
    expect([kilobytes(rollup, "Rss"), kilobytes(rollup, "Pss"), kilobytes(rollup, "Swap")]).toEqual([
      189480, 135102, 0,
    ]);
  });

  it("is none where none runs", () =>
    expect(hostMemory("no-such-program.ts")).toEqual({ hosts: 0, rssMb: 0, pssMb: 0 }));
});

test("without the tests' WhatsApp it says what is missing", () =>
  expect(startWhatsAppProcess({ accounts: 1, program: "/nowhere/run.ts" })).rejects.toMatchObject({
    code: "config.invalid",
    message: expect.stringContaining("/nowhere/run.ts"),
  }));

test("once it has ended, whoever asks it anything hears so", async () => {
  const whatsApp = await startWhatsAppProcess({ accounts: 1 });
  await whatsApp.close();
  await expect(whatsApp.ask({ do: "counts" })).rejects.toThrow("gone");
}, 30_000);

test("two linked phones send and receive through a session host, and everything arrives once and in order", async () => {
  const figures = await benchBaileys({ sessions: 2, seconds: 1 });
  expect(figures).toMatchObject({ sessions: 2, hosts: 1, lost: 0, doubled: 0, outOfOrder: 0 });
  expect(figures.sends).toBeGreaterThan(4);
  expect(figures.receives).toBeGreaterThan(4);
  expect(figures.rssMb).toBeGreaterThanOrEqual(figures.pssMb);
  expect(figures.pssMb).toBeGreaterThan(20);
  // Nothing that it started is left.
  expect(hostMemory("session-host.ts").hosts).toBe(0);
}, 120_000);
