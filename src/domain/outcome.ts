/**
 * How a conversation can end, whoever conducted it: nothing else does, and the database refuses any other word. Appended
 * once for each ending; a conversation counts once, under the last.
 */
export const OUTCOMES = [
  "paid",
  "promise",
  "plan",
  "dispute",
  "wrong_person",
  "hardship",
  "refused",
  "unreachable",
  "opted_out",
  "handed_over",
  "payment_to_verify",
  "not_verified",
  "deceased",
  "other",
] as const;
export type Outcome = (typeof OUTCOMES)[number];
