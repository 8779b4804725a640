import { z } from "zod";
import { fromText } from "../../domain/money.ts";

/** An amount above zero, as text: `COP 480000.00`. */
export const AmountText = z.string().transform((text, context) => {
  const amount = fromText(text);
  if (amount && amount.minor > 0n) return amount;
  context.addIssue({ code: "custom", message: 'must be an amount above zero such as "COP 480000.00"' });
  return z.NEVER;
});
