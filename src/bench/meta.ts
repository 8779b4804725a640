import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Clock } from "../clock.ts";
import { answerAccount, type MetaAccount } from "./meta-account.ts";
import { type GraphMessage, optionsOf, readGraphMessage, readReadMark, textOf } from "./meta-limits.ts";
import { readUpload, type UploadedFile } from "./meta-media.ts";
import { type MetaTemplates, metaTemplates } from "./meta-templates.ts";

/**
 * Plays Meta's Graph server on loopback: takes messages and checks them as Meta does, answers, keeps what arrived and when,
 * and goes wrong when told to. `saldar bench turns` and the tests send through it; webhooks are in meta-webhooks.ts.
 */
export async function startMeta(settings: MetaSettings): Promise<Meta> {
  const state: State = {
    settings,
    requests: [],
    accepted: [],
    reads: [],
    orders: [],
    media: new Map(),
    watchers: new Set(),
    templates: metaTemplates(),
    accounts: [],
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => handle(state, request, Buffer.concat(chunks), response));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port ?? 0, "127.0.0.1", resolve);
  });
  state.url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url: state.url,
    requests: state.requests,
    accepted: state.accepted,
    reads: state.reads,
    templates: state.templates,
    order: (fault, { to, times = 1 } = {}) => {
      state.orders.push({ fault, to, left: times });
    },
    onAccepted: (watcher) => {
      state.watchers.add(watcher);
      return () => state.watchers.delete(watcher);
    },
    acceptedCount: (count) => reached(state, count),
    openAccount: (account) => {
      state.accounts.push(account);
    },
    keepMedia: (id, bytes, mime) => state.media.set(id, { bytes, mime }),
    mediaOf: (id) => state.media.get(id),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type MetaSettings = {
  readonly accessToken: string;
  readonly phoneNumberId: string;
  readonly clock: Clock;
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** What goes wrong with a request that no order is for. */
  readonly weather?: () => MetaFault | undefined;
};

export type Meta = {
  readonly url: string;
  /** Everything that was posted as a message, refused or not, in order of arrival. */
  readonly requests: readonly GraphRequest[];
  /** What a person's phone shows, in order of arrival. */
  readonly accepted: readonly AcceptedMessage[];
  /** What was marked as read, in order of arrival. */
  readonly reads: readonly ReadMark[];
  /** The accounts' message templates, and how they go wrong. */
  readonly templates: MetaTemplates;
  /** The next request (to that phone, that many times) goes wrong so. Orders are taken in the order they were given. */
  order(fault: MetaFault, where?: { readonly to?: string; readonly times?: number }): void;
  /** Calls for each message taken, before it is answered. The answer stops the calls. */
  onAccepted(watcher: (message: AcceptedMessage) => void): () => void;
  /** Resolves once so many messages have been taken. */
  acceptedCount(count: number): Promise<void>;
  /** From then on its token opens it, and messages go through its numbers. */
  openAccount(account: MetaAccount): void;
  /** What a debtor sent: can be downloaded under this id. */
  keepMedia(id: string, bytes: Buffer, mime: string): void;
  /** What lies under this id: what a debtor sent, or we uploaded. */
  mediaOf(id: string): UploadedFile | undefined;
  close(): Promise<void>;
};

export type ReadMark = { readonly messageId: string; readonly typing: boolean };

export type GraphRequest = { readonly arrivedAtMs: number; readonly body: string };

export type AcceptedMessage = {
  readonly arrivedAtMs: number;
  readonly providerId: string;
  /** Phone digits, or a user id. */
  readonly to: string;
  readonly outboxId: string | undefined;
  readonly text: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
  readonly message: GraphMessage;
};

export type MetaFault =
  /** Meta's own refusal. */
  | { readonly kind: "error"; readonly code: number; readonly status?: number; readonly retryAfter?: string }
  /** An answer that is not Meta's. */
  | { readonly kind: "http"; readonly status: number; readonly body?: string; readonly retryAfter?: string }
  /** No answer ever, whether the message was taken or not. */
  | { readonly kind: "silence"; readonly takes: boolean }
  /** The connection is cut instead of an answer. */
  | { readonly kind: "cut"; readonly takes: boolean }
  /** The answer stops in the middle; the message was taken. */
  | { readonly kind: "cut-mid-answer" }
  /** Taken at once, answered when the promise resolves. */
  | { readonly kind: "hold"; readonly until: Promise<void> };

type State = {
  readonly settings: MetaSettings;
  readonly requests: GraphRequest[];
  readonly accepted: AcceptedMessage[];
  readonly reads: ReadMark[];
  readonly orders: { readonly fault: MetaFault; readonly to: string | undefined; left: number }[];
  readonly media: Map<string, UploadedFile>;
  readonly watchers: Set<(message: AcceptedMessage) => void>;
  readonly templates: MetaTemplates;
  readonly accounts: MetaAccount[];
  url?: string;
};

