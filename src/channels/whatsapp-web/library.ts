import type * as WhatsAppWebJs from "whatsapp-web.js";
import { AppError } from "../../domain/errors.ts";

export type Library = Pick<typeof WhatsAppWebJs, "Client" | "LocalAuth" | "MessageMedia">;

/** whatsapp-web.js, an optional dependency, read when a number needs it. @throws {AppError} `channel.unavailable`, saying what to install. */
export async function library(): Promise<Library> {
  try {
    return (await import("whatsapp-web.js")).default;
  } catch (cause) {
    throw new AppError(
      "channel.unavailable",
      "A phone is linked through whatsapp-web.js, which is not installed here. Run `npm install whatsapp-web.js@1.34.7`, then start again",
      { cause },
    );
  }
}
