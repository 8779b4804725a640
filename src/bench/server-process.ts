import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { freePort } from "../../db/server/free-port.ts";
import { type Config, readConfig } from "../config.ts";
import { AppError } from "../domain/errors.ts";
import { newToken } from "../ids.ts";
import { type Installation, openInstallation } from "../installation.ts";
import { makeLog } from "../log.ts";
import { SERVER_FLAGS } from "../server-flags.ts";

/** What the server and the Meta that is played for it have in common. */
export const PLAYED = {
  accessToken: "played-access-token",
  appSecret: "played-app-secret",
  verifyToken: "played-verify-token",
  phoneNumberId: "100000000000777",
} as const;

/** What `npm start` runs, in a process of its own, on a data folder of its own, writing to a Meta played on loopback. */
export type ServerProcess = {
  readonly url: string;
  readonly webhookUrl: string;
  readonly dataDir: string;
  /** The process that runs now; another after a restart. */
  pid(): number;
  /** Resolves when everything it needs answers. */
  start(): Promise<void>;
  /** As a power cut would: no goodbye. Its database is left an orphan. */
  kill(): Promise<void>;
  /** Kills it and starts it again at once, on the same data. */
  killAndStart(): Promise<void>;
  /** Asks it to stop, and insists after a while. */
  stop(): Promise<void>;
  /** What it wrote to its log and its screen. */
  log(): Promise<string>;
  /** What it warned of and complained about, and how often. */
  complaints(): Promise<Record<string, number>>;
  /** Beside the running server: its database, for seeding and looking. */
  join(): Promise<Installation>;
};

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;
const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Whose side of WhatsApp is played: Meta's for the number of the settings, or WhatsApp's own for linked phones. */
export type Played = { readonly graphUrl: string } | { readonly linkedPhones: LinkedPhonesPlayed };

export type LinkedPhonesPlayed = {
  /** Of the WhatsApp that the phones' sockets call. */
  readonly socketUrl: string;
  readonly perProcess: number;
};

export async function makeServerProcess({ folder, ...played }: { folder: string } & Played): Promise<ServerProcess> {
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  const environment = settingsOf(played, { folder, port, url });
  const logFile = join(folder, "server.log");
  let child: ChildProcess | undefined;

  const server: ServerProcess = {
    url,
    webhookUrl: `${url}/webhooks/whatsapp`,
    dataDir: join(folder, "data"),
    pid: () => child?.pid ?? 0,
    async start() {
      child = await spawnServer(environment, logFile);
      await untilReady(url, child, server.log);
    },
    async kill() {
      if (child) await end(child, "SIGKILL");
    },
    async killAndStart() {
      await server.kill();
      await server.start();
    },
    async stop() {
      if (child) await end(child, "SIGTERM");
      await endOrphan(server.dataDir);
    },
    log: () => readFile(logFile, "utf8"),
    complaints: async () => complaintsIn(await readFile(logFile, "utf8")),
    join: () => joinServer(readConfig(environment), url),
  };
  return server;
}

function settingsOf(
  played: Played,
  { folder, port, url }: { folder: string; port: number; url: string },
): Record<string, string> {
  return {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    SALDAR_MODE: "production",
    SALDAR_DATA_DIR: join(folder, "data"),
    SALDAR_SECRET: newToken(),
    SALDAR_BUSINESS_NAME: "Comercial de Muestra",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: "warn",
    ...("graphUrl" in played ? settingsOfMeta(played.graphUrl) : settingsOfPhones(played.linkedPhones)),
  };
}

function settingsOfPhones({ socketUrl, perProcess }: LinkedPhonesPlayed): Record<string, string> {
  return { BAILEYS_SOCKET_URL: socketUrl, SESSIONS_PER_PROCESS: String(perProcess) };
}

function settingsOfMeta(graphUrl: string): Record<string, string> {
  return {
    WHATSAPP_GRAPH_URL: graphUrl,
    WHATSAPP_PHONE_NUMBER_ID: PLAYED.phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: PLAYED.accessToken,
    WHATSAPP_APP_SECRET: PLAYED.appSecret,
    WHATSAPP_VERIFY_TOKEN: PLAYED.verifyToken,
    WHATSAPP_MESSAGES_PER_SECOND: "1000",
  };
}

async function spawnServer(environment: Record<string, string>, logFile: string): Promise<ChildProcess> {
  const log = await open(logFile, "a", 0o600);
  try {
    const child = spawn(process.execPath, [...SERVER_FLAGS, MAIN], {
      env: environment,
      stdio: ["ignore", log.fd, log.fd],
    });
    await once(child, "spawn");
    return child;
  } finally {
    await log.close();
  }
}

const Line = z.object({ level: z.number(), msg: z.string() });
const WARNING = 40;

/** Its log has a line of JSON for each, between the lines for the screen. */
function complaintsIn(log: string): Record<string, number> {
  const lines = log.split("\n").filter((line) => line.startsWith("{"));
  const said = lines.map((line) => Line.parse(JSON.parse(line))).filter(({ level }) => level >= WARNING);
  // The same said of another process is the same.
  const byWords = Map.groupBy(said, ({ msg }) => msg.replaceAll(/\d+/g, "…"));
  return Object.fromEntries([...byWords].map(([words, all]) => [words, all.length]));
}

async function untilReady(url: string, child: ChildProcess, log: () => Promise<string>): Promise<void> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += 50) {
    if (hasEnded(child)) break;
    const answered = await fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (answered) return;
    await pause(50);
  }
  throw new AppError(
    "database.cannot-run",
    `The server to measure does not come up. Its last words:\n${(await log()).slice(-2_000)}`,
  );
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (hasEnded(child)) return;
  const gone = once(child, "exit");
  child.kill(signal);
  const insist = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
  await gone;
  clearTimeout(insist);
}

/** The database of a server that was killed lives on; it is in our folder, so it is ours to stop. */
async function endOrphan(dataDir: string): Promise<void> {
  const [pid] = (await readFile(join(dataDir, "postgres", "cluster", "postmaster.pid"), "utf8").catch(() => "")).split(
    "\n",
  );
  if (!pid) return;
  for (let waitedMs = 0; waitedMs < STOP_WITHIN_MS && isAlive(Number(pid)); waitedMs += 100) {
    if (waitedMs === 0) process.kill(Number(pid), "SIGINT");
    await pause(100);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function joinServer(config: Config, publicUrl: string): Promise<Installation> {
  return openInstallation(config, makeLog("error"), { publicUrl, join: true });
}
