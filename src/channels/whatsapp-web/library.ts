import type * as WhatsAppWebJs from "whatsapp-web.js";
import { AppError } from "../../domain/errors.ts";

export type Library = Pick<typeof WhatsAppWebJs, "Client" | "LocalAuth" | "MessageMedia">;

/** whatsapp-web.js, an optional dependency, read when a number needs it. @throws {AppError} `config.invalid`, saying what to install. */
export async function library(): Promise<Library> {
  try {
    return (await import("whatsapp-web.js")).default;
  } catch (cause) {
    throw new AppError(
      "config.invalid",
      "numbers linked with whatsapp-web.js need the package of that name: `npm install --include=optional`",
      { cause },
    );
  }
}
