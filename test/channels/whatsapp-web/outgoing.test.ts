import { expect, test } from "vitest";
import { LIMITS } from "../../../src/channels/whatsapp-web/limits.ts";
import type { Client } from "../../../src/channels/whatsapp-web/open-page.ts";
import { type OutgoingSettings, outgoing } from "../../../src/channels/whatsapp-web/outgoing.ts";
import { systemClock } from "../../../src/clock.ts";
import { outMessage } from "../../support/graph/graph.ts";

const HOUR = 3_600_000;

/** Which document the phone's page shows once the send was lost in it, which one was ready last, and for how long. */
type Reload = { readonly shown: number; readonly ready: number; readonly forMs: number };

/**
 * The library's client, its page in document 1 when the send begins. In Chromium the same cannot be ordered: a page that loads itself anew
 * may answer before it has its modules, which is another way of not knowing.
 */
function loses(how: Reload): OutgoingSettings {
  const now = { ms: 0, document: 1, ready: { document: 1, forMs: HOUR } };
  const pupPage = {
    evaluate: (asked: { readonly name: string }) =>
      Promise.resolve(asked.name === "findOwn" ? { own: null, document: now.document } : undefined),
  };
  const client = {
    pupPage,
    sendMessage() {
      Object.assign(now, { ms: 100, document: how.shown, ready: { document: how.ready, forMs: how.forMs } });
      return Promise.reject(new Error("Execution context was destroyed"));
    },
  } as unknown as Client;
  return {
    clock: { now: () => systemClock.now(), elapsedMs: () => now.ms },
    limits: LIMITS,
    files: { keep: () => Promise.reject(new Error("no file")), take: () => Promise.reject(new Error("no file")) },
    people: { find: () => Promise.resolve("573000000001@c.us"), know: () => Promise.resolve(undefined) },
    page: () => ({ client, library: {} as never, ready: now.ready }),
  };
}

test.each([
  ["of the page that was ready before it began", { shown: 1, ready: 1, forMs: HOUR + 100 }, "rejected"],
  ["of a page that has loaded itself anew since", { shown: 2, ready: 1, forMs: HOUR + 100 }, "unknown"],
  ["of a page that is ready again only since then", { shown: 2, ready: 2, forMs: 50 }, "unknown"],
  ["of a page that was ready again and has had a minute", { shown: 2, ready: 2, forMs: 60_000 }, "rejected"],
] as const)("a send that failed, and that a look does not find, %s: %s", async (_, how, state) => {
  expect(await outgoing(loses(how)).send(outMessage()).result).toMatchObject({ state });
});
