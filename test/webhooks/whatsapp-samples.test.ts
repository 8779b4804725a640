import { existsSync, readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Graph, graph } from "../../src/channels/cloud-api/graph.ts";
import { readAnswer } from "../../src/channels/cloud-api/read-answer.ts";
import { isObject, listAt, objectAt, textAt } from "../../webhooks/json.ts";
import { parseWhatsappPayload } from "../../webhooks/whatsapp-payload.ts";
import { NOON } from "../support/graph/graph.ts";

/** Meta's own samples lie beside the repository where somebody has put them; the payloads of `whatsapp-fields.test.ts` are ours. */
const FOLDER = join(import.meta.dirname, "../../../shared/data/meta/samples");

const folder = existsSync(FOLDER) ? FOLDER : undefined;

const files = folder === undefined ? [] : jsonFiles(folder);

function jsonFiles(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() && entry.name.endsWith(".json") ? [join(entry.parentPath, entry.name)] : [],
  );
}

const read = (file: string): Buffer => readFileSync(file);
const nameOf = (file: string): string => relative(folder ?? "", file);
const isWebhook = (file: string): boolean => isObject(parsed(file)) && Array.isArray(objectOf(file)["entry"]);
const parsed = (file: string): unknown => JSON.parse(read(file).toString("utf8"));
const objectOf = (file: string): Readonly<Record<string, unknown>> => parsed(file) as Readonly<Record<string, unknown>>;

test("says whether Meta's samples are here", ({ annotate }) => {
  const said =
    folder === undefined ? "Meta's samples are NOT here: only ours were read" : `${files.length} samples are here`;
  expect(files.length === 0).toBe(folder === undefined);
  return annotate(said);
});

describe.runIf(folder !== undefined)("Meta's samples", () => {
  const bodies = new Map<string, { status: number; body: Buffer }>();
  const server = http.createServer((request, response) => {
    const path = (request.url ?? "").split("?")[0]?.split("/")[2] ?? "";
    const { status, body } = bodies.get(path) ?? { status: 404, body: Buffer.from("{}") };
    request.resume().on("end", () => response.writeHead(status, { "content-type": "application/json" }).end(body));
  });
  let meta: Graph;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const own = { accessToken: "a-token", appSecret: "a-secret" };
    meta = graph({ graphUrl: `http://127.0.0.1:${port}`, version: "v26.0", ...own });
  });
  afterAll(() => {
    meta.close();
    server.close();
  });

  test.each(files.map((file) => [nameOf(file), file] as const))("%s goes through the parser", (_, file) => {
    const payload = parseWhatsappPayload(read(file), NOON);
    expect(payload !== undefined).toBe(isWebhook(file));
    if (payload === undefined) return;
    // Counted from the JSON itself: all of it is a message, a status, news of the number, or an unknown part.
    const changes = listAt(parsed(file), "entry").flatMap((entry) => listAt(entry, "changes"));
    expect(payload.batches).toHaveLength(changes.length);
    for (const [index, change] of changes.entries()) {
      const batch = payload.batches[index];
      const value = objectAt(change, "value");
      const count = (key: string): number => listAt(value, key).length;
      if (textAt(change, "field") === "messages") {
        expect(batch?.messages.length).toBe(count("messages"));
        expect(batch?.statuses.length).toBe(count("statuses"));
        expect(batch?.news.length).toBe(count("errors"));
        expect(batch?.unknown).toEqual([]);
      } else expect((batch?.news.length ?? 0) + (batch?.unknown.length ?? 0)).toBeGreaterThan(0);
    }
  });

  const READS: Readonly<Record<string, (id: string) => Promise<{ state: string }>>> = {
    "phone-number": (id) => meta.number(id),
    "phone-numbers": (id) => meta.numberIdsOf(id),
    "message-templates": (id) => meta.templatesOf(id),
    "subscribed-apps": (id) => meta.subscribedAppsOf(id),
  };
  const answers = files.flatMap((file) => {
    const [, what = "", status = ""] = /^([\w-]+)\/get-response-(\d{3})\//.exec(nameOf(file)) ?? [];
    const ask = READS[what];
    return ask ? [{ name: nameOf(file), file, status: Number(status), ask }] : [];
  });
  test.each(answers)("$name is read as Graph's answer", async ({ name, file, status, ask }) => {
    const id = String(bodies.size + 1);
    bodies.set(id, { status, body: read(file) });
    const { state } = await ask(id);
    const isPassing = status === 429 || status >= 500;
    expect({ name, state }).toEqual({ name, state: status === 200 ? "read" : isPassing ? "no-answer" : "refused" });
  });

  const sends = files.filter((file) => nameOf(file).startsWith("messages/post-response-200/"));
  test.each(sends.map((file) => [nameOf(file), file] as const))("%s is an accepted message", (_, file) => {
    const answered = { kind: "answered", status: 200, retryAfter: undefined, body: read(file) } as const;
    const messages = listAt(parsed(file), "messages");
    expect(readAnswer(answered, () => NOON).state).toBe(messages.length > 0 ? "accepted" : "unknown");
  });
});
