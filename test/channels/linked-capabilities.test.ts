import { expect, test } from "vitest";
import { baileys } from "../../src/channels/baileys/baileys.ts";
import { LINKED_CAPABILITIES } from "../../src/channels/linked-capabilities.ts";
import { whatsappWeb } from "../../src/channels/whatsapp-web/whatsapp-web.ts";
import { systemClock } from "../../src/clock.ts";
import { randomBytesOf } from "../../src/ids.ts";
import { sessionStoreInMemory } from "../support/sessions/session-store-in-memory.ts";

const rest = { id: "channel-1", clock: systemClock, chance: () => 0, report: () => undefined } as const;

test("what is known of a linked phone without its library is what its driver says", () => {
  const drivers = [
    baileys({
      ...rest,
      store: sessionStoreInMemory(),
      bytes: randomBytesOf,
      silence: () => undefined,
      restartProcess: () => undefined,
    }),
    whatsappWeb({ ...rest, folder: "nowhere", keepReadUpTo: () => Promise.resolve() }),
  ];
  for (const { kind, can } of drivers)
    expect(can).toEqual(kind === "baileys" || kind === "whatsapp_web" ? LINKED_CAPABILITIES[kind] : kind);
});
