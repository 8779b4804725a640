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

/**
 * Opens the stream of changes and keeps it open. After a cut the browser itself says what it saw last and gets the rest;
 * `ready` tells that all of it has come. A stream that had to be made anew knows nothing of before, so everything is loaded again.
 */
export function openStream(hear: (message: LiveMessage) => void): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let cutAtMs: number | undefined;
  let isFirst = true;

  const connect = () => {
    source = new EventSource("/api/events");
    source.addEventListener("open", () => {
      if (cutAtMs !== undefined) {
        hear({ kind: "connection", connection: { state: "catchingUp", sinceMs: cutAtMs } });
      }
    });
    source.addEventListener("ready", () => {
      cutAtMs = undefined;
      hear({ kind: "connection", connection: { state: "live" } });
      if (isFirst) hear({ kind: "reset" });
      isFirst = false;
    });
    source.addEventListener("change", ({ data }: MessageEvent<string>) => {
      const event: ConsoleEvent = JSON.parse(data);
      hear({ kind: "event", event });
    });
    source.addEventListener("reset", () => hear({ kind: "reset" }));
    source.addEventListener("ended", () => {
      hear({ kind: "ended" });
      restart();
    });
    source.addEventListener("error", () => {
      cutAtMs ??= businessNow();
      hear({ kind: "connection", connection: { state: "offline", sinceMs: cutAtMs } });
      if (source.readyState === EventSource.CLOSED) restart();
    });
  };
  const restart = () => {
    source.close();
    isFirst = true;
    again = setTimeout(connect, AGAIN_AFTER_MS);
  };

  // A line that is pulled out closes no connection: the browser notices at once, the stream only after minutes.
  const lose = () => {
    clearTimeout(again);
    source.close();
    cutAtMs ??= businessNow();
    hear({ kind: "connection", connection: { state: "offline", sinceMs: cutAtMs } });
  };
  const regain = () => {
    clearTimeout(again);
    source.close();
    isFirst = true;
    connect();
  };
  addEventListener("offline", lose);
  addEventListener("online", regain);
  connect();
  return () => {
    removeEventListener("offline", lose);
    removeEventListener("online", regain);
    clearTimeout(again);
    source.close();
  };
}
