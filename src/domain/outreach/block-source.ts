/**
 * Who says that nothing may leave by a number, the gravest first: that one is shown. Each lifts only what it said itself.
 *
 * - `restriction`: WhatsApp restricted it, however that was learnt. Only a person lifts it, after a rest (`resume-number.ts`).
 * - `meta`: Meta's webhook, which also tells that the account is back.
 * - `link`: a linked phone's link, which stands again or not.
 * - `credentials`: a send was refused for the token. Working secrets lift it.
 * - `refused`: a send was refused for the number itself, as for its payment or registration.
 */
export const BLOCK_SOURCES = ["restriction", "meta", "link", "credentials", "refused"] as const;
export type BlockSource = (typeof BLOCK_SOURCES)[number];

/** What a person may say is mended: all but the link, which only its phone mends. The next refusal says so where it is not. */
export const LIFTED_BY_PERSON = ["restriction", "meta", "credentials", "refused"] as const satisfies BlockSource[];
