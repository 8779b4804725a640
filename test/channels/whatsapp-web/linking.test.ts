import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

describe.skipIf(!CAN_DRIVE)(`linking a phone through WhatsApp Web (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`, () => {
  let page: LinkedPage;
  beforeAll(async () => {
    page = await linkedPage();
  });
  afterEach(() => page.told.clear());
  afterAll(() => page.close());

  it("a QR is shown with how long it holds and how many follow, and a scan opens the link", async () => {
    const at = performance.now();
    const channel = page.driver();
    await channel.start(page.sink);
    expect(page.told.links()).toEqual([{ state: "unlinked" }]);
    await channel.link({ by: "qr" });
    await page.told.until(({ links }) => links().some(({ state }) => state === "qr"), "a QR");
    console.log("qr after", performance.now() - at);
    page.server.tell("ref", "ref-2");
    await page.told.until(({ links }) => links().filter(({ state }) => state === "qr").length === 2, "a second QR");
    page.server.link();
    await page.told.until(({ links }) => links().at(-1)?.state === "open", "an open link");
    console.log("open after", performance.now() - at);
    console.log(page.told.links());
    await channel.close();
  });
});
