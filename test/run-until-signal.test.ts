import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { freePort } from "../db/server/free-port.ts";
import { createDatabase, type TestDatabase } from "./support/database.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

type Started = { readonly child: ChildProcess; screen(): string; untilItSays(words: string): Promise<void> };

/** The program as `npm start` runs it, on a database of the test's. */
function start({ ownerUrl, appUrl }: TestDatabase, port: number): Started {
  const env = {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    DATABASE_URL: ownerUrl,
    DATABASE_APP_URL: appUrl,
    SALDAR_SECRET: "a secret that only these tests know and nobody else",
    PORT: String(port),
    LOG_LEVEL: "error",
  };
  const child = spawn(process.execPath, ["src/main.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let screen = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      screen += text;
    });
  return {
    child,
    screen: () => screen,
    untilItSays: (words) => vi.waitFor(() => expect(screen).toContain(words), { timeout: 30_000 }),
  };
}

test("the first Ctrl-C stops in order and says what a second does, the second ends at once", async () => {
  await using database = await createDatabase();
  const port = await freePort(0);
  const { child, screen, untilItSays } = start(database, port);
  await untilItSays("Console");
  // A request that never ends: stopping in order waits ten seconds for it.
  const request = connect(port, "127.0.0.1");
  request.on("error", () => undefined);
  await once(request, "connect");
  await new Promise((resolve) => request.write("GET /health HTTP/1.1\r\nHost: sample\r\n", resolve));

  child.kill("SIGINT");
  await untilItSays("Ctrl-C again ends it at once");
  expect(child.exitCode).toBeNull();
  const asked = performance.now();
  await vi.waitFor(
    () => {
      child.kill("SIGINT");
      expect(child.exitCode).toBe(130);
    },
    { timeout: 9_000, interval: 200 },
  );
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(screen()).toContain("ended at once; what was under way goes on at the next start");
  request.destroy();
});

test("one press that comes twice, as npm passes it on, stops in order", async () => {
  await using database = await createDatabase();
  const { child, screen, untilItSays } = start(database, await freePort(0));
  await untilItSays("Console");
  const gone = once(child, "exit");
  child.kill("SIGINT");
  await untilItSays("Stopping");
  child.kill("SIGINT");
  expect(await gone).toEqual([0, null]);
  expect(screen()).not.toContain("ended at once");
});

test("a start that cannot be ends with code 1 and says what to do, without a stack", async () => {
  await using database = await createDatabase();
  const port = await freePort(0);
  const intruder = createServer().listen(port, "127.0.0.1");
  await once(intruder, "listening");
  const { child, screen } = start(database, port);
  expect(await once(child, "close")).toEqual([1, null]);
  expect(screen()).toBe(
    `saldar: Port ${port} is taken: stop what listens there, or set PORT to another. (config.invalid)\n`,
  );
  intruder.close();
});
