import { type NewestInbound, newestInbound } from "../../../db/read-marks.ts";
import type { ReadMark } from "../../channels/channel.ts";
import type { Deps } from "../deps.ts";

export type Read = {
  readonly businessId: string;
  readonly conversationIds: readonly string[];
  /** Somebody is writing an answer. */
  readonly typing: boolean;
};

export type TellRead = (read: Read) => Promise<void>;

/** Each mark is a request of its own. A courtesy must not take the place of answers: above this a second they are left out. */
const MOST_A_SECOND = 20;
/** WhatsApp shows that somebody writes for 25 seconds (Meta, "Typing indicators"); told each 20, it does not flicker. */
const TYPING_AGAIN_MS = 20_000;

/**
 * Shows debtors that what they wrote was read, and that an answer is being written: two blue ticks and "typing…". Told once for
 * each message, by the process that happened to read it; nothing depends on it, so nothing is kept of it.
 */
export function makeTellRead(deps: Pick<Deps, "db" | "channels" | "clock" | "log">): TellRead {
  const told = new Map<string, { readonly providerId: string; readonly typingUntilMs: number }>();
  const spent = { second: -1, marks: 0 };

  const isAllowed = (nowMs: number): boolean => {
    const second = Math.floor(nowMs / 1_000);
    if (second !== spent.second) Object.assign(spent, { second, marks: 0 });
    spent.marks += 1;
    return spent.marks <= MOST_A_SECOND;
  };

  const mark = async (newest: NewestInbound, typing: boolean): Promise<void> => {
    const nowMs = deps.clock.elapsedMs();
    for (const [id, { typingUntilMs }] of told)
      if (typingUntilMs < nowMs && told.size > MOST_REMEMBERED) told.delete(id);
    const before = told.get(newest.conversationId);
    const isNews = before?.providerId !== newest.providerId || (typing && before.typingUntilMs <= nowMs);
    if (!isNews) return;
    told.set(newest.conversationId, {
      providerId: newest.providerId,
      typingUntilMs: typing ? nowMs + TYPING_AGAIN_MS : nowMs,
    });
    await deps.channels.get(newest.channelId)?.markRead({ ...addressed(newest), typing });
  };

  return async ({ businessId, conversationIds, typing }) => {
    const asked = conversationIds.filter(() => isAllowed(deps.clock.elapsedMs()));
    if (asked.length === 0) return;
    try {
      const newest = await deps.db.inBusiness(businessId, (tx) => newestInbound(tx, businessId, asked));
      await Promise.all(newest.map((one) => mark(one, typing)));
    } catch (error) {
      deps.log.warn({ error, businessId }, "that something was read could not be told; nothing depends on it");
    }
  };
}

/** Whose marks are remembered at least: more only cost memory. */
const MOST_REMEMBERED = 1_000;

function addressed({ providerId, phone, waId, bsuid, lid }: NewestInbound): Pick<ReadMark, "providerId" | "from"> {
  return {
    providerId,
    from: {
      phone: waId ?? phone?.replace(/^\+/, ""),
      bsuid: bsuid ?? undefined,
      lid: lid ?? undefined,
    },
  };
}
