import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { OUTCOMES } from "../../src/domain/outcome.ts";
import type { ConsoleEvent, Conversation, Inbox, InboxOutcomes, Session } from "../../src/web/contract.ts";
import { BLOCKED_MESSAGES, BLOCKED_RULES } from "./fake-blocked.ts";
import { FILE } from "./fake-file.ts";
import { LAW, LAW_OF_BRAZIL, LAW_OF_COLOMBIA } from "./fake-law.ts";
import { CHECKED_WELL, CLOUD_NUMBERS, NUMBER_ANSWERS } from "./fake-numbers.ts";
import {
  ASKING,
  CHECKED,
  CONTACTS,
  ENTRIES,
  LISTS,
  LOADED,
  LOADING,
  RECEIPTS,
  STATEMENT,
  TRIAL,
  UNPLACED,
} from "./fake-pages.ts";
import { conversation, ended, NOW, SESSION, SESSION_ELSEWHERE, summary } from "./fake-people.ts";
import { BOT, PHONE, PHONES } from "./fake-phones.ts";
import { MISSED } from "./fake-readings.ts";
import { COSTS, SUBMITTED, TEMPLATES } from "./fake-templates.ts";

/** The policy that the real server sends: what it forbids shows here first. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="300" height="400" fill="#fff"/><rect width="300" height="70" fill="#0b6b5b"/><text x="20" y="140" font-size="32">$ 150.000</text></svg>';

export type Asked = { readonly method: string; readonly path: string; readonly body: string };
/** A status and a body to answer with instead, for one address. */
export type Scripted = { readonly status: number; readonly body: unknown };

export type FakeApi = {
  readonly address: string;
  /** Every request that would have changed something. */
  readonly asked: Asked[];
  session: Session | undefined;
  /** Answers for `METHOD /path`, before the usual ones. */
  readonly scripted: Map<string, Scripted>;
  readonly conversations: Map<string, Conversation>;
  tell(event: ConsoleEvent): void;
  cutStreams(): void;
  /** As when a line is pulled out: nothing more comes through the streams that are open, and nobody is told. */
  silenceStreams(): void;
  /** What each stream was opened with after its address. */
  readonly streamed: string[];
  close(): Promise<void>;
};

