import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertBusiness } from "../../db/businesses.ts";
import { freePort } from "../../db/server/free-port.ts";
import { systemClock } from "../../src/clock.ts";
import type { Role } from "../../src/domain/member-role.ts";
import { newId } from "../../src/ids.ts";
import type { WebDeps } from "../../src/web/deps.ts";
import { makePump } from "../../src/web/events/pump.ts";
import { makeMetrics } from "../../src/web/metrics.ts";
import { makeServer } from "../../src/web/server.ts";
import { makeSignIn, type SignIn } from "../../src/web/sign-in/sign-in.ts";
import { startServer } from "../../src/web/start-server.ts";
import type { UseCases } from "../../src/web/use-cases.ts";
import type { TestDatabase } from "../support/database.ts";
import { sampleBusiness, type World } from "../support/world.ts";

export const APP_SECRET = "the secret of these tests' WhatsApp app";
export const VERIFY_TOKEN = "the verify token of these tests";
export const STRIPE_SECRET = "whsec_the_secret_of_these_tests";

/** A browser's way of asking, with the cookies of whoever signed in. */
export type Browser = {
  readonly userId: string;
  readonly cookie: string;
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  send<T = unknown>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
};

export type Answer<T> = { readonly status: number; readonly headers: Headers; readonly body: T; readonly text: string };

export type ConsoleServer = AsyncDisposable & {
  readonly url: string;
  readonly signIn: SignIn;
  /** A new member of the business with that role, signed in by a link. */
  signInAs(role: Role, name?: string, business?: { id: string; name: string }): Promise<Browser>;
  /** Somebody without a session. */
  readonly stranger: Browser;
  /** Another business in the same database, with nothing in it. */
  otherBusiness(): Promise<{ id: string; name: string }>;
};

type Asked = {
  readonly useCases?: Partial<UseCases>;
  readonly metricsToken?: string;
  readonly config?: WebDeps["config"];
};

/** The whole web server over real HTTP, for one business of a `World`. What a test does not hand in does not exist. */
export async function startConsole(
  database: TestDatabase,
  world: World,
  { useCases = {}, metricsToken, config = CONFIG }: Asked = {},
): Promise<ConsoleServer> {
  const port = await freePort(0);
  const url = `http://127.0.0.1:${port}`;
  const consoleFolder = await builtConsole();
  const signIn = makeSignIn({ appUrl: database.appUrl, publicUrl: url, secrets: world.secrets, log: world.deps.log });
  const deps = { ...world.deps, publicUrl: url };
  const pump = makePump(deps);
  const web = makeServer(
    {
      ...deps,
      config,
      metricsToken,
      signIn,
      receive: world.receive,
      metrics: makeMetrics(),
      readiness: async () => ({ database: true, migrations: true, queue: true }),
      useCases: { ...ABSENT, ...useCases },
      pump,
    },
    { consoleFolder },
  );
  const server = await startServer(web, { host: "127.0.0.1", port });
  return {
    url,
    signIn,
    stranger: browser(url, "", ""),
    async signInAs(role, name = `Persona ${role}`, business = world.business) {
      const email = `${role}-${newId()}@example.test`;
      const userId = await signIn.saveMember({ business, email, name, role, at: systemClock.now().toJSDate() });
      const link = await signIn.makeLink(email);
      const opened = await fetch(link, { redirect: "manual" });
      return browser(url, cookiesOf(opened.headers), userId);
    },
    async otherBusiness() {
      const other = { ...sampleBusiness(), name: "Otra empresa de muestra" };
      await world.db.inBusiness(other.id, (tx) => insertBusiness(tx, other));
      return other;
    },
    async [Symbol.asyncDispose]() {
      pump.stop();
      await server.stop();
      await signIn.close();
      await rm(consoleFolder, { recursive: true, force: true });
    },
  };
}

export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

function browser(url: string, cookie: string, userId: string): Browser {
  const send = async <T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const response = await fetch(url + path, {
      method,
      redirect: "manual",
      headers: {
        ...(cookie && { cookie }),
        origin: url,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as T,
    };
  };
  return {
    userId,
    cookie,
    send,
    get: (path, headers) => send("GET", path, undefined, headers),
    post: (path, body = {}, headers) => send("POST", path, body, headers),
  };
}

const WHATSAPP = { graphUrl: "http://127.0.0.1:1", version: "v26.0", phoneNumberId: "1", accessToken: "x" };
const CONFIG: WebDeps["config"] = {
  SALDAR_MODE: "production",
  whatsapp: { ...WHATSAPP, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN },
  stripe: { apiBase: undefined, secretKey: "sk_test_x", webhookSecret: STRIPE_SECRET },
};

/** A console as a build leaves it, small enough to be written by hand. */
async function builtConsole(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "saldar-console-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>console</title>");
  await writeFile(join(folder, "assets", "main-0a1b2c.js"), "export {};");
  return folder;
}

const unexpected = (): never => {
  throw new Error("this test did not expect to be asked");
};

export const ABSENT: UseCases = {
  cloudNumbers: {
    check: unexpected,
    checkStored: unexpected,
    add: unexpected,
    changeCredentials: unexpected,
    retire: unexpected,
  },
  payments: {
    openPaymentPage: unexpected,
    startPayment: unexpected,
    openThanksPage: unexpected,
    pageOrigins: [],
    testCheckout: undefined,
    keepProviderDelivery: unexpected,
    settleProof: unexpected,
    refuseProof: unexpected,
  },
  debtorLists: {
    preview: unexpected,
    answer: unexpected,
    view: unexpected,
    commit: unexpected,
    discard: unexpected,
    rows: unexpected,
    contacts: unexpected,
    errorsFile: unexpected,
  },
  simulator: undefined,
};
