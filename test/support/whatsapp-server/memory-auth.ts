import { type AuthenticationState, BufferJSON, initAuthCreds, type SignalDataTypeMap } from "@whiskeysockets/baileys";

/** What a client knows of itself and of its sessions, as strings in memory: what is read back went through JSON. */
export type MemoryAuth = {
  readonly state: AuthenticationState;
  /** `type/id` of each value. */
  readonly values: Map<string, string>;
  /** A second one like it, as from a backup. */
  copy(): MemoryAuth;
};

export function memoryAuth(
  creds: AuthenticationState["creds"] = initAuthCreds(),
  values = new Map<string, string>(),
): MemoryAuth {
  const state: AuthenticationState = {
    creds,
    keys: {
      get: async <T extends keyof SignalDataTypeMap>(type: T, ids: string[]) => {
        const found: { [id: string]: SignalDataTypeMap[T] } = {};
        for (const id of ids) {
          const text = values.get(`${type}/${id}`);
          if (text !== undefined) found[id] = JSON.parse(text, BufferJSON.reviver);
        }
        return found;
      },
      set: async (data) => {
        for (const [type, byId] of Object.entries(data)) {
          for (const [id, value] of Object.entries(byId ?? {})) {
            if (value === null) values.delete(`${type}/${id}`);
            else values.set(`${type}/${id}`, JSON.stringify(value, BufferJSON.replacer));
          }
        }
      },
    },
  };
  return {
    state,
    values,
    copy: () => memoryAuth(JSON.parse(JSON.stringify(creds, BufferJSON.replacer), BufferJSON.reviver), new Map(values)),
  };
}