/** The console's other half as far as the contract goes: the built files under a strict policy, and made-up answers. */
export async function startFakeApi(built: string): Promise<FakeApi> {
  const asked: Asked[] = [];
  const streams = new Set<ServerResponse>();
  const streamed: string[] = [];
  let eventId = 0;
  const state = {
    asked,
    streamed,
    session: SESSION as Session | undefined, // it is signed out in one test
    scripted: new Map<string, Scripted>(),
    conversations: new Map(
      [...Array.from({ length: 60 }, (_, index) => conversation(index + 1)), ...ended(61)].map((one) => [one.id, one]),
    ),
  };
  const server = createServer((request, response) => {
    void answer(request, response);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://fake.test");
    if (!url.pathname.startsWith("/api/")) return sendFile(built, url.pathname, response);
    if (url.pathname === "/api/events") return openStream(url, response);
    const method = request.method ?? "GET";
    const body = method === "GET" ? "" : await textOf(request);
    if (method !== "GET") asked.push({ method, path: url.pathname, body });
    const scripted = state.scripted.get(`${method} ${url.pathname}`);
    if (scripted) return sendJson(response, scripted);
    if (!state.session && url.pathname !== "/api/auth/sign-in/email") {
      return sendJson(response, {
        status: 401,
        body: { code: "request.signed-out", message: "signed out", requestId: "req-0" },
      });
    }
    const drawnFor = request.headers["x-saldar-business"];
    if (state.session && drawnFor !== undefined && drawnFor !== state.session.business.id) {
      return sendJson(response, {
        status: 409,
        body: { code: "session.other-business", message: "made for another", requestId: "req-409" },
      });
    }
    if (url.pathname === "/api/pictures/receipt") {
      response.writeHead(200, { "content-type": "image/svg+xml" }).end(PICTURE);
      return;
    }
    const found = method === "GET" ? readable(url) : written(method, url.pathname, body);
    sendJson(
      response,
      found ?? { status: 404, body: { code: "request.not-found", message: "no such thing", requestId: "req-404" } },
    );
  }

  function openStream(url: URL, response: ServerResponse): void {
    if (url.searchParams.get("business") !== state.session?.business.id) {
      response.writeHead(409).end();
      return;
    }
    streamed.push(url.search);
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-transform" });
    response.write("retry: 100\n\nevent: ready\ndata: {}\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
  }

  function readable(url: URL): Scripted | undefined {
    const { pathname: path } = url;
    const thread = /^\/api\/conversations\/([^/]+)$/.exec(path)?.[1];
    if (thread) return found(state.conversations.get(thread));
    if (path === "/api/inbox") return found(inbox(url, [...state.conversations.values()]));
    if (path === "/api/inbox/outcomes") return found(outcomes(url, [...state.conversations.values()]));
    if (/^\/api\/debtors\/[^/]+\/statement$/.test(path)) return found(STATEMENT);
    if (/^\/api\/debtors\/[^/]+$/.test(path)) return found(FILE);
    if (/^\/api\/simulator\/phones\/\d+\/bot$/.test(path)) {
      return found(
        path.includes("1001")
          ? BOT
          : {
              ...BOT,
              conversationId: null,
              state: null,
              owner: null,
              heard: [],
              moves: [],
              decisions: [],
              outbox: [],
              holds: [],
              windowClosesAt: null,
              alarmAt: null,
              verified: false,
            },
      );
    }
    if (/^\/api\/simulator\/phones\/\d+$/.test(path))
      return found(path.endsWith("1001") ? PHONE : { ...PHONE, messages: [] });
    return found(
      new Map<string, unknown>([
        ["/api/session", state.session],
        [
          "/api/debtors",
          {
            items: Array.from({ length: 14 }, (_, index) => ({
              ...FILE,
              id: `debtor-${index + 1}`,
              name: `Persona de muestra ${index + 1}`,
              holds: index % 3 === 0 ? ["dispute"] : [],
              mayBeWrittenTo: index % 4 !== 1,
              openConversationId: null,
            })),
            next: null,
          },
        ],
        ["/api/debtor-lists", LISTS],
        ["/api/cloud-numbers", CLOUD_NUMBERS],
        ["/api/debtor-lists/list-ask", ASKING],
        ["/api/debtor-lists/list-check", CHECKED],
        [
          "/api/debtor-lists/list-check/contacts",
          CONTACTS[url.searchParams.get("after") === "second" ? "second" : "first"],
        ],
        ["/api/debtor-lists/list-loading", LOADING],
        ["/api/debtor-lists/list-done", LOADED],
        [
          "/api/debtor-lists/list-done/openable",
          { count: 187, outlook: { people: 187, limit: 100, days: 2, lastDay: "2026-11-25" } },
        ],
        ["/api/receipts", { receipts: RECEIPTS, next: null }],
        ["/api/ledger/trial-balance", TRIAL],
        ["/api/ledger/entries", ENTRIES],
        ["/api/suspense", UNPLACED],
        ["/api/templates", TEMPLATES],
        ["/api/costs", COSTS],
        ["/api/blocked", BLOCKED_RULES],
        ["/api/blocked/messages", BLOCKED_MESSAGES[url.searchParams.get("after") === "second" ? "second" : "first"]],
        ["/api/not-understood", MISSED[url.searchParams.get("after") === "second" ? "second" : "first"]],
        ...NUMBER_ANSWERS,
        ["/api/contact-law", LAW],
        ["/api/contact-law/CO", LAW_OF_COLOMBIA],
        ["/api/contact-law/BR", LAW_OF_BRAZIL],
        ["/api/simulator/phones", PHONES],
      ]).get(path),
    );
  }

  function written(method: string, path: string, body: string): Scripted | undefined {
    const [, id, action] = /^\/api\/conversations\/([^/]+)\/([a-z-]+)$/.exec(path) ?? [];
    const known = id === undefined ? undefined : state.conversations.get(id);
    if (known && id !== undefined && action === "take-over") {
      state.conversations.set(id, {
        ...known,
        composer: "mine_open",
        owner: { kind: "agent", agent: SESSION.user, isMe: true },
      });
      return found({ inFlight: [{ id: "outbox-9", body: "Le recuerdo su saldo." }] });
    }
    if (known && id !== undefined && action === "reply") {
      const { text } = JSON.parse(body);
      const item = {
        ...known.items.findLast(({ type }) => type === "message"),
        id: `message-${asked.length}`,
        at: NOW,
        author: { kind: "agent", agent: SESSION.user },
        body: text,
        status: "sent",
        options: [],
      };
      state.conversations.set(id, { ...known, items: [...known.items, item as Conversation["items"][number]] }); // made from one of them
      return { status: 202, body: { outboxId: "outbox-10" } };
    }
    if (path === "/api/templates/sync")
      return found({ accounts: [{ wabaId: "102290129340398", seen: 4, changed: 1 }] });
    if (path === "/api/templates/submit") return found(SUBMITTED);
    if (path === "/api/templates/template-1/resume") return { status: 204, body: undefined };
    if (path === "/api/auth/sign-in/email") {
      state.session = SESSION;
      return found({});
    }
    if (path === "/api/session/business") {
      const { businessId } = JSON.parse(body);
      state.session = [SESSION, SESSION_ELSEWHERE].find(({ business }) => business.id === businessId);
      return { status: 204, body: undefined };
    }
    if (path === "/api/debtor-lists/list-done/conversations")
      return found(JSON.parse(body).after ? { opened: 87, next: null } : { opened: 100, next: "debtor-100" });
    if (path === "/api/debtor-lists") return { status: 201, body: ASKING };
    if (path === "/api/debtor-lists/list-ask/settings") return found({ ...CHECKED, id: "list-ask" });
    if (path === "/api/ledger/verification") return found({ checkedAt: NOW, findings: [] });
    if (path === "/api/clock") return found({ now: "2026-11-23T12:00:00.000Z", clockOffsetMs: 1 });
    if (path === "/api/not-understood/reading") return found({ corrected: 42 });
    if (path === "/api/cloud-numbers/check" || /^\/api\/cloud-numbers\/[^/]+\/check$/.test(path))
      return found(CHECKED_WELL);
    if (path === "/api/cloud-numbers") return { status: 201, body: { id: "number-1", checked: CHECKED_WELL } };
    if (path.endsWith("/retirement")) return found({ companion: path.includes("number-3") ? "left" : "none" });
    if (path === "/api/linked-phones") return { status: 201, body: { id: "number-3" } };
    if (path === "/api/conversations") return found({ opened: 1, skipped: 0 });
    if (/^\/api\/receipts\/[^/]+\/(settle|refuse)$/.test(path))
      return found({ state: path.endsWith("settle") ? "settled" : "refused" });
    return method === "DELETE" ? undefined : { status: 204, body: undefined };
  }

  const address = await listen(server);
  return Object.assign(state, {
    address,
    tell(event: ConsoleEvent) {
      eventId += 1;
      for (const stream of streams) stream.write(`id: ${eventId}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`);
    },
    cutStreams() {
      for (const stream of streams) stream.destroy();
    },
    silenceStreams: () => streams.clear(),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function found(body: unknown): Scripted | undefined {
  return body === undefined ? undefined : { status: 200, body };
}

function inbox(url: URL, all: readonly Conversation[]): Inbox {
  const outcome = url.searchParams.get("outcome");
  const chosen = inView(url.searchParams.get("view"), all).filter((one) => outcome === null || one.outcome === outcome);
  const limit = Number(url.searchParams.get("limit") ?? "50");
  const count = (view: string) => ({ count: inView(view, all).length, more: false });
  return {
    items: chosen.slice(0, limit).map(({ id, owner, closedAt, outcome: end }) => ({
      ...summary(Number(id.slice("conversation-".length))),
      owner,
      closedAt,
      outcome: end,
    })),
    next: null,
    counts: {
      waiting: count("waiting"),
      mine: count("mine"),
      bot: count("bot"),
      closed: count("closed"),
      all: count("all"),
    },
  };
}

function outcomes(url: URL, all: readonly Conversation[]): InboxOutcomes {
  const shown = inView(url.searchParams.get("view"), all);
  const counts = OUTCOMES.map((outcome) => ({
    outcome,
    count: shown.filter((one) => one.outcome === outcome).length,
    more: false,
  }));
  return { counts: counts.filter(({ count }) => count > 0) };
}

function inView(view: string | null, all: readonly Conversation[]): readonly Conversation[] {
  const open = all.filter(({ closedAt }) => closedAt === null);
  switch (view) {
    case "waiting":
      return open.filter(({ owner }) => owner.kind === "nobody");
    case "mine":
      return open.filter(({ owner }) => owner.kind === "agent" && owner.isMe);
    case "bot":
      return open.filter(({ owner }) => owner.kind === "bot");
    case "closed":
      return all.filter(({ closedAt }) => closedAt !== null);
    default:
      return all;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

function sendJson(response: ServerResponse, { status, body }: Scripted): void {
  response.writeHead(status, { "content-type": "application/json", "x-request-id": "req-1" });
  response.end(body === undefined ? "" : JSON.stringify(body));
}

/** Every other address is the console's own page: the browser's router takes it from there. */
async function sendFile(built: string, path: string, response: ServerResponse): Promise<void> {
  const asked = join(built, normalize(path));
  const isFile = asked.startsWith(built) && extname(asked) !== "";
  const file = isFile ? asked : join(built, "index.html");
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(file)] ?? "application/octet-stream",
    "content-security-policy": POLICY,
  });
  response.end(bytes);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      resolve(typeof bound === "object" && bound ? `http://127.0.0.1:${bound.port}` : "");
    });
  });
}
