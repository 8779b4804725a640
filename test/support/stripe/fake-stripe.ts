import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Clock } from "../../../src/clock.ts";
import { present } from "../../../src/domain/assert.ts";
import { type FakeAccount, fakeAccount } from "./account.ts";
import { FormError, readForm } from "./form.ts";
import { CHECKOUT_SESSION_PARAMETERS } from "./parameters.ts";

export type FakeStripe = FakeAccount & {
  /** For STRIPE_API_BASE. */
  readonly baseUrl: string;
  /** Every API request in the order it came, without its key. */
  readonly requests: readonly FakeRequest[];
  /** The next API request is answered with this instead; `cut` closes the connection after the work is done. */
  failNext(fault: { status: number; headers?: Record<string, string> } | "cut"): void;
  stop(): Promise<void>;
};

export type FakeRequest = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly apiVersion: string | undefined;
  readonly idempotencyKey: string | undefined;
};

type Answer = { readonly status: number; readonly body: unknown };

/** Stripe on loopback, as strict as Stripe where we talk to it: unknown parameters, keys used twice and closed pages are refused. */
export async function startFakeStripe({ secretKey, clock }: { secretKey: string; clock: Clock }): Promise<FakeStripe> {
  const nowSeconds = () => Math.floor(clock.now().toSeconds());
  const account = fakeAccount({ nowSeconds, pageUrl: (id) => `${baseUrl}/pay/${id}` });
  const requests: FakeRequest[] = [];
  const answers = new Map<string, { readonly request: string; readonly answer: Answer }>();
  const faults: Parameters<FakeStripe["failNext"]>[0][] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "" } = request;
    const path = new URL(url, baseUrl).pathname;
    const body = await textOf(request);
    if (path.startsWith("/pay/")) return servePage(account, { method, id: path.slice(5), body }, response);

    const idempotencyKey = header(request, "idempotency-key");
    requests.push({ method, path, body, apiVersion: header(request, "stripe-version"), idempotencyKey });
    const fault = faults.shift();
    if (fault !== undefined && fault !== "cut")
      return reply(response, refusal(fault.status, "a fault was ordered"), fault.headers);
    const answer = authorised(request, secretKey)
      ? once(answers, { key: idempotencyKey, request: `${method} ${path} ${body}` }, () =>
          handle(account, { method, path, body, query: new URL(url, baseUrl).searchParams, nowSeconds }),
        )
      : refusal(401, `Invalid API Key provided: ${header(request, "authorization")?.slice(7)}`);
    if (fault === "cut") response.destroy();
    else reply(response, answer);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => reply(response, refusal(500, String(error))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = present(server.address(), "the fake's address");
  const baseUrl = `http://127.0.0.1:${typeof address === "string" ? address : address.port}`;

  return {
    ...account,
    baseUrl,
    requests,
    failNext: (fault) => void faults.push(fault),
    stop: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

type Call = { method: string; path: string; body: string; query: URLSearchParams; nowSeconds: () => number };

function handle(account: FakeAccount, { method, path, body, query, nowSeconds }: Call): Answer {
  const [, , resource = "", second = "", third = "", fourth] = path.split("/");
  const expand = [...query].filter(([name]) => name.startsWith("expand")).map(([, value]) => value);
  if (method === "POST" && path === "/v1/checkout/sessions") return create(account, body, nowSeconds());
  if (method === "POST" && fourth === "expire") {
    if (!account.sessions.has(third)) return missing(third);
    if (!account.bank.expires(third))
      return refusal(400, 'Only Checkout Sessions with a status in ["open"] can be expired.');
    return { status: 200, body: account.sessions.get(third) };
  }
  if (method !== "GET") return refusal(404, `Unrecognized request URL (${method}: ${path})`);
  if (resource === "checkout") return found(third, withPayment(account, third, expand));
  if (resource === "payment_intents") return found(second, withCharge(account, second, expand));
  if (resource === "refunds") return found(second, account.refunds.get(second));
  if (resource === "disputes") return found(second, account.disputes.get(second));
  return refusal(404, `Unrecognized request URL (${method}: ${path})`);
}

function create(account: FakeAccount, body: string, nowSeconds: number): Answer {
  try {
    const form = readForm(body, CHECKOUT_SESSION_PARAMETERS);
    const opensFor = Number(form.get("expires_at")) - nowSeconds;
    if (opensFor < 30 * 60 || opensFor > 24 * 60 * 60) throw new FormError("parameter_invalid", "expires_at");
    if (!form.has("mode") || !form.has("success_url")) throw new FormError("parameter_missing", "mode, success_url");
    return { status: 200, body: account.createSession(form) };
  } catch (error) {
    if (!(error instanceof FormError)) throw error;
    return refusal(400, error.message, { code: error.code, param: error.param });
  }
}

function withPayment(account: FakeAccount, id: string, expand: readonly string[]): object | undefined {
  const session = account.sessions.get(id);
  const deeper = expand.filter((path) => path.startsWith("payment_intent.")).map((path) => path.slice(15));
  if (!session?.payment_intent || deeper.length === 0) return session;
  return { ...session, payment_intent: withCharge(account, session.payment_intent, deeper) };
}

function withCharge(account: FakeAccount, id: string, expand: readonly string[]): object | undefined {
  const intent = account.intents.get(id);
  if (!intent?.latest_charge || !expand.includes("latest_charge.balance_transaction")) return intent;
  const moved = present(account.transactions.get(intent.latest_charge), intent.latest_charge);
  const charge = { id: intent.latest_charge, object: "charge", created: moved.created, balance_transaction: moved };
  return { ...intent, latest_charge: charge };
}

/** docs.stripe.com/api/idempotent_requests: the same key and request give the first answer again; another request is refused. */
function once(
  answers: Map<string, { readonly request: string; readonly answer: Answer }>,
  { key, request }: { key: string | undefined; request: string },
  answer: () => Answer,
): Answer {
  const first = key === undefined ? undefined : answers.get(key);
  if (first && first.request !== request) {
    return refusal(400, "Keys for idempotent requests can only be used with the same parameters.", {
      type: "idempotency_error",
    });
  }
  const given = first?.answer ?? answer();
  if (key !== undefined) answers.set(key, { request, answer: { ...given, body: structuredClone(given.body) } });
  return given;
}

/** The hosted page: one button for each thing a payer may do. */
function servePage(
  account: FakeAccount,
  { method, id, body }: { method: string; id: string; body: string },
  response: ServerResponse,
): void {
  const session = account.sessions.get(id);
  if (!session) {
    reply(response, missing(id));
    return;
  }
  if (method === "GET") {
    const buttons = ["card", "declined", "voucher"].map((way) => `<button name="way" value="${way}">${way}</button>`);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    const amount = `${session.amount_total} ${session.currency}`;
    response.end(
      `<!doctype html><title>Fake Stripe</title><h1>${amount}</h1><form method="post">${buttons.join("")}</form>`,
    );
    return;
  }
  const way = new URLSearchParams(body).get("way");
  if (way === "card") account.payer.paysByCard(id);
  else if (way === "voucher") account.payer.printsVoucher(id);
  else account.payer.isDeclined(id);
  response.writeHead(303, { location: way === "declined" ? `/pay/${id}` : session.success_url }).end();
}

function refusal(status: number, message: string, rest: Record<string, string> = {}): Answer {
  return { status, body: { error: { type: status >= 500 ? "api_error" : "invalid_request_error", message, ...rest } } };
}

const missing = (id: string) => refusal(404, `No such object: '${id}'`, { code: "resource_missing" });
const found = (id: string, object: object | undefined): Answer =>
  object ? { status: 200, body: object } : missing(id);

function reply(response: ServerResponse, { status, body }: Answer, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_fake", ...headers });
  response.end(JSON.stringify(body));
}

const header = (request: IncomingMessage, name: string) => request.headers[name]?.toString();
const authorised = (request: IncomingMessage, key: string) => header(request, "authorization") === `Bearer ${key}`;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
