import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../../db/server/free-port.ts";
import { present } from "../../src/domain/assert.ts";

const START_WITHIN_MS = 60_000;
/** A bare shell's: nothing of the test runner's environment reaches what is started. */
const PATH = "/usr/local/bin:/usr/bin:/bin";
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Saldar as `npm start` runs it, in processes of its own on a data folder of its own, with a database of its own. */
export type Installation = AsyncDisposable & {
  readonly url: string;
  /** What the processes are told, to start others beside them. */
  readonly env: Readonly<Record<string, string>>;
  /** What it printed: signs in once. Another after a restart. */
  link(): string;
  /** From the start of the process until it printed where it is. */
  startedInMs(): number;
  /** As a power cut would: no goodbye, and the database is left an orphan. */
  kill(): Promise<void>;
  start(): Promise<void>;
};

/** Builds the console when its sources have changed, then starts, as `npm start` does, with what the settings say of its address. */
export async function startInstallation(settingsOf: (url: string) => Record<string, string>): Promise<Installation> {
  await promisify(execFile)(process.execPath, ["src/build-console.ts"], { cwd: root, env: { PATH } });
  const dataDir = await mkdtemp(join(tmpdir(), "saldar-e2e-"));
  // Postgres runs as another user when the tests run as root.
  await chmod(dataDir, 0o711);
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  const env = { PATH, SALDAR_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: "warn", ...settingsOf(url) };
  let child: ChildProcess | undefined;
  let printed = "";
  let startedInMs = 0;

  const end = async (signal: "SIGTERM" | "SIGKILL"): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  };
  const installation: Installation = {
    url,
    env,
    link: () => present(/http\S+magic-link\S+/.exec(printed)?.[0], "a sign-in link on the screen"),
    startedInMs: () => startedInMs,
    kill: () => end("SIGKILL"),
    async start() {
      const from = performance.now();
      child = spawn(process.execPath, ["src/main.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
      printed = await screenOf(child);
      startedInMs = performance.now() - from;
    },
    async [Symbol.asyncDispose]() {
      await end("SIGTERM");
      await endOrphan(dataDir);
      await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
  try {
    await installation.start();
    return installation;
  } catch (error) {
    await installation[Symbol.asyncDispose]();
    throw error;
  }
}

/** What stands on the screen once the welcome is complete. What is written later is read too, so that nothing blocks. */
function screenOf({ stdout, stderr, ...child }: ChildProcess): Promise<string> {
  let screen = "";
  return new Promise((resolve, reject) => {
    const giveUp = AbortSignal.timeout(START_WITHIN_MS);
    giveUp.addEventListener("abort", () => reject(new Error(`it does not come up. Its screen:\n${screen}`)));
    for (const stream of [stdout, stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        screen += text;
        if (screen.includes("Ctrl-C")) resolve(screen);
      });
      stream?.on("end", () => reject(new Error(`it ended (${child.exitCode}). Its screen:\n${screen}`)));
    }
  });
}

/** A test that failed between a kill and the next start leaves a database behind; it is in our folder, so it is ours. */
async function endOrphan(dataDir: string): Promise<void> {
  const file = await readFile(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8").catch(() => undefined);
  if (file !== undefined) process.kill(Number(file.split("\n")[0]), "SIGINT");
}
