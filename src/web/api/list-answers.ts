import { z } from "zod";
import { readCountry } from "../../domain/debtor-list/countries.ts";
import { FIELDS } from "../../domain/debtor-list/fields.ts";
import { isCurrency } from "../../domain/money.ts";
import { parseIsoDate } from "../../domain/time.ts";

const ByHeader = <T extends z.ZodType>(value: T) => z.record(z.string().max(200), value);

const Currency = z
  .string()
  .transform((text, context) => (isCurrency(text) ? text : wrong(context, "is no currency that books are kept in")));
const Country = z.string().transform((text, context) => readCountry(text) ?? wrong(context, "is no country we know"));
const Day = z
  .string()
  .transform((text, context) => parseIsoDate(text) ?? wrong(context, "must be a day such as 2026-11-22"));

/** What the business says about its file: `AnswerQuestions` of the contract, as it comes. */
export const ListAnswers = z.object({
  settings: z.object({
    currency: Currency.optional(),
    country: Country.optional(),
    withoutPhones: z.boolean().optional(),
    permissionBasis: z
      .object({ wording: z.string().trim().min(10).max(2000), on: Day, channel: z.string().trim().min(1).max(100) })
      .optional(),
    dateOrders: ByHeader(z.enum(["dmy", "mdy"])).optional(),
    amountFormats: ByHeader(z.enum(["point", "comma"])).optional(),
  }),
  columns: ByHeader(z.enum([...FIELDS, "extra", "ignore"])).optional(),
});

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
