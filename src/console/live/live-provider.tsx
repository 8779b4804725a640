import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { ConsoleEvent, Person } from "../../web/contract.ts";
import { keys } from "../api/keys.ts";
import { useSession } from "../api/session.ts";
import { type Connection, type ConnectionStore, createConnectionStore } from "./connection.ts";
import { whenLeading } from "./leadership.ts";
import { staleKeys } from "./stale-keys.ts";
import { type LiveMessage, openStream } from "./stream.ts";

export type Viewing = { readonly user: Person; readonly isWriting: boolean; readonly until: string };
type Live = { readonly connection: ConnectionStore; readonly onViewing: (listener: ViewingListener) => () => void };
type ViewingListener = (conversationId: string, viewing: Viewing) => void;

const Context = createContext<Live | undefined>(undefined);

/** Keeps what is on screen true: one stream for all tabs of a business, and each event makes the answers it touches load again. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const { id: businessId } = useSession().business;
  const [{ live, tell }] = useState(createLive);
  useEffect(() => {
    const channel = new BroadcastChannel(`saldar-live ${businessId}`);
    const hear = (message: LiveMessage) => take(message, { queries, connection: live.connection, tell });
    channel.onmessage = ({ data }: MessageEvent<LiveMessage | { kind: "hello" }>) => {
      if (data.kind === "hello") channel.postMessage({ kind: "connection", connection: live.connection.get() });
      else hear(data);
    };
    channel.postMessage({ kind: "hello" });
    let close = () => {};
    const stopLeading = whenLeading(businessId, () => {
      close = openStream(businessId, (message) => {
        hear(message);
        channel.postMessage(message);
      });
    });
    return () => {
      stopLeading();
      close();
      channel.close();
    };
  }, [businessId, queries, live, tell]);
  return <Context value={live}>{children}</Context>;
}

export function useConnection(): Connection {
  const { connection } = useLive();
  return useSyncExternalStore(connection.subscribe, connection.get);
}

export function useLive(): Live {
  const live = useContext(Context);
  if (!live) throw new Error("a page is drawn outside LiveProvider");
  return live;
}

function createLive() {
  const listeners = new Set<ViewingListener>();
  const live: Live = {
    connection: createConnectionStore(),
    onViewing: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (conversationId: string, viewing: Viewing) => {
    for (const listener of listeners) listener(conversationId, viewing);
  };
  return { live, tell };
}

type Hearing = {
  readonly queries: QueryClient;
  readonly connection: ConnectionStore;
  readonly tell: (conversationId: string, viewing: Viewing) => void;
};

function take(message: LiveMessage, { queries, connection, tell }: Hearing): void {
  switch (message.kind) {
    case "connection":
      connection.set(message.connection);
      // What failed to load while the line was cut is no event, and would stay failed.
      if (message.connection.state === "live") void queries.invalidateQueries({ predicate: hasFailed });
      return;
    case "reset":
      void queries.invalidateQueries();
      return;
    case "ended":
      void queries.invalidateQueries({ queryKey: keys.session });
      return;
    case "event":
      heed(message.event, { queries, connection, tell });
      return;
  }
}

const hasFailed = ({ state }: Query): boolean => state.status === "error";

function heed(event: ConsoleEvent, { queries, tell }: Hearing): void {
  if (event.kind === "conversation.viewing") tell(event.subjectId, event.payload);
  for (const queryKey of staleKeys(event)) void queries.invalidateQueries({ queryKey });
}
