import { expect, test } from "vitest";
import { logOut } from "../../../src/channels/baileys/log-out.ts";
import { handTimers } from "../../support/sessions/timers.ts";

function leaving(logout: () => Promise<void>) {
  const timers = handTimers();
  const seen = { ends: 0, reports: [] as string[] };
  const end = async () => {
    seen.ends += 1;
  };
  const report = (_: unknown, doing: string) => void seen.reports.push(doing);
  return { timers, seen, done: logOut({ logout, end }, { after: timers.after, report }) };
}

test("a farewell that is taken is followed by the end of the socket, and leaves no timer", async () => {
  const { timers, seen, done } = leaving(() => Promise.resolve());
  await done;
  expect(seen).toEqual({ ends: 1, reports: [] });
  expect(timers.waits()).toEqual([]);
});

test("one that cannot be said is reported, and the socket ends all the same", async () => {
  const { seen, done } = leaving(() => Promise.reject(new Error("the line is cut")));
  await done;
  expect(seen).toEqual({ ends: 1, reports: ["taking a companion off a phone"] });
});

test("one that is never answered is given up", async () => {
  const { timers, seen, done } = leaving(() => new Promise(() => undefined));
  await timers.fire(10_000);
  await done;
  expect(seen).toEqual({ ends: 1, reports: ["taking a companion off a phone"] });
});
