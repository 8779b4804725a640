import type * as WhatsAppWebJs from "whatsapp-web.js";

type Page = NonNullable<WhatsAppWebJs.Client["pupPage"]>;

/** Of the 132 modules that the library asks for: without these nobody links, writes or reads. */
const NEEDED = [
  "WAWebSocketModel",
  "WAWebCmd",
  "WAWebConnModel",
  "WAWebOfflineHandler",
  "WAWebAltDeviceLinkingApi",
  "WABase64",
  "WAWebCompanionRegClientUtils",
  "WAWebAdvSignatureApi",
  "WAWebUserPrefsInfoStore",
  "WAWebSignalStoreApi",
  "WAWebUserPrefsMultiDevice",
  "WAWebUserPrefsMeUser",
  "WAWebCollections",
  "WAWebSyncGatingUtils",
  "WAWebCallCollection",
  "WAWebWidFactory",
  "WAWebMsgKey",
  "WAWebFindChatAction",
  "WAWebChatGetters",
  "WALinkify",
  "WAWebGetEphemeralFieldsMsgActionsUtils",
  "WAWebSendMsgChatAction",
  "WAWebChatLoadMessages",
  "WAWebQueryExistsJob",
  "WAWebApiContact",
];

export type OwnMessage = { readonly key: string; readonly ack: number };
/** What was found, and in which document: a page that loaded itself anew is another one, and begins with nothing. */
export type Found = { readonly own: OwnMessage | undefined; readonly document: number | undefined };
export type RecentChat = { readonly wid: string /** Seconds. */; readonly lastAt: number };

/**
 * What the library has no words for, asked of the page itself. Each function runs there: it may use nothing that stands
 * outside it, and what it is given and gives back is JSON.
 */
export const page = {
  /** Names of the modules that this WhatsApp Web does not have. */
  missingModules: (to: Page): Promise<string[]> => to.evaluate(missingModules, NEEDED),
  /** Tells the exposed function `name` each state of the page's connection from now on. @returns the present one */
  watchState: (to: Page, name: string): Promise<string> => to.evaluate(watchState, name),
  state: (to: Page): Promise<string> => to.evaluate(state),
  self: (to: Page): Promise<readonly string[]> => to.evaluate(self),
  /** Gives the document that the page shows a number, which the next one that it loads will not have. */
  number: (to: Page, document: number): Promise<void> => to.evaluate(number, document),
  /** The next message that the page makes has this id; those after it are the page's own again. */
  useIdOnce: (to: Page, id: string): Promise<void> => to.evaluate(useIdOnce, id),
  findOwn: (to: Page, id: string, sinceSeconds: number): Promise<Found> =>
    to.evaluate(findOwn, id, sinceSeconds).then(({ own, document }) => ({
      own: own ?? undefined,
      document: document ?? undefined,
    })),
  forget: (to: Page, key: string): Promise<void> => to.evaluate(forget, key),
  /** Chats of two with something newer. */
  recentChats: (to: Page, sinceSeconds: number): Promise<RecentChat[]> => to.evaluate(recentChats, sinceSeconds),
  /**
   * A chat's messages in its own order, loaded back until one is older. The library's `fetchMessages` would turn round those of
   * one second, since its sort calls equal ones unequal.
   */
  messagesSince: (to: Page, wid: string, sinceSeconds: number): Promise<unknown[]> =>
    to.evaluate(messagesSince, wid, sinceSeconds),
  typing: (to: Page, wid: string): Promise<void> => to.evaluate(typing, wid),
};

type Wid = { readonly _serialized: string };
type PageMessage = { readonly id: { readonly id: string; readonly fromMe: boolean } & Wid; readonly ack: number };
type PageChat = { readonly id: Wid; readonly t?: number };
type Socket = {
  state: string;
  hasSynced: boolean;
  on(event: string, listener: (model: unknown, value: string) => void): void;
};
type Collections = {
  Msg: {
    getModelsArray(): PageMessage[];
    getMessagesById(keys: string[]): Promise<{ messages: PageMessage[] }>;
    remove(key: string): void;
  };
  Chat: { getModelsArray(): PageChat[] };
};

declare const window: Record<string, unknown> & { require<T>(name: string): T };

