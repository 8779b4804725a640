import { createHmac } from "node:crypto";
import { z } from "zod";
import { parseJson } from "./parse-json.ts";
import { rejectionOf } from "./rejection.ts";
import { type Limits, type Outcome, transport } from "./transport.ts";

/**
 * What can be asked of Meta's Graph about a number, its account and its token: reads, and one subscription. Nothing rejects, and
 * nothing that comes back holds the token or the app secret, which Meta repeats in some of its refusals.
 */
export function graph({ graphUrl, version, accessToken, appSecret, limits }: GraphSettings): Graph {
  const root = `${graphUrl.replace(/\/$/, "")}/${version}`;
  const wire = transport({ baseUrl: new URL(graphUrl), accessToken, limits: { ...LIMITS, ...limits } });
  const hide = (text: string): string =>
    [accessToken, appSecret].reduce((shown, secret) => (secret ? shown.replaceAll(secret, "[secret]") : shown), text);
  const get = async <T>(path: string, params: Params, shape: z.ZodType<T>): Promise<GraphRead<T>> => {
    const url = new URL(`${root}/${path}`);
    for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
    return read(await wire.get(url, MAXIMUM_BYTES), shape, hide);
  };
  return {
    token: () => get("debug_token", { input_token: accessToken }, Debugged),
    permissions: () => get("me/permissions", {}, Permissions),
    async secretIsOfToken(phoneNumberId) {
      const proof = createHmac("sha256", appSecret).update(accessToken).digest("hex");
      return get(phoneNumberId, { fields: "id", appsecret_proof: proof }, z.object({ id: z.string() }));
    },
    number: (phoneNumberId) => readNumber(get, phoneNumberId),
    numberIdsOf: (wabaId) => readNumberIds(get, wabaId),
    templatesOf: (wabaId) => get(`${wabaId}/message_templates`, { fields: "name,status", limit: "250" }, Listed),
    subscribedAppsOf: (wabaId) => get(`${wabaId}/subscribed_apps`, {}, Subscribed),
    async subscribe(wabaId) {
      const { outcome } = wire.post(`/${version}/${wabaId}/subscribed_apps`, "{}");
      return read(await outcome, z.object({ success: z.literal(true) }), hide);
    },
    close: () => wire.close(),
  };
}

export type GraphSettings = {
  readonly graphUrl: string;
  readonly version: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly limits?: Partial<Limits> | undefined;
};

export type Graph = {
  /** What the token is (Meta, "Debug Token"). */
  token(): Promise<GraphRead<z.output<typeof Debugged>>>;
  /** What it may, where Meta tells its own user only. */
  permissions(): Promise<GraphRead<z.output<typeof Permissions>>>;
  /** Refused with code 100 when the app secret is not that of the token's app (Meta, "Securing Graph API Requests"). */
  secretIsOfToken(phoneNumberId: string): Promise<GraphRead<{ id: string }>>;
  number(phoneNumberId: string): Promise<GraphRead<GraphNumber>>;
  numberIdsOf(wabaId: string): Promise<GraphRead<readonly string[]>>;
  /** The first 250. */
  templatesOf(wabaId: string): Promise<GraphRead<z.output<typeof Listed>>>;
  subscribedAppsOf(wabaId: string): Promise<GraphRead<z.output<typeof Subscribed>>>;
  subscribe(wabaId: string): Promise<GraphRead<{ success: true }>>;
  close(): void;
};

export type GraphRead<T> =
  | { readonly state: "read"; readonly value: T }
  /** Meta's own no. `code` is its error code, or `http.404`. */
  | { readonly state: "refused"; readonly code: string; readonly detail: string }
  /** Nobody knows: no answer, or one that says to try again. */
  | { readonly state: "no-answer"; readonly why: string };

export type GraphNumber = {
  readonly displayPhone: string | undefined;
  readonly verifiedName: string | undefined;
  /** Meta's own words, as they came. */
  readonly quality: string | undefined;
  readonly tier: string | undefined;
  readonly throughput: string | undefined;
  readonly status: string | undefined;
  /** The number is also used in the WhatsApp Business app on a phone. */
  readonly isOnPhoneToo: boolean;
};

type Params = Readonly<Record<string, string>>;
type Get = <T>(path: string, params: Params, shape: z.ZodType<T>) => Promise<GraphRead<T>>;

/** Somebody waits for it, and it is no message: so much shorter than a send's would do, but Meta's reads can be slow. */
const LIMITS: Limits = { startWithinMs: 3_000, answerWithinMs: 10_000 };
const MAXIMUM_BYTES = 5_000_000;

