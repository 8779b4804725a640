import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { logOut } from "../../../src/channels/whatsapp-web/log-out.ts";

function leaving(logout: (client: EventEmitter) => Promise<void>) {
  const client = Object.assign(new EventEmitter(), { logout: (): Promise<void> => logout(client) });
  const reports: string[] = [];
  const report = (_: unknown, doing: string) => void reports.push(doing);
  return { client, reports, told: logOut(client, { limitMs: 2_000, report }) };
}

const BROKEN_OFF = new Error("Execution context was destroyed");

test("a farewell that is answered has been told", async () => {
  const { client, reports, told } = leaving(() => Promise.resolve());
  expect(await told).toBe(true);
  expect(reports).toEqual([]);
  expect(client.listenerCount("disconnected")).toBe(0);
});

test("one whose answer is broken off by the page that leaves has been told too", async () => {
  const { reports, told } = leaving((client) => {
    setImmediate(() => client.emit("disconnected", "LOGOUT"));
    return Promise.reject(BROKEN_OFF);
  });
  expect(await told).toBe(true);
  expect(reports).toEqual([]);
});

test.each([
  ["broken off with no word of it", () => Promise.reject(BROKEN_OFF)],
  ["never answered", () => new Promise<void>(() => undefined)],
])("one that is %s has not, and is reported", async (_, logout) => {
  const { reports, told } = leaving(logout);
  expect(await told).toBe(false);
  expect(reports).toEqual(["taking a companion off a phone"]);
});
