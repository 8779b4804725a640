import { sessionStore } from "../app/channels/session-store.ts";
import { chance, randomBytesOf } from "../ids.ts";
import type { Drivers } from "./driver.ts";
import { reportTo } from "./report-to.ts";
import { whatsappWebSettings } from "./whatsapp-web-settings.ts";

/** The drivers there are. Each is loaded when the first phone of its kind is opened. */
export const DRIVERS: Drivers = {
  async baileys(context) {
    const { baileys } = await import("../channels/baileys/baileys.ts");
    const { session, owner, clock, log, settings, restartProcess } = context;
    const { channelId, phone } = session;
    return baileys({
      id: channelId,
      store: sessionStore(context, { ...session, owner }),
      clock,
      chance,
      bytes: randomBytesOf,
      // Whatever is printed in a session host goes nowhere (host.ts).
      silence: () => undefined,
      report: reportTo(log, channelId),
      restartProcess,
      expectedPhone: phone,
      socketUrl: settings["baileysSocketUrl"],
      version: settings["baileysVersion"],
    });
  },
  async whatsapp_web(context) {
    const { whatsappWeb } = await import("../channels/whatsapp-web/whatsapp-web.ts");
    return whatsappWeb(await whatsappWebSettings(context));
  },
};
