import type { RequestHandler } from "express";
import { type Config, STRIPE_NAMES, WHATSAPP_NAMES } from "../src/config.ts";
import { AppError } from "../src/domain/errors.ts";

/**
 * Stands where a webhook's settings are missing and says what opens it: whoever sets an installation up tries the address
 * first, and "nothing here" reads as an address mistyped.
 */
export function shutDoor(door: "whatsapp" | "stripe", { SALDAR_MODE }: Pick<Config, "SALDAR_MODE">): RequestHandler {
  const why = door === "whatsapp" ? withoutNumber(SALDAR_MODE) : WITHOUT_STRIPE;
  return () => {
    throw new AppError("request.not-found", `${why} docs/settings.md explains each.`);
  };
}

function withoutNumber(mode: Config["SALDAR_MODE"]): string {
  const names = WHATSAPP_NAMES.join(", ");
  return mode === "demo"
    ? `This is a demo: no WhatsApp number is joined to it, and its only phones are the simulator's. A real number needs SALDAR_MODE=production and ${names}.`
    : `No WhatsApp number is joined to this installation. It needs ${names}.`;
}

const WITHOUT_STRIPE = `No Stripe account is joined to this installation. It needs ${STRIPE_NAMES.join(", ")}.`;
