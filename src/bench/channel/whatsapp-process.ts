import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import { paths } from "../../paths.ts";

/** WhatsApp's server on loopback, in a process of its own: it is told what to do by lines of JSON. */
export type WhatsAppProcess = {
  /** For a linked phone's socket. */
  readonly url: string;
  /** Numbers of accounts that phones may be linked to. */
  readonly accounts: readonly string[];
  /** Resolves once it is done, with what there is to tell (test/support/whatsapp-server/commands.ts). */
  ask(command: Asked): Promise<unknown>;
  close(): Promise<void>;
};

type Asked = Readonly<Record<string, unknown>> & { readonly do: string };

const Ready = z.object({ url: z.string(), accounts: z.array(z.string()) });
const Told = z.object({ ask: z.int(), told: z.unknown().optional(), error: z.string().optional() });
/** It ends with its input; whatever still holds it then is not waited for. */
const END_WITHIN_MS = 5_000;

/** @throws {AppError} `config.invalid` in an installation without the project's tests, `channel.unavailable` when it does not come up */
export async function startWhatsAppProcess({
  accounts,
  program = paths.whatsAppServer,
}: {
  accounts: number;
  program?: string;
}): Promise<WhatsAppProcess> {
  if (!existsSync(program))
    throw new AppError(
      "config.invalid",
      `This bench plays WhatsApp with a program of the project's tests, which is not at ${program}. Run it in a clone of the repository, with its development dependencies`,
    );
  const child = spawn(process.execPath, [program, "--companions", String(accounts)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    once(lines, "line").then(([line]) => z.string().parse(line)),
    exited.then(() => undefined),
  ]);
  if (first === undefined)
    throw new AppError("channel.unavailable", "The WhatsApp that is played for this bench does not come up");
  const { url, accounts: numbers } = Ready.parse(JSON.parse(first));
  return {
    url,
    accounts: numbers,
    ask: makeAsk(child, lines),
    async close() {
      child.stdin?.end();
      const insist = setTimeout(() => child.kill("SIGKILL"), END_WITHIN_MS);
      await exited;
      clearTimeout(insist);
    },
  };
}

function makeAsk(child: ChildProcess, lines: ReturnType<typeof createInterface>): WhatsAppProcess["ask"] {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  lines.on("line", (line) => {
    const { ask, told, error } = Told.parse(JSON.parse(line));
    const waiter = waiting.get(ask);
    waiting.delete(ask);
    if (error === undefined) waiter?.resolve(told);
    else waiter?.reject(new Error(error));
  });
  let isGone = false;
  const leave = () => {
    isGone = true;
    for (const { reject } of waiting.values()) reject(gone());
  };
  child.once("exit", leave);
  // What was written to it as it ended: those who wait for an answer hear of it.
  child.stdin?.on("error", leave);
  return (command) => {
    if (isGone) return Promise.reject(gone());
    last += 1;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(last, answer);
    child.stdin?.write(`${JSON.stringify({ ...command, ask: last })}\n`);
    return answer.promise;
  };
}

function gone(): Error {
  return new Error("the WhatsApp that is played is gone");
}
