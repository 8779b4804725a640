import { expect, test } from "vitest";
import { loadLibrary } from "../../../src/channels/baileys/library.ts";

test("where Baileys is not installed the error says what to install", async () => {
  const missing = "@whiskeysockets/not-installed";
  const loading = loadLibrary(
    () => undefined,
    () => import(missing),
  );
  await expect(loading).rejects.toMatchObject({
    code: "channel.unavailable",
    message: expect.stringContaining("npm install @whiskeysockets/baileys@7.0.0-rc14"),
  });
});

test("a package that is there and fails is no missing package", async () => {
  const broken = loadLibrary(
    () => undefined,
    () => Promise.reject(new Error("broken")),
  );
  await expect(broken).rejects.toThrow("broken");
});

test("the console is silenced before the library loads", async () => {
  const order: string[] = [];
  await loadLibrary(
    () => void order.push("silenced"),
    () => {
      order.push("loaded");
      return import("@whiskeysockets/baileys");
    },
  );
  expect(order).toEqual(["silenced", "loaded"]);
});
