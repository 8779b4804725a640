import { createHash } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { answersTo, type Stored, type World } from "./world.ts";

export type PageServer = {
  readonly pinned: { readonly folder: string; readonly version: string };
  readonly world: World;
  /** The phone scans the QR, or types the code. */
  link(): void;
  say(said: Partial<Stored> & { readonly chat: string }): Stored;
  ack(id: string, ack: number): void;
  /** What is no message: a new QR, a state of the connection, a reaction, … (page.html, `hear`). */
  tell(kind: string, value?: unknown): void;
  keepFile(bytes: Uint8Array): { readonly filehash: string; readonly sha256: string };
  /** Resolves when a page is there that has been told how things stand. */
  pageIsThere(): Promise<void>;
  /** Acknowledges what was sent without an answer. */
  answerLate(): void;
  close(): Promise<void>;
};

const ME = { phone: "573009999999@c.us", lid: "900000000000009@lid" };

/** WhatsApp's side of the stand-in: what a phone has, across pages that come and go, and what a test lets happen to it. */
export async function startPageServer(): Promise<PageServer> {
  const sockets = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(sockets, "listening");
  const folder = await mkdtemp(join(tmpdir(), "saldar-page-"));
  const html = await readFile(new URL("page.html", import.meta.url), "utf8");
  const { port } = sockets.address() as AddressInfo;
  await writeFile(join(folder, "page.html"), html.replace("__PORT__", String(port)));

  const world = freshWorld();
  let page: WebSocket | undefined;
  const tell = (kind: string, value?: unknown): void => page?.send(JSON.stringify({ kind, value }));
  sockets.on("connection", (socket) => {
    page = socket;
    socket.on("close", () => {
      if (page === socket) page = undefined;
    });
    socket.on("message", (data) => answer(world, socket, Ask.parse(JSON.parse(String(data)))));
    const { self, isLinked, state, missing } = world;
    tell("begin", { self, isLinked, state, missing, ref: "ref-1", history: world.history.slice(-world.inMemory) });
    world.events.emit("page");
  });
  const ack = (id: string, value: number): void => {
    const stored = world.history.find((one) => one.id === id);
    if (stored === undefined) throw new Error(`no message ${id}`);
    stored.ack = value;
    tell("ack", { key: `${stored.fromMe}_${stored.chat}_${id}`, ack: value });
  };
  world.events.on("ack", ack);
  world.events.on("reload", () => tell("reload"));
  return {
    pinned: { folder, version: "page" },
    world,
    tell,
    ack,
    link() {
      world.isLinked = true;
      tell("linked");
    },
    say(said) {
      const stored = storedOf(said, world.history.length);
      world.history.push(stored);
      tell("message", stored);
      return stored;
    },
    keepFile(bytes) {
      const sha256 = createHash("sha256").update(bytes);
      const filehash = sha256.copy().digest("base64");
      world.files.set(filehash, Buffer.from(bytes).toString("base64"));
      return { filehash, sha256: sha256.digest("hex") };
    },
    pageIsThere: async () => {
      if (page === undefined) await once(world.events, "page");
    },
    answerLate: () => {
      for (const id of world.late.splice(0)) for (const value of [1, 2]) ack(id, value);
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => sockets.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A phone that nobody has linked yet. */
function freshWorld(): World {
  return {
    self: { ...ME, people: {} },
    isLinked: false,
    keepsCompanion: false,
    state: "UNPAIRED",
    missing: [],
    history: [],
    inMemory: 20,
    sent: [],
    files: new Map(),
    troubles: [],
    strangers: new Set(),
    seen: [],
    typing: [],
    code: "ABCD1234",
    events: new EventEmitter(),
    late: [],
    delivers: true,
    uploads: Promise.resolve(),
  };
}

const Ask = z.object({ ask: z.int().optional(), kind: z.string(), value: z.unknown().optional() });

function answer(world: World, socket: WebSocket, { ask, kind, value }: z.output<typeof Ask>): void {
  const reply = (given: object): void => {
    if (ask !== undefined) socket.send(JSON.stringify({ answer: ask, ...given }));
  };
  const act = answersTo(world)[kind];
  if (act === undefined) throw new Error(`the page asks for ${kind}`);
  Promise.resolve()
    .then(() => act(value))
    .then(
      (found) => reply({ value: found ?? null }),
      (error: unknown) => reply({ error: String(error instanceof Error ? error.message : error) }),
    );
}

function storedOf({ chat, ...said }: Partial<Stored> & { readonly chat: string }, count: number): Stored {
  return {
    id: `3A${String(count + 1).padStart(6, "0")}`,
    chat,
    fromMe: false,
    t: Math.floor(Date.now() / 1000),
    order: count,
    ack: 0,
    type: "chat",
    ...said,
  };
}
