export type FailureClass = "undeliverable" | "capped" | "stop" | "other";

/**
 * What a failed message says of the number it left by. Codes of Meta (developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes):
 * 131026 no WhatsApp there, or the person blocked us; 131049 and 130472 Meta held it back for the health of its network; 131050 the
 * person told Meta to stop us.
 */
export const FAILURE_CODES = {
  undeliverable: ["131026"],
  capped: ["131049", "130472"],
  stop: ["131050"],
} as const satisfies Record<Exclude<FailureClass, "other">, readonly string[]>;
