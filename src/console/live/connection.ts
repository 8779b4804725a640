/** `catchingUp`: the line is back, and what happened meanwhile is being fetched. Moments are the browser's, in ms. */
export type Connection =
  | { readonly state: "connecting" }
  | { readonly state: "live" }
  | { readonly state: "offline"; readonly sinceMs: number }
  | { readonly state: "catchingUp"; readonly sinceMs: number };

type Listener = () => void;

/** The state of the line, for `useSyncExternalStore`. */
export type ConnectionStore = {
  get(): Connection;
  set(next: Connection): void;
  subscribe(listener: Listener): () => void;
};

export function createConnectionStore(): ConnectionStore {
  let current: Connection = { state: "connecting" };
  const listeners = new Set<Listener>();
  return {
    get: () => current,
    set: (next) => {
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
