/** Who wrote on a linked phone itself: somebody of the business, and no user whom we know by name. */
export const ON_PHONE = "agent:phone";

/** The same where it stands as who entered something, which is a bare user id otherwise. */
export const PHONE_ITSELF = "phone";
