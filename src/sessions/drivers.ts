import { AppError } from "../domain/errors.ts";
import type { Drivers } from "./driver.ts";

const notHere = (): Promise<never> =>
  Promise.reject(new AppError("channel.unavailable", "this build has no driver for linked phones"));

/** The drivers there are. Each is loaded when the first phone of its kind is opened. */
export const DRIVERS: Drivers = { baileys: notHere, whatsapp_web: notHere };
