/** Why nothing may be started to a number, the one that weighs most first. Erased without another reason counts as an opt-out. */
export const SUPPRESSION_REASONS = ["deceased", "wrong_person", "opted_out", "erased"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];
