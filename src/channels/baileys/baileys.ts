import type { Clock } from "../../clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { LinkedChannel } from "../channel.ts";
import { LINKED_CAPABILITIES } from "../linked-capabilities.ts";
import { notStarted } from "../not-started.ts";
import type { SessionStore } from "../session-store.ts";
import type { After } from "./after.ts";
import { download, upload } from "./media.ts";
import { openSession, type Session } from "./session.ts";

/**
 * A phone linked through Baileys: the protocol of WhatsApp Web, spoken by us. It breaks WhatsApp's terms, and WhatsApp takes
 * numbers away for it: for people who write to us, and never for cold ones.
 */
export function baileys(settings: BaileysSettings): LinkedChannel {
  let started: Promise<Session> | undefined;
  const session = (): Promise<Session> => {
    if (started === undefined) throw new AppError("channel.unavailable", "the phone's session has not started");
    return started;
  };
  let now: Session | undefined;
  return {
    id: settings.id,
    kind: "baileys",
    can: LINKED_CAPABILITIES.baileys,
    async start(sink) {
      started ??= openSession(settings, sink);
      now = await started;
    },
    send(message) {
      if (now !== undefined) return now.outbox().send(message);
      return { started: Promise.resolve(), result: Promise.resolve(notStarted("the phone's session has not started")) };
    },
    settle: async (outboxId) => (await session()).outbox().settle(outboxId),
    upload: async (file) => {
      const { library, line } = await session();
      return upload(library, line.open(), file);
    },
    download: async (media) => download((await session()).library, media),
    markRead: async ({ providerId, from, typing }) => {
      const { line, addresses } = await session();
      const socket = line.open();
      if (socket === undefined) return;
      try {
        const jid = await addresses().find(from, socket);
        if (jid === undefined) return;
        await socket.readMessages([{ remoteJid: jid, id: providerId, fromMe: false }]);
        if (typing) await socket.sendPresenceUpdate("composing", jid);
      } catch (error) {
        settings.report(error, "marking a message as read");
      }
    },
    link: async (how) => (await session()).line.link(how),
    unlink: async () => (await session()).line.unlink(),
    async close() {
      (await started)?.close();
    },
  };
}

export type BaileysSettings = {
  readonly id: string;
  readonly store: SessionStore;
  readonly clock: Clock;
  /** Chance of the process: a number from 0 to 1, and bytes that nobody guesses. */
  readonly chance: () => number;
  readonly bytes: (length: number) => Buffer;
  /** Called before Baileys loads: from then on nothing in this process may print through the console. */
  readonly silence: () => void;
  /** What went wrong and was gone on from. The words carry no person. */
  readonly report: (error: unknown, doing: string) => void;
  /** The socket is deaf, and so was the one made anew: only another process helps. */
  readonly restartProcess: () => void;
  /** The phone that is to be linked, E.164 digits; undefined: whichever is. */
  readonly expectedPhone?: string | undefined;
  /** WhatsApp's, or a loopback server's address. */
  readonly socketUrl?: string | undefined;
  /** Such as `2.3000.1043857760`: what WhatsApp Web calls itself today. Baileys brings one that grows old. */
  readonly version?: string | undefined;
  readonly after?: After | undefined;
  readonly qrTimeoutMs?: number | undefined;
};
