import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { type AuthenticationCreds, BufferJSON } from "@whiskeysockets/baileys";
import { z } from "zod";
import type { Command } from "./commands.ts";

const Ready = z.object({
  url: z.string(),
  rootKey: z.hex(),
  mediaCertificate: z.string(),
  accounts: z.array(z.string()),
  contacts: z.array(z.string()),
});
const Told = z.object({ ask: z.int(), told: z.unknown().optional(), error: z.string().optional() });
const Registered = z.object({ creds: z.string() });

/** A loopback server that outlives a client that is killed, and whose memory is not the client's. */
export type RemoteServer = AsyncDisposable & {
  readonly url: string;
  readonly rootKey: Buffer;
  /** A file for NODE_EXTRA_CA_CERTS. */
  readonly mediaCertificate: string;
  /** Numbers of the accounts that companions may be registered for, and of people who write to them. */
  readonly accounts: readonly string[];
  readonly contacts: readonly string[];
  /** Resolves once it is done, or what was waited for has happened, with what there is to tell. */
  ask(command: Command): Promise<unknown>;
  /** Creds of a companion that is linked to this account. */
  register(number: string): Promise<AuthenticationCreds>;
};

export async function startRemoteServer({
  companions = 1,
  contacts = 1,
}: {
  companions?: number;
  contacts?: number;
} = {}): Promise<RemoteServer> {
  const script = new URL("./run.ts", import.meta.url).pathname;
  const options = ["--companions", String(companions), "--contacts", String(contacts)];
  const child = spawn(process.execPath, [script, ...options], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map<number, { done: (told: unknown) => void; fail: (error: Error) => void }>();
  const lines = createInterface({ input: child.stdout });
  const [first] = await Promise.race([once(lines, "line"), failure(child)]);
  const ready = Ready.parse(JSON.parse(z.string().parse(first)));
  lines.on("line", (line) => {
    const { ask: name, told, error } = Told.parse(JSON.parse(line));
    const waiter = waiting.get(name);
    waiting.delete(name);
    if (error === undefined) waiter?.done(told);
    else waiter?.fail(new Error(error));
  });
  child.once("exit", () => {
    for (const { fail } of waiting.values()) fail(new Error("the server is gone"));
  });
  let last = 0;
  const ask = (command: Command): Promise<unknown> =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, { done, fail });
      child.stdin.write(`${JSON.stringify({ ...command, ask: last })}\n`);
    });
  return {
    ...ready,
    rootKey: Buffer.from(ready.rootKey, "hex"),
    ask,
    async register(number) {
      const { creds } = Registered.parse(await ask({ do: "register", number }));
      return JSON.parse(creds, BufferJSON.reviver);
    },
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Error(`the server did not start: ${String(code)}`);
}