function missingModules(names: readonly string[]): string[] {
  if (typeof window.require !== "function") return ["window.require"];
  return names.filter((name) => {
    try {
      return !window.require(name);
    } catch {
      return true;
    }
  });
}

function watchState(name: string): string {
  const { Socket } = window.require<{ Socket: Socket }>("WAWebSocketModel");
  const tell = window[name] as (state: string) => void;
  const flag = `${name}Watches`;
  if (window[flag] !== true) Socket.on("change:state", (_model, now) => tell(now));
  window[flag] = true;
  // The library waits for a change to synced and misses it when it came before its listener did: then it is never ready.
  if (Socket.hasSynced && window["WWebJS"] === undefined) (window["onAppStateHasSyncedEvent"] as () => void)();
  return Socket.state;
}

function state(): string {
  return window.require<{ Socket: Socket }>("WAWebSocketModel").Socket.state;
}

function self(): string[] {
  const me =
    window.require<Record<"getMaybeMePnUser" | "getMaybeMeLidUser", () => Wid | undefined>>("WAWebUserPrefsMeUser");
  return [me.getMaybeMePnUser(), me.getMaybeMeLidUser()].flatMap((wid) => (wid ? [wid._serialized] : []));
}

function useIdOnce(id: string): void {
  const keys = window.require<{ newId(): Promise<string> }>("WAWebMsgKey");
  const original = keys.newId;
  keys.newId = () => {
    keys.newId = original;
    return Promise.resolve(id);
  };
}

function number(document: number): void {
  window["saldarDocument"] = document;
}

async function findOwn(id: string, since: number): Promise<{ own: OwnMessage | null; document: number | null }> {
  const { Msg, Chat } = window.require<Collections>("WAWebCollections");
  const isOurs = (message: PageMessage) => message.id.fromMe && message.id.id === id;
  let found = Msg.getModelsArray().find(isOurs);
  if (found === undefined) {
    // What is not in memory is in the page's database, under a name that has the chat in it.
    const keys = Chat.getModelsArray()
      .filter(({ id: chat, t }) => /@(c\.us|lid)$/.test(chat._serialized) && (t ?? 0) >= since)
      .map(({ id: chat }) => `true_${chat._serialized}_${id}`);
    found = keys.length === 0 ? undefined : (await Msg.getMessagesById(keys))?.messages.find(isOurs);
  }
  const own = found === undefined ? null : { key: found.id._serialized, ack: found.ack };
  const document = window["saldarDocument"];
  return { own, document: typeof document === "number" ? document : null };
}

function forget(key: string): void {
  window.require<Collections>("WAWebCollections").Msg.remove(key);
}

function recentChats(since: number): { wid: string; lastAt: number }[] {
  return window
    .require<Collections>("WAWebCollections")
    .Chat.getModelsArray()
    .map(({ id, t }) => ({ wid: id._serialized, lastAt: t ?? 0 }))
    .filter(({ wid, lastAt }) => /@(c\.us|lid)$/.test(wid) && lastAt >= since);
}

async function messagesSince(wid: string, since: number): Promise<unknown[]> {
  type Message = { readonly t: number };
  type Chat = { readonly msgs: { getModelsArray(): Message[] } };
  const wwebjs = window["WWebJS"] as {
    getChat(wid: string, how: { getAsModel: boolean }): Promise<Chat>;
    getMessageModel(message: Message): unknown;
  };
  const { loadEarlierMsgs } = window.require<{ loadEarlierMsgs(of: { chat: Chat }): Promise<Message[] | undefined> }>(
    "WAWebChatLoadMessages",
  );
  const chat = await wwebjs.getChat(wid, { getAsModel: false });
  // Each time brings some dozens; nobody writes more than that in one outage.
  for (let time = 0; time < 100; time += 1) {
    if (chat.msgs.getModelsArray().some(({ t }) => t < since)) break;
    if (!(await loadEarlierMsgs({ chat }))?.length) break;
  }
  return chat.msgs
    .getModelsArray()
    .filter(({ t }) => t >= since)
    .map((message) => wwebjs.getMessageModel(message));
}

async function typing(wid: string): Promise<void> {
  const { createWid } = window.require<{ createWid(wid: string): Wid }>("WAWebWidFactory");
  await window
    .require<{ sendChatStateComposing(to: Wid): Promise<void> }>("WAWebChatStateBridge")
    .sendChatStateComposing(createWid(wid));
}
