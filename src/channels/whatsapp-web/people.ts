import type { Clock } from "../../clock.ts";
import type { ChannelIdentity, IdentityLearnt } from "../channel.ts";
import type { Client } from "./open-page.ts";
import { withinMs } from "./time-out.ts";
import { identityOf } from "./wid.ts";

const REMEMBERED = 10_000;
/** Each message and each tick would otherwise ask WhatsApp again, which counts such questions. */
const ASK_AGAIN_MS = 3_600_000;

export type Known = {
  readonly identity: ChannelIdentity;
  /** Said once for each person and start: number and LID are one. */
  readonly learnt: IdentityLearnt | undefined;
};

export type People = {
  /** All that WhatsApp tells of who is behind an address; what it does not tell in time is left out. */
  know(wid: string): Promise<Known | undefined>;
  /** The address of a number, as WhatsApp writes it (some countries' have a digit more or less); `undefined`: nobody's. */
  find(phone: string, ask: "anew" | "once"): Promise<string | undefined>;
};

export type PeopleSettings = {
  /** To be asked, while there is one. */
  readonly page: () => Client | undefined;
  readonly clock: Clock;
  readonly answerWithinMs: number;
};

export function people({ page, clock, answerWithinMs }: PeopleSettings): People {
  const known = new Map<string, ChannelIdentity>();
  /** Of whom WhatsApp told only half, and when it was asked. */
  const half = new Map<string, number>();
  const wids = new Map<string, string>();
  const ask = async (wid: string): Promise<ChannelIdentity | undefined> => {
    const client = page();
    if (client === undefined) return undefined;
    const answer = await withinMs(client.getContactLidAndPhone([wid]), answerWithinMs).catch(() => undefined);
    const [{ lid, pn } = {}] = answer ?? [];
    return { ...(lid ? identityOf(lid) : {}), ...(pn ? identityOf(pn) : {}) };
  };
  return {
    async know(wid) {
      const itself = identityOf(wid);
      if (itself === undefined) return undefined;
      const before = known.get(wid);
      if (before !== undefined) return { identity: before, learnt: undefined };
      const askedAt = half.get(wid);
      if (askedAt !== undefined && clock.elapsedMs() - askedAt < ASK_AGAIN_MS)
        return { identity: itself, learnt: undefined };
      const identity = { ...(await ask(wid)), ...itself };
      if (identity.lid === undefined || identity.phone === undefined) {
        remember(half, wid, clock.elapsedMs());
        return { identity, learnt: undefined };
      }
      remember(known, wid, identity);
      return { identity, learnt: { type: "identity", same: identity } };
    },
    async find(phone, how) {
      const before = wids.get(phone);
      if (before !== undefined && how === "once") return before;
      const found = await page()?.getNumberId(phone);
      if (found) remember(wids, phone, found._serialized);
      else wids.delete(phone);
      return found?._serialized;
    },
  };
}

function remember<T>(values: Map<string, T>, name: string, value: T): void {
  values.set(name, value);
  const [oldest] = values.keys();
  if (values.size > REMEMBERED && oldest !== undefined) values.delete(oldest);
}
