import { sessionStore } from "../app/channels/session-store.ts";
import { AppError } from "../domain/errors.ts";
import { chance, randomBytesOf } from "../ids.ts";
import type { DriverContext, Drivers } from "./driver.ts";

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
  whatsapp_web: () =>
    Promise.reject(
      new AppError("channel.unavailable", "this build has no driver for phones linked through whatsapp-web.js"),
    ),
};

const reportTo =
  (log: DriverContext["log"], channelId: string) =>
  (error: unknown, doing: string): void =>
    log.warn({ error, channelId, doing }, "a linked phone's session went on after a failure");
