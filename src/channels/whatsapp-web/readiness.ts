import type { Clock } from "../../clock.ts";
import type { Client } from "./open-page.ts";
import { page } from "./page.ts";
import { withinMs } from "./time-out.ts";

/** Since when a page can have read its chats, and which of the documents that it loads one after the other that is said of. */
export type Readiness = {
  /** It is ready, or connected again, now. Resolves when it has said which document it shows; never rejects. */
  note(to: NonNullable<Client["pupPage"]>): Promise<void>;
  last(): Ready;
};

/** `document` as `page.document` says it; undefined where it did not say in time, so that nothing is known of any. Milliseconds. */
export type Ready = { readonly document: number | undefined; readonly forMs: number };

export function readiness(clock: Clock, answerWithinMs: number): Readiness {
  const state: { document: number | undefined; atMs: number } = { document: undefined, atMs: 0 };
  return {
    async note(to) {
      state.document = undefined;
      const document = await withinMs(page.document(to), answerWithinMs).catch(() => undefined);
      Object.assign(state, { document, atMs: clock.elapsedMs() });
    },
    last: () => ({ document: state.document, forMs: clock.elapsedMs() - state.atMs }),
  };
}