const text = z.string().min(1).optional().catch(undefined);

const Debugged = z.object({
  data: z.object({
    is_valid: z.boolean(),
    app_id: z.coerce.string().optional(),
    /** Unix seconds; 0: never. */
    expires_at: z.number().optional(),
    scopes: z.array(z.string()).catch([]),
    /** What each is for: without targets, all that the token's user has. */
    granular_scopes: z.array(z.object({ target_ids: z.array(z.coerce.string()).catch([]) })).catch([]),
  }),
});
const Permissions = z.object({ data: z.array(z.object({ permission: z.string(), status: z.string() })) });
const Listed = z.object({ data: z.array(z.object({ name: z.string(), status: text })) });
const Subscribed = z.object({
  data: z.array(z.object({ whatsapp_business_api_data: z.object({ id: z.coerce.string(), name: text }) })),
});

const NumberShape = z.object({
  id: z.coerce.string(),
  display_phone_number: text,
  verified_name: text,
  quality_rating: text,
  messaging_limit_tier: text,
  whatsapp_business_manager_messaging_limit: text,
  throughput: z.object({ level: text }).optional().catch(undefined),
  status: text,
  is_on_biz_app: z.boolean().optional().catch(undefined),
});

/**
 * Most first. A version of Graph that lacks one field refuses all of them (code 100), and since October 2025 the limit is the
 * portfolio's, under another name.
 */
const FIELDS = [
  "id,display_phone_number,verified_name,quality_rating,status,throughput,messaging_limit_tier,whatsapp_business_manager_messaging_limit,is_on_biz_app",
  "id,display_phone_number,verified_name,quality_rating,status,throughput,messaging_limit_tier",
  "id,display_phone_number,verified_name,quality_rating",
] as const;

async function readNumber(get: Get, phoneNumberId: string): Promise<GraphRead<GraphNumber>> {
  let last: GraphRead<GraphNumber> = { state: "no-answer", why: "nothing was asked" };
  for (const fields of FIELDS) {
    const found = await get(phoneNumberId, { fields }, NumberShape);
    last = found.state === "read" ? { state: "read", value: numberOf(found.value) } : found;
    if (last.state !== "refused" || last.code !== "100") return last;
  }
  return last;
}

function numberOf(told: z.output<typeof NumberShape>): GraphNumber {
  return {
    displayPhone: told.display_phone_number,
    verifiedName: told.verified_name,
    quality: told.quality_rating,
    tier: told.whatsapp_business_manager_messaging_limit ?? told.messaging_limit_tier,
    throughput: told.throughput?.level,
    status: told.status,
    isOnPhoneToo: told.is_on_biz_app === true,
  };
}

const NumbersPage = z.object({
  data: z.array(z.object({ id: z.coerce.string() })),
  paging: z.object({ cursors: z.object({ after: text }).optional(), next: text }).optional(),
});

/** An account has at most some hundred numbers: pages beyond this many are somebody's joke. */
const MOST_PAGES = 20;

/** By cursor, never by the address that Meta gives for the next page: that one holds the token. */
async function readNumberIds(get: Get, wabaId: string): Promise<GraphRead<readonly string[]>> {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const params = { fields: "id", limit: "100", ...(after === undefined ? {} : { after }) };
    const found = await get(`${wabaId}/phone_numbers`, params, NumbersPage);
    if (found.state !== "read") return found;
    ids.push(...found.value.data.map(({ id }) => id));
    after = found.value.paging?.next === undefined ? undefined : found.value.paging.cursors?.after;
    if (after === undefined) break;
  }
  return { state: "read", value: ids };
}

const Refused = z.object({ error: z.object({ code: z.int().optional(), message: z.string().optional() }) });

function read<T>(outcome: Outcome, shape: z.ZodType<T>, hide: (text: string) => string): GraphRead<T> {
  if (outcome.kind !== "answered") return { state: "no-answer", why: outcome.why };
  const { status, body } = outcome;
  const json = parseJson(body);
  if (status >= 200 && status < 300) {
    const parsed = shape.safeParse(json);
    if (parsed.success) return { state: "read", value: parsed.data };
    return { state: "no-answer", why: "an answer of a shape that this version does not know" };
  }
  const error = Refused.safeParse(json).data?.error;
  const detail = hide(error?.message ?? `Meta answered ${status}`);
  const { code, class: kind } = rejectionOf({ code: error?.code, status, detail });
  return kind === "retry" ? { state: "no-answer", why: detail } : { state: "refused", code, detail };
}
