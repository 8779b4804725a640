import { createHmac } from "node:crypto";

/**
 * One WhatsApp Business Account as Graph shows it to its own token: its numbers, templates, subscribed apps, and what the token is.
 * All of it may be changed while it runs, as Meta changes it.
 */
export type MetaAccount = {
  readonly wabaId: string;
  readonly appId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  scopes: string[];
  /** The accounts that the token is for; none: all that its user has, and then Meta names none. */
  targetIds: readonly string[];
  isValid: boolean;
  /** Unix seconds; 0: never. */
  expiresAt: number;
  /** By Meta's id of each: its fields as Graph answers them. */
  readonly numbers: Map<string, Record<string, unknown>>;
  templates: { name: string; status: string }[];
  readonly subscribedApps: Set<string>;
  /** Fields that this version of Graph does not have: whoever asks for one is refused all (code 100). */
  readonly missingFields: Set<string>;
  /** By the last part of the address, such as `message_templates`: answers this instead, until it is taken away. */
  readonly refusals: Map<string, { readonly code: number; readonly status: number; readonly message: string }>;
};

export type AccountAnswer = { readonly status: number; readonly json: object };

/** An account with one number in good order, of which a test changes what it is about. */
export function metaAccount(
  given: Pick<MetaAccount, "wabaId" | "appId" | "accessToken" | "appSecret"> & { phoneNumberId: string; phone: string },
): MetaAccount {
  const { phoneNumberId, phone, ...account } = given;
  return {
    ...account,
    scopes: ["whatsapp_business_management", "whatsapp_business_messaging"],
    targetIds: [],
    isValid: true,
    expiresAt: 0,
    numbers: new Map([
      [
        phoneNumberId,
        {
          id: phoneNumberId,
          display_phone_number: phone,
          verified_name: "Tienda de muestra 07",
          quality_rating: "GREEN",
          status: "CONNECTED",
          messaging_limit_tier: "TIER_2K",
          throughput: { level: "STANDARD" },
          is_on_biz_app: false,
        },
      ],
    ]),
    templates: [{ name: "recordatorio", status: "APPROVED" }],
    subscribedApps: new Set([account.appId]),
    missingFields: new Set(),
    refusals: new Map(),
  };
}

/** What Graph answers to the holder of this token, or `undefined` when it is asked about none of these accounts. */
export function answerAccount(
  accounts: readonly MetaAccount[],
  { method, url, token }: { readonly method: string; readonly url: string; readonly token: string },
): AccountAnswer | undefined {
  const asked = new URL(url, "http://graph");
  const [, , first = "", edge] = asked.pathname.split("/");
  const own = accounts.find(({ accessToken }) => accessToken === token);
  if (own === undefined) return undefined;
  const refusal = own.refusals.get(edge ?? first);
  if (refusal) return refused(refusal.status, refusal.code, refusal.message);
  if (first === "debug_token") return debugged(own, asked.searchParams.get("input_token"));
  if (!own.isValid) return refused(401, 190, `Error validating access token ${token}: Session has expired`);
  if (first === "me") return permissions(own);
  if (first === own.wabaId) return ofAccount(own, method, edge);
  if (method === "GET" && own.numbers.has(first)) return ofNumber(own, first, asked.searchParams);
  const isOthers = accounts.some((one) => one !== own && (one.wabaId === first || one.numbers.has(first)));
  return isOthers ? refused(403, 200, "Your app doesn't have permission to access this object") : undefined;
}

function debugged(
  { appId, isValid, expiresAt, scopes, targetIds, accessToken }: MetaAccount,
  input: string | null,
): AccountAnswer {
  const isOurs = input === accessToken && isValid;
  const granular = scopes.map((scope) => ({ scope, ...(targetIds.length > 0 && { target_ids: targetIds }) }));
  const held = isOurs ? { scopes, granular_scopes: granular } : { scopes: [] };
  return ok({ data: { app_id: appId, is_valid: isOurs, expires_at: expiresAt, ...held } });
}

function permissions({ scopes }: MetaAccount): AccountAnswer {
  return ok({ data: scopes.map((permission) => ({ permission, status: "granted" })) });
}

function ofAccount(account: MetaAccount, method: string, edge: string | undefined): AccountAnswer {
  switch (edge) {
    case "phone_numbers":
      return ok({ data: [...account.numbers.values()].map(({ id }) => ({ id })) });
    case "message_templates":
      return ok({ data: account.templates });
    case "subscribed_apps":
      if (method === "POST") account.subscribedApps.add(account.appId);
      return ok(
        method === "POST"
          ? { success: true }
          : {
              data: [...account.subscribedApps].map((id) => ({ whatsapp_business_api_data: { id, name: "An app" } })),
            },
      );
    default:
      return refused(400, 100, "Unknown path components");
  }
}

function ofNumber(account: MetaAccount, id: string, params: URLSearchParams): AccountAnswer {
  const proof = params.get("appsecret_proof");
  const expected = createHmac("sha256", account.appSecret).update(account.accessToken).digest("hex");
  if (proof !== null && proof !== expected) {
    return refused(400, 100, "Invalid appsecret_proof provided in the API argument");
  }
  const fields = (params.get("fields") ?? "id,display_phone_number,verified_name,quality_rating").split(",");
  const missing = fields.find((field) => account.missingFields.has(field));
  if (missing !== undefined) return refused(400, 100, `Tried accessing nonexisting field (${missing})`);
  const all = account.numbers.get(id) ?? {};
  return ok(Object.fromEntries(fields.flatMap((field) => (field in all ? [[field, all[field]]] : []))));
}

function ok(json: object): AccountAnswer {
  return { status: 200, json };
}

function refused(status: number, code: number, message: string): AccountAnswer {
  return { status, json: { error: { message, type: "OAuthException", code, fbtrace_id: "A0" } } };
}
