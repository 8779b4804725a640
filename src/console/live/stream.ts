import type { ConsoleEvent } from "../../web/contract.ts";
import { businessNow } from "../format/business-clock.ts";
import type { Connection } from "./connection.ts";

/** What the leading tab hears and tells the others. */
export type LiveMessage =
  | { readonly kind: "connection"; readonly connection: Connection }
  | { readonly kind: "event"; readonly event: ConsoleEvent }
  | { readonly kind: "reset" }
  | { readonly kind: "ended" };

/** The server answers that the session is over, or a proxy fails: the browser gives up by itself, so we begin anew. */
const AGAIN_AFTER_MS = 3_000;

/** The server says something each 15 s. A line that lost two of these is dead, whatever the browser believes. */
const SILENT_AFTER_MS = 40_000;

/**
 * Opens the stream of changes and keeps it open. After a cut, or when the line falls silent, it says what was heard last and
 * gets the rest; `ready` tells that all of it has come. A stream that heard nothing yet knows nothing of before, so everything
 * is loaded again.
 */
export function openStream(businessId: string, hear: (message: LiveMessage) => void): () => void {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cutAtMs: number | undefined;
  let lastId: string | undefined;

  const later = (what: () => void, afterMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(what, afterMs);
  };
  const connect = () => {
    let isFollowing = lastId !== undefined;
    source = new EventSource(
      `/api/events?${new URLSearchParams({ business: businessId, ...(lastId !== undefined && { after: lastId }) })}`,
    );
    later(revive, SILENT_AFTER_MS);
    const on = (name: string, heard: (data: string) => void) =>
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        later(revive, SILENT_AFTER_MS);
        if (lastEventId) lastId = lastEventId;
        heard(data);
      });
    on("open", () => {
      if (cutAtMs !== undefined) {
        hear({ kind: "connection", connection: { state: "catchingUp", sinceMs: cutAtMs } });
      }
    });
    on("beat", () => {});
    on("ready", () => {
      cutAtMs = undefined;
      hear({ kind: "connection", connection: { state: "live" } });
      if (!isFollowing) hear({ kind: "reset" });
      isFollowing = true;
    });
    on("change", (data) => {
      const event: ConsoleEvent = JSON.parse(data);
      hear({ kind: "event", event });
    });
    on("reset", () => hear({ kind: "reset" }));
    on("ended", () => {
      hear({ kind: "ended" });
      restart();
    });
    source.addEventListener("error", () => {
      tellOffline();
      if (source.readyState !== EventSource.CLOSED) return;
      // Refused, and nothing says why: the session does, when it is asked.
      hear({ kind: "ended" });
      restart();
    });
  };
  const tellOffline = () => {
    cutAtMs ??= businessNow();
    hear({ kind: "connection", connection: { state: "offline", sinceMs: cutAtMs } });
  };
  // Another person may be signed in by then, or another role: nothing that was heard before counts.
  const restart = () => {
    source.close();
    lastId = undefined;
    later(connect, AGAIN_AFTER_MS);
  };
  const revive = () => {
    source.close();
    tellOffline();
    connect();
  };

  // A line that is pulled out closes no connection: the browser often notices at once, the stream only by the silence.
  const lose = () => {
    clearTimeout(timer);
    source.close();
    tellOffline();
  };
  const regain = () => {
    source.close();
    connect();
  };
  addEventListener("offline", lose);
  addEventListener("online", regain);
  connect();
  return () => {
    removeEventListener("offline", lose);
    removeEventListener("online", regain);
    clearTimeout(timer);
    source.close();
  };
}
