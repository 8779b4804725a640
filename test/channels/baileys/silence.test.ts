import { fork } from "node:child_process";
import { expect, test } from "vitest";

/** What a process printed that hosted a linked phone, and the keys that its sessions had. */
async function host(mode: "silent" | "loud"): Promise<{ printed: string; keys: readonly string[] }> {
  const child = fork("test/channels/baileys/silent-child.ts", [mode], { stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => parts.push(part.toString()));
  const told = Promise.withResolvers<readonly string[]>();
  child.on("message", (message) => told.resolve(Array.isArray(message) ? message.map(String) : []));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  expect(await ended, parts.join("")).toBe(0);
  return { printed: parts.join(""), keys: await told.promise };
}

test("a process that hosts a phone prints no key of its sessions, which libsignal would print", async () => {
  const loud = await host("loud");
  expect(loud.printed).toContain("privKey");
  const silent = await host("silent");
  expect(silent.keys.length).toBeGreaterThan(4);
  expect(silent.printed).toBe("");
});
