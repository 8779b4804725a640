import { DateTime } from "luxon";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ChannelEvent, LinkedChannel } from "../../../src/channels/channel.ts";
import { outMessage } from "../../support/graph/graph.ts";
import { CAN_DRIVE, type LinkedPage, linkedPage, WHY_NOT } from "./linked-page.ts";

const ANA = "573000000001@c.us";
const LUIS = "573000000002@c.us";

describe.skipIf(!CAN_DRIVE)(
  `messages that WhatsApp Web had while nobody listened (${CAN_DRIVE ? "in Chromium" : WHY_NOT})`,
  () => {
    let page: LinkedPage;
    let channel: LinkedChannel;
    beforeAll(async () => {
      page = await linkedPage();
      // The past of a phone that is new here is none of ours.
      page.server.say({ chat: ANA, body: "de antes", t: Math.floor(Date.now() / 1000) - 3_600 });
      channel = await page.open();
    });
    afterEach(() => channel.close());
    afterAll(() => page.close());

    const bodies = (): string[] =>
      page.told.messages().flatMap(({ content }) => (content.kind === "text" ? [content.body] : []));
    const readUpTo = () => DateTime.fromISO(page.told.readUpTo.at(-1) ?? "", { zone: "utc" });

    it("are read at the next start from the mark on, once, each person's in order, with the ticks of what we wrote", async () => {
      page.server.world.delivers = false;
      const ours = outMessage("¿Cuándo?");
      const sent = await channel.send(ours).result;
      page.server.say({ chat: ANA, body: "0" });
      await page.told.until(() => bodies().includes("0"), "what was said while it ran");
      await page.told.until(({ readUpTo: marks }) => marks.length > 0, "a mark");
      const mark = readUpTo();
      await channel.close();
      expect(bodies()).toEqual(["0"]);

      page.told.clear();
      const t = Math.floor(Date.now() / 1000);
      // More than the page has in its memory: the rest is loaded.
      page.server.world.inMemory = 8;
      const said = Array.from({ length: 70 }, (_, index) => ({
        chat: index % 7 === 0 ? LUIS : ANA,
        body: String(index + 1),
        t,
      }));
      for (const one of said) page.server.say(one);
      if (sent.state !== "accepted") throw new Error(sent.state);
      page.server.ack(sent.providerId, 3);

      channel = await page.open({ readUpTo: mark });
      await page.told.until(() => bodies().length >= 71, "all that was missed");
      const of = (chat: string) => said.filter((one) => one.chat === chat).map(({ body }) => body);
      const heardOf = (phone: string) =>
        page.told
          .messages()
          .flatMap(({ from, content }) => (from.phone === phone && content.kind === "text" ? [content.body] : []));
      // The hour before the mark is read again: the sink knows what it has.
      expect(heardOf("573000000001")).toEqual(["0", ...of(ANA)]);
      expect(heardOf("573000000002")).toEqual(of(LUIS));
      await page.told.until(({ statuses }) => statuses().length > 0, "a tick");
      expect(page.told.statuses()).toMatchObject([{ providerId: sent.providerId, status: "read" }]);
      expect(bodies()).not.toContain("de antes");
    });

    it("stand before what is said while they are read", async () => {
      page.told.clear();
      page.server.say({ chat: ANA, body: "perdido" });
      channel = page.driver({ readUpTo: DateTime.utc().minus({ seconds: 2 }) });
      await channel.start(page.sink);
      await page.server.pageIsThere();
      await page.told.until(({ links }) => links().at(-1)?.state === "open", "open");
      page.server.say({ chat: ANA, body: "en vivo" });
      await page.told.until(() => bodies().includes("en vivo"), "what was said live");
      const tail = bodies().filter((body) => body === "perdido" || body === "en vivo");
      expect(tail).toEqual(["perdido", "en vivo"]);
    });

    it("are read when the page loads itself anew, and it is heard as before", async () => {
      page.told.clear();
      channel = await page.open({ readUpTo: DateTime.utc() });
      page.server.tell("reload");
      page.server.say({ chat: ANA, body: "entre dos páginas" });
      await page.told.until(() => bodies().includes("entre dos páginas"), "what was said in between");
      page.server.say({ chat: ANA, body: "y después" });
      await page.told.until(() => bodies().includes("y después"), "what was said after");
      expect(await channel.send(outMessage()).result).toMatchObject({ state: "accepted" });
    });

    it("an event that is not durable is handed over again, and the mark does not pass it", async () => {
      page.told.clear();
      let refusals = 3;
      const refusing = (event: ChannelEvent): Promise<void> => {
        if (
          event.type === "message" &&
          event.content.kind === "text" &&
          event.content.body === "difícil" &&
          refusals > 0
        ) {
          refusals -= 1;
          expect(page.told.readUpTo).toEqual([]);
          return Promise.reject(new Error("no database"));
        }
        return page.sink(event);
      };
      channel = page.driver({ readUpTo: DateTime.utc().plus({ hours: 1 }) });
      await channel.start(refusing);
      await page.told.until(({ links }) => links().at(-1)?.state === "open", "open");
      page.server.say({ chat: ANA, body: "difícil", t: Math.floor(Date.now() / 1000) + 7_200 });
      page.server.say({ chat: ANA, body: "después", t: Math.floor(Date.now() / 1000) + 7_201 });
      await page.told.until(({ readUpTo: marks }) => marks.length > 0, "a mark");
      expect([refusals, bodies()]).toEqual([0, ["difícil", "después"]]);
      expect(page.told.reports.filter((report) => report.includes("no database"))).toHaveLength(3);
    });
  },
);