function handle(state: State, request: http.IncomingMessage, body: Buffer, response: http.ServerResponse): void {
  const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
  const account = state.accounts.find(({ accessToken }) => accessToken === token);
  const known = answerAccount(state.accounts, { method: request.method ?? "", url: request.url ?? "", token });
  if (known !== undefined) {
    send(response, known.status, JSON.stringify(known.json));
    return;
  }
  if (account === undefined && token !== state.settings.accessToken) {
    refuse(response, { code: 190, status: 401, details: "Invalid OAuth access token" });
    return;
  }
  if (state.templates.takes(request, body.toString("utf8"), response)) return;
  const [, , first = "", second] = (request.url ?? "").split("/");
  const isTheirs = account === undefined ? first === state.settings.phoneNumberId : account.numbers.has(first);
  if (request.method === "GET") sendMedia(state, first, second, response);
  else if (isTheirs && second === "media")
    void takeUpload(state, { body, contentType: request.headers["content-type"] }, response);
  else if (!isTheirs || second !== "messages") {
    refuse(response, { code: 33, status: 400, details: `Object with ID '${first}' does not exist` });
  } else takeMessage(state, body.toString("utf8"), response);
}

async function takeUpload(
  state: State,
  { body, contentType }: { body: Buffer; contentType: string | undefined },
  response: http.ServerResponse,
): Promise<void> {
  const file = await readUpload(body, contentType);
  if ("wrong" in file) {
    refuse(response, { code: 131053, status: 400, details: file.wrong });
    return;
  }
  const id = `media.OUT${state.media.size + 1}`;
  state.media.set(id, file);
  send(response, 200, JSON.stringify({ id }));
}

function takeMessage(state: State, body: string, response: http.ServerResponse): void {
  const arrivedAtMs = state.settings.clock.elapsedMs();
  const json = parseJson(body);
  const read = readReadMark(json);
  if (read !== undefined) {
    state.reads.push(read);
    send(response, 200, JSON.stringify({ success: true }));
    return;
  }
  state.requests.push({ arrivedAtMs, body });
  const message = readGraphMessage(json);
  if ("wrong" in message) {
    refuse(response, { code: 131009, status: 400, details: message.wrong });
    return;
  }
  const fault = nextFault(state, message);
  const accept = (): AcceptedMessage => keep(state, message, arrivedAtMs);
  switch (fault?.kind) {
    case undefined:
      answer(response, accept());
      return;
    case "error":
      refuse(response, { status: 400, details: "refused by order", ...fault });
      return;
    case "http":
      send(response, fault.status, fault.body ?? "", fault.retryAfter);
      return;
    case "silence":
      if (fault.takes) accept();
      return;
    case "cut":
      if (fault.takes) accept();
      response.destroy();
      return;
    case "cut-mid-answer":
      accept();
      response.writeHead(200, { "content-type": "application/json", "content-length": 500 });
      response.write('{"messaging_product":', () => response.destroy());
      return;
    case "hold": {
      const taken = accept();
      void fault.until.then(() => answer(response, taken));
      return;
    }
  }
}

function nextFault(state: State, message: GraphMessage): MetaFault | undefined {
  const order = state.orders.find(({ to, left }) => left > 0 && (to === undefined || to === message.to));
  if (order === undefined) return state.settings.weather?.();
  order.left -= 1;
  return order.fault;
}

function keep(state: State, message: GraphMessage, arrivedAtMs: number): AcceptedMessage {
  const accepted: AcceptedMessage = {
    arrivedAtMs,
    providerId: `wamid.OUT${state.accepted.length + 1}`,
    to: message.to ?? message.recipient ?? "",
    outboxId: message.biz_opaque_callback_data,
    text: textOf(message),
    options: optionsOf(message),
    message,
  };
  state.accepted.push(accepted);
  for (const watcher of state.watchers) watcher(accepted);
  return accepted;
}

function reached(state: State, count: number): Promise<void> {
  if (state.accepted.length >= count) return Promise.resolve();
  return new Promise((resolve) => {
    const watcher = (): void => {
      if (state.accepted.length < count) return;
      state.watchers.delete(watcher);
      resolve();
    };
    state.watchers.add(watcher);
  });
}

function answer(response: http.ServerResponse, { to, providerId }: AcceptedMessage): void {
  const contacts = [{ input: to, wa_id: to }];
  send(response, 200, JSON.stringify({ messaging_product: "whatsapp", contacts, messages: [{ id: providerId }] }));
}

type Refusal = {
  readonly code: number;
  readonly status: number;
  readonly details: string;
  readonly retryAfter?: string;
};

function refuse(response: http.ServerResponse, { code, status, details, retryAfter }: Refusal): void {
  const error_data = { messaging_product: "whatsapp", details };
  const error = { message: `(#${code}) refused`, type: "OAuthException", code, error_data, fbtrace_id: "A0" };
  send(response, status, JSON.stringify({ error }), retryAfter);
}

function sendMedia(state: State, first: string, second: string | undefined, response: http.ServerResponse): void {
  const kept = state.media.get(second ?? first);
  if (kept === undefined) refuse(response, { code: 100, status: 400, details: "no such media" });
  else if (second !== undefined) response.writeHead(200, { "content-type": kept.mime }).end(kept.bytes);
  else
    send(response, 200, JSON.stringify({ url: `${state.url}/media/bytes/${first}`, mime_type: kept.mime, id: first }));
}

function send(response: http.ServerResponse, status: number, body: string, retryAfter?: string): void {
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  response.writeHead(status, retryAfter === undefined ? headers : { ...headers, "retry-after": retryAfter }).end(body);
}

function portOf(server: http.Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
