import { setTimeout as pause } from "node:timers/promises";
import { DateTime } from "luxon";
import type { Clock } from "../../clock.ts";
import type { ChannelEvent, Sink } from "../channel.ts";
import { isItsOwnFault, MOST_REFUSALS } from "../refusals.ts";

/** Something that was heard, and the events it is; asked when its turn comes, so that a slow answer keeps the order. */
export type Heard = {
  /** Of a message, so that it is handed over once. */
  readonly providerId?: string | undefined;
  /** When it was written, for the mark up to which all is read. */
  readonly sentAt?: DateTime | undefined;
  events(): Promise<readonly ChannelEvent[]>;
  /** They are durable. Never called where the inbox is closed first. */
  done?(): void;
};

export type Inbox = {
  add(heard: Heard): void;
  /** Messages wait until what was missed stands before them. Anything else goes on. */
  hold(): void;
  /** `missed` first, oldest first, then what was held. */
  release(missed: readonly Heard[]): void;
  /** A message that cannot be read yet: the mark stays before it. */
  pending(providerId: string, sentAt: DateTime): void;
  /** Up to here nothing need be read again. */
  readUpTo(): DateTime | undefined;
  /** A phone that is new here: what was written before is none of ours. */
  startAt(moment: DateTime): void;
  isIdle(): boolean;
  close(): Promise<void>;
};

export type InboxSettings = {
  readonly clock: Clock;
  readonly readUpTo: DateTime | undefined;
  /** Called when all before that moment is durable. May fail: then it is told again with the next. */
  readonly keepReadUpTo: (moment: DateTime) => Promise<void>;
  readonly report: Report;
};

/** Told of what went wrong and was gone on from. The words carry no person. */
export type Report = (error: unknown, doing: string) => void;

const REMEMBERED = 5_000;
const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 30_000;
/** A message that could not be read for so long holds the mark no more. */
const PENDING_HOURS = 24;

/** Hands one event after the other to the sink, each until it is durable. */
export function inbox(sink: Sink, settings: InboxSettings): Inbox {
  const queue: Heard[] = [];
  let held: Heard[] | undefined;
  let work = Promise.resolve();
  let isBusy = false;
  const closing = new AbortController();
  const seen = new Set<string>();
  const marked = mark(settings);

  const handOverAll = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      for (const event of await next.events()) {
        if (!(await handOver(sink, event, { closed: closing.signal, report: settings.report }))) return;
      }
      marked.durable(next);
      next.done?.();
    }
    await marked.keep();
  };
  const run = async (): Promise<void> => {
    isBusy = true;
    // Something may come while the mark is kept.
    while (queue.length > 0 && !closing.signal.aborted) await handOverAll();
    isBusy = false;
  };
  const push = (heard: Heard): void => {
    if (closing.signal.aborted || isRepeat(seen, heard.providerId)) return;
    queue.push(heard);
    if (!isBusy) work = run();
  };
  return {
    add(heard) {
      if (held !== undefined && heard.providerId !== undefined) held.push(heard);
      else push(heard);
    },
    hold() {
      held ??= [];
    },
    release(missed) {
      const after = held ?? [];
      held = undefined;
      for (const heard of [...missed, ...after]) push(heard);
    },
    pending: marked.pending,
    readUpTo: marked.at,
    startAt: marked.startAt,
    isIdle: () => !isBusy && held === undefined,
    async close() {
      closing.abort();
      await work;
    },
  };
}

/** @returns false when the inbox was closed before the event was durable */
async function handOver(
  sink: Sink,
  event: ChannelEvent,
  { closed, report }: { readonly closed: AbortSignal; readonly report: Report },
): Promise<boolean> {
  let refusals = 0;
  for (let waitMs = FIRST_RETRY_MS; !closed.aborted; waitMs = Math.min(LONGEST_RETRY_MS, waitMs * 2)) {
    try {
      await sink(refusals < MOST_REFUSALS ? event : passedOver(event));
      return true;
    } catch (error) {
      if (isItsOwnFault(error)) refusals += 1;
      report(error, "handing over what was heard; it is offered again");
      await pause(waitMs, undefined, { signal: closed }).catch(() => undefined);
    }
  }
  return false;
}

/** Where a phone stands is no message: it holds what lets anybody link, and is told until it is taken. */
function passedOver(event: ChannelEvent): ChannelEvent {
  return event.type === "link"
    ? event
    : { type: "passed-over", what: `${event.type}.refused`, raw: JSON.stringify(event) };
}

function isRepeat(seen: Set<string>, providerId: string | undefined): boolean {
  if (providerId === undefined) return false;
  if (seen.has(providerId)) return true;
  seen.add(providerId);
  const [oldest] = seen;
  if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
  return false;
}

function mark({ clock, readUpTo: first, keepReadUpTo: keep, report }: InboxSettings) {
  const unreadable = new Map<string, DateTime>();
  let durable = first;
  let kept = first;
  const at = (): DateTime | undefined => {
    const oldest = clock.now().minus({ hours: PENDING_HOURS });
    for (const [id, sentAt] of unreadable) if (sentAt < oldest) unreadable.delete(id);
    const moments = [...unreadable.values(), ...(durable === undefined ? [] : [durable])];
    return durable === undefined ? undefined : DateTime.min(...moments);
  };
  return {
    at,
    pending: (providerId: string, sentAt: DateTime) => void unreadable.set(providerId, sentAt),
    startAt(moment: DateTime) {
      durable = moment;
    },
    durable({ providerId, sentAt }: Heard) {
      if (providerId !== undefined) unreadable.delete(providerId);
      if (sentAt !== undefined && (durable === undefined || sentAt > durable)) durable = sentAt;
    },
    async keep() {
      const now = at();
      if (now === undefined || (kept !== undefined && now <= kept)) return;
      try {
        await keep(now);
        kept = now;
      } catch (error) {
        // More is read again after a start than need be; the sink knows what it has.
        report(error, "keeping the mark up to which all is read");
      }
    },
  };
}
