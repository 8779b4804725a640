import { argv, stdout } from "node:process";
import { whatsappWeb } from "../../../src/channels/whatsapp-web/whatsapp-web.ts";
import { systemClock } from "../../../src/clock.ts";

/** A process that has a linked phone open until it is killed: `node hold.ts PROFILES PAGES CHROMIUM-ARGUMENT…` */
const [, , folder = "", pages = "", ...chromiumArgs] = argv;
const channel = whatsappWeb({
  id: "channel-1",
  clock: systemClock,
  chance: () => 0,
  folder,
  pinned: { folder: pages, version: "page" },
  chromiumArgs,
  report: () => undefined,
  keepReadUpTo: () => Promise.resolve(),
});
await channel.start((event) => {
  if (event.type === "link") stdout.write(`${event.link.state}\n`);
  return Promise.resolve();
});
