/** The ledger's reference of a person's word on whose an unplaced payment is, and of what a failed refund of it brings back. */
export function identifiedAs(payment: string): string {
  return `${payment}:identified`;
}

/** And of their word that it goes back to whoever sent it. */
export function markedAs(payment: string): string {
  return `${payment}:to-refund`;
}
