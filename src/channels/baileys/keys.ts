import type {
  AuthenticationCreds,
  CacheStore,
  SignalDataSet,
  SignalDataTypeMap,
  SignalKeyStore,
} from "@whiskeysockets/baileys";
import type { Received, SessionChanges, SessionStore } from "../session-store.ts";
import type { Library } from "./library.ts";
import { recent } from "./recent.ts";

/** The type under which a received message travels through Baileys' own transaction, to be written with the ratchet. */
export const INBOX = "saldar-inbox";

export type Keys = {
  readonly creds: AuthenticationCreds;
  /** For Baileys: what it commits in one call is one transaction of ours. */
  readonly signal: SignalKeyStore;
  /** Writes `creds` as they are now; one after the other, so that an older state never overwrites a newer one. */
  saveCreds(): Promise<void>;
  /** Resolves when no write of `creds` is under way: what is forgotten then stays forgotten. */
  credsSaved(): Promise<void>;
  /** Our own values beside Baileys'. */
  read<T>(type: string, id: string, parse: (json: unknown) => T): Promise<T | undefined>;
  write(type: string, id: string, value: unknown): Promise<void>;
};

/**
 * A session's keys in the form that Baileys wants: creds, and values by type and id, with their bytes revived. `onLost` is told of
 * every write or read that the store refused, before Baileys tries it again.
 */
export async function openKeys(library: Library, store: SessionStore, onLost: (error: unknown) => void): Promise<Keys> {
  const { BufferJSON, initAuthCreds, makeCacheableSignalKeyStore } = library;
  const told = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      onLost(error);
      throw error;
    }
  };
  const toText = (value: unknown): string => JSON.stringify(value, BufferJSON.replacer);
  const fromText = (text: string): unknown => JSON.parse(text, BufferJSON.reviver);
  const stored = (await told(store.get(CREDS, [""]))).get("");
  // What Baileys wrote comes back as Baileys wrote it; the store has sealed it and no other hand was at it.
  const creds = stored === undefined ? initAuthCreds() : (fromText(stored) as AuthenticationCreds);
  let saving: Promise<void> = Promise.resolve();
  const bare: SignalKeyStore = {
    async get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
      const found = await told(store.get(type, ids));
      const values = [...found].map(([id, text]) => [id, revive(library, type, fromText(text))] as const);
      return Object.fromEntries(values) as { [id: string]: SignalDataTypeMap[T] };
    },
    set: (data) => told(store.write(changesOf(data, toText))),
  };
  return {
    creds,
    signal: makeCacheableSignalKeyStore(bare, undefined, boundedCache()),
    saveCreds() {
      saving = saving
        .catch(() => undefined)
        .then(() => told(store.write({ put: [{ type: CREDS, id: "", value: toText(creds) }] })));
      return saving;
    },
    credsSaved: () => saving.catch(() => undefined),
    async read(type, id, parse) {
      const text = (await store.get(type, [id])).get(id);
      return text === undefined ? undefined : parse(fromText(text));
    },
    write: (type, id, value) => told(store.write({ put: [{ type, id, value: toText(value) }] })),
  };
}

const CREDS = "creds";

/** The one type that Baileys wants back as a message of its own. */
function revive(library: Library, type: string, value: unknown): unknown {
  if (type !== "app-state-sync-key" || typeof value !== "object" || value === null) return value;
  return library.proto.Message.AppStateSyncKeyData.fromObject(value);
}

function changesOf(data: SignalDataSet, toText: (value: unknown) => string): SessionChanges {
  const put: { type: string; id: string; value: string }[] = [];
  const remove: { type: string; id: string }[] = [];
  const receive: Received[] = [];
  for (const [type, byId] of Object.entries(data)) {
    for (const [id, value] of Object.entries(byId)) {
      if (type === INBOX) receive.push({ sha256: id, value: toText(value) });
      else if (value === null || value === undefined) remove.push({ type, id });
      else put.push({ type, id, value: toText(value) });
    }
  }
  return { put, remove, receive };
}

/** What was received, by us; and the 812 keys for people who never wrote, each by the first message of one of them. */
const READ_ONCE: readonly string[] = [INBOX, "pre-key"];
/** As many values as a busy day touches (a session takes about 2 kB). */
const MOST_CACHED = 1_000;

/** Baileys' own cache forgets after 5 minutes and has no bound; ours is right as long as the lease is ours, and drops the oldest. */
function boundedCache(): CacheStore {
  const kept = recent<unknown>(MOST_CACHED);
  return {
    get: <T>(key: string) => kept.get(key) as T | undefined,
    set: (key, value) => (READ_ONCE.some((type) => key.startsWith(`${type}.`)) ? undefined : kept.set(key, value)),
    del: (key) => kept.delete(key),
    flushAll: () => kept.clear(),
  };
}
