import { AsyncLocalStorage } from "node:async_hooks";

/** How far one send has got, and whether it may still begin: known to the hooks that Baileys calls from within it. */
export type Moment = {
  /** It waited for too long: whoever asked holds a lock no longer, so it may not begin any more. */
  isOver: boolean;
  /** A step of a ratchet is being turned for it: it has begun, and goes on. */
  isEncrypting: boolean;
  /** One was turned: from here on it may have left. */
  wasEncrypted: boolean;
};

export const currentMoment = new AsyncLocalStorage<Moment>();

/** Ends a send that is not to begin any more, from within Baileys. */
export class TooLate extends Error {
  override readonly name = "TooLate";
}
