/** Who wrote on a linked phone itself: somebody of the business, and no user whom we know by name. */
export const ON_PHONE = "agent:phone";
