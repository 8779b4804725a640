import { expect, test } from "vitest";
import { logOut } from "../../../src/channels/baileys/log-out.ts";
import { handTimers } from "../../support/sessions/timers.ts";

const ANSWER = { tag: "iq", attrs: { type: "result" } };

function leaving(query: () => Promise<unknown>) {
  const timers = handTimers();
  const seen = { ends: 0, reports: [] as string[] };
  const end = async () => {
    seen.ends += 1;
  };
  const report = (_: unknown, doing: string) => void seen.reports.push(doing);
  return {
    timers,
    seen,
    told: logOut({ query, end }, { jid: "573000000100:7@s.whatsapp.net", after: timers.after, report }),
  };
}

const REPORTED = { ends: 1, reports: ["taking a companion off a phone"] };

test("a farewell that is answered has been told; the socket ends, and no timer is left", async () => {
  const { timers, seen, told } = leaving(() => Promise.resolve(ANSWER));
  expect(await told).toBe(true);
  expect(seen).toEqual({ ends: 1, reports: [] });
  expect(timers.waits()).toEqual([]);
});

test("one that cannot be said has not, is reported, and the socket ends all the same", async () => {
  const { seen, told } = leaving(() => Promise.reject(new Error("the line is cut")));
  expect(await told).toBe(false);
  expect(seen).toEqual(REPORTED);
});

test("one that is never answered has not, and is given up", async () => {
  const { timers, seen, told } = leaving(() => new Promise(() => undefined));
  await timers.fire(10_000);
  expect(await told).toBe(false);
  expect(seen).toEqual(REPORTED);
});

test("one that Baileys gives up before us, which it says by no answer, has not been told", async () => {
  const { seen, told } = leaving(() => Promise.resolve(undefined));
  expect(await told).toBe(false);
  expect(seen).toEqual(REPORTED);
});
