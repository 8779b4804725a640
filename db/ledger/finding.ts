/** Something in the books that cannot be. `what` is for a program, `message` for the person who has to look. */
export type Finding = { readonly what: FindingKind; readonly message: string };

export type FindingKind =
  | "entry without postings"
  | "posting without entry"
  | "entry off balance"
  | "entry not whole"
  | "money changed"
  | "entry changed"
  | "reversal differs"
  | "debt differs"
  | "debt below zero"
  | "block changed"
  | "block missing"
  | "entry missing"
  | "entry sealed twice"
  | "entry unsealed";
