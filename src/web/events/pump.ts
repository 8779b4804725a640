import { type EventPosition, endOfEvents, eventsAfter, type StoredEvent } from "../../../db/console/events.ts";
import type { Deps } from "../../app/deps.ts";

/** Is told each event once, in order. */
export type Listener = (events: readonly StoredEvent[]) => void;

export type Pump = {
  /** Listens to a business from here on. The answer's position is where what the listener is told begins. */
  listen(businessId: string, listener: Listener): Promise<{ readonly from: EventPosition; stop(): void }>;
  /** Tells nobody anything any more. */
  stop(): void;
};

/** Quick enough for a person, and 7 queries a second for a whole business however many look on. */
const EVERY_MS = 150;

/** More wait for the next look. */
const MOST_AT_ONCE = 1000;

type Stream = { position: EventPosition; readonly listeners: Set<Listener> };

/** Reads each business's new events once for all who look on, and only while somebody does. */
export function makePump({ db, log }: Pick<Deps, "db" | "log">): Pump {
  const streams = new Map<string, Stream>();
  const opening = new Map<string, Promise<Stream>>();
  let isStopped = false;

  async function open(businessId: string): Promise<Stream> {
    const position = await db.inBusiness(businessId, endOfEvents);
    const stream: Stream = { position, listeners: new Set() };
    streams.set(businessId, stream);
    later(businessId, stream);
    return stream;
  }

  function later(businessId: string, stream: Stream): void {
    setTimeout(() => {
      look(businessId, stream)
        .catch((error: unknown) => log.warn({ error, businessId }, "the console's events could not be read"))
        .finally(() => goOn(businessId, stream));
    }, EVERY_MS).unref();
  }

  function goOn(businessId: string, stream: Stream): void {
    if (isStopped) return;
    if (stream.listeners.size > 0) later(businessId, stream);
    else streams.delete(businessId);
  }

  async function look(businessId: string, stream: Stream): Promise<void> {
    const events = await db.inBusiness(businessId, (tx) => eventsAfter(tx, businessId, stream.position, MOST_AT_ONCE));
    const last = events.at(-1);
    if (!last) return;
    stream.position = last;
    for (const listener of stream.listeners) listener(events);
  }

  return {
    async listen(businessId, listener) {
      const stream = streams.get(businessId) ?? (await (opening.get(businessId) ?? opened(businessId)));
      stream.listeners.add(listener);
      // It may have been given up in the moment between.
      if (!streams.has(businessId)) {
        streams.set(businessId, stream);
        later(businessId, stream);
      }
      return { from: stream.position, stop: () => stream.listeners.delete(listener) };
    },
    stop() {
      isStopped = true;
      streams.clear();
    },
  };

  function opened(businessId: string): Promise<Stream> {
    const promise = open(businessId).finally(() => opening.delete(businessId));
    opening.set(businessId, promise);
    return promise;
  }
}
