import type { Clock } from "../../clock.ts";
import type { Client } from "./open-page.ts";
import { page } from "./page.ts";
import { withinMs } from "./time-out.ts";

/** Since when a page can have read its chats, and which of the documents that it loads one after the other that is said of. */
export type Readiness = {
  /** It is ready, or connected again, now. Resolves when the document that it shows has a number, or too late; never rejects. */
  note(to: NonNullable<Client["pupPage"]>): Promise<void>;
  last(): Ready;
};

/** `document` is the number that `page.number` gave; undefined where it has none, so that nothing is known of any. Milliseconds. */
export type Ready = { readonly document: number | undefined; readonly forMs: number };

export function readiness(clock: Clock, answerWithinMs: number): Readiness {
  const state: { document: number | undefined; atMs: number } = { document: undefined, atMs: 0 };
  let count = 0;
  return {
    async note(to) {
      state.document = undefined;
      count += 1;
      const document = count;
      const given = page.number(to, document).then(() => document);
      const numbered = await withinMs(given, answerWithinMs).catch(() => undefined);
      // Whoever was ready later has its own say.
      if (document === count) Object.assign(state, { document: numbered, atMs: clock.elapsedMs() });
    },
    last: () => ({ document: state.document, forMs: clock.elapsedMs() - state.atMs }),
  };
}
