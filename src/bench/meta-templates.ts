import type http from "node:http";
import { z } from "zod";

/** A template as the loopback Graph keeps it, in Meta's own words. */
export type MetaTemplate = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  status: string;
  category: string;
  components: readonly unknown[];
  message_send_ttl_seconds?: number | undefined;
  quality_score?: { score: string } | undefined;
  rejected_reason?: string | undefined;
};

export type MetaTemplates = {
  /** All of one account, as somebody at Meta would see and change them. */
  of(accountId: string): MetaTemplate[];
  /** How many a page has at the most, whatever was asked for. */
  pageMost: number;
  /** What the next request of that kind is answered with instead, once. */
  refuseNext(answer: MetaRefusal): void;
  /** Registers what somebody made by hand. */
  add(accountId: string, template: Omit<MetaTemplate, "id">): MetaTemplate;
  /** Takes a request that is about templates; false for any other. */
  takes(request: http.IncomingMessage, body: string, response: http.ServerResponse): boolean;
};

export type MetaRefusal = {
  readonly on: "GET" | "POST" | "DELETE";
  readonly status: number;
  readonly code?: number;
  readonly subcode?: number;
  readonly message?: string;
};

/** Plays Meta's template endpoints: keeps accounts of templates, pages their list, and refuses as Meta is known to. */
export function metaTemplates(): MetaTemplates {
  const accounts = new Map<string, MetaTemplate[]>();
  const refusals: MetaRefusal[] = [];
  let made = 0;
  const templates: MetaTemplates = {
    pageMost: 100,
    of(accountId) {
      const known = accounts.get(accountId) ?? [];
      accounts.set(accountId, known);
      return known;
    },
    refuseNext: (answer) => void refusals.push(answer),
    add(accountId, template) {
      made += 1;
      const one = { id: `7000000000${made}`, ...template };
      templates.of(accountId).push(one);
      return one;
    },
    takes(request, body, response) {
      const url = new URL(request.url ?? "/", "http://graph.test");
      const [, , first = "", second] = url.pathname.split("/");
      const edited = [...accounts.values()].flat().find(({ id }) => id === first);
      if (second !== "message_templates" && !(edited && request.method === "POST")) return false;
      const refusal = refusals.findIndex(({ on }) => on === request.method);
      const [refused] = refusal < 0 ? [] : refusals.splice(refusal, 1);
      if (refused) refuse(response, refused);
      else if (edited && second === undefined) edit(edited, body, response);
      else if (request.method === "GET") list(templates, first, url, response);
      else if (request.method === "DELETE") remove(templates.of(first), url, response);
      else create(templates, first, body, response);
      return true;
    },
  };
  return templates;
}

const Submitted = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/),
  category: z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]),
  message_send_ttl_seconds: z.int().min(30).max(43_200).optional(),
  components: z.array(
    z.looseObject({
      type: z.string(),
      text: z.string().min(1).max(1024).optional(),
      example: z.object({ body_text: z.array(z.array(z.string().min(1))).length(1) }).optional(),
      buttons: z.array(z.object({ type: z.literal("QUICK_REPLY"), text: z.string().min(1).max(25) })).optional(),
    }),
  ),
});
const Changed = Submitted.omit({ name: true, language: true });

function create(templates: MetaTemplates, accountId: string, body: string, response: http.ServerResponse): void {
  const parsed = Submitted.safeParse(parseJson(body));
  if (!parsed.success) {
    refuse(response, { on: "POST", status: 400, code: 100, message: z.prettifyError(parsed.error) });
    return;
  }
  const wrong = wrongWith(parsed.data.components);
  if (wrong) {
    refuse(response, wrong);
    return;
  }
  const { name, language } = parsed.data;
  if (templates.of(accountId).some((one) => one.name === name && one.language === language)) {
    refuse(response, { on: "POST", status: 400, code: 100, subcode: 2388024, message: "already exists" });
    return;
  }
  const { id, status, category } = templates.add(accountId, { ...parsed.data, status: "PENDING" });
  answer(response, { id, status, category });
}

function edit(known: MetaTemplate, body: string, response: http.ServerResponse): void {
  const parsed = Changed.safeParse(parseJson(body));
  if (!parsed.success) {
    refuse(response, { on: "POST", status: 400, code: 100, message: z.prettifyError(parsed.error) });
    return;
  }
  const wrong = wrongWith(parsed.data.components);
  if (wrong) {
    refuse(response, wrong);
    return;
  }
  Object.assign(known, parsed.data, { status: "PENDING" });
  answer(response, { success: true });
}

/** Variables in order, with an example each, and none at an end: what Meta's review refuses at once. */
function wrongWith(components: z.infer<typeof Submitted>["components"]): MetaRefusal | undefined {
  const body = components.find(({ type }) => type === "BODY");
  const variables = [...(body?.text ?? "").matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number));
  const examples = body?.example?.body_text[0]?.length ?? 0;
  const refused = { on: "POST", status: 400, code: 100 } as const;
  if (
    body?.text === undefined ||
    variables.some((number, index) => number !== index + 1) ||
    examples !== variables.length
  )
    return { ...refused, subcode: 2388072, message: "variables and examples do not match" };
  if (/^\{\{|\}\}$/.test(body.text)) return { ...refused, subcode: 2388299, message: "a variable at an end" };
  return undefined;
}

function list(templates: MetaTemplates, accountId: string, url: URL, response: http.ServerResponse): void {
  const all = templates.of(accountId);
  const limit = Math.min(Number(url.searchParams.get("limit") ?? 25), templates.pageMost);
  const from = Number(url.searchParams.get("after") ?? 0);
  const fields = (url.searchParams.get("fields") ?? "id,name,status").split(",");
  const data = all
    .slice(from, from + limit)
    .map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => fields.includes(key))));
  const isMore = from + limit < all.length;
  // As Meta does: the address of the next page carries the token, and a cursor comes with the last page too.
  const next = isMore ? { next: `https://graph.test/next?access_token=secret&after=${from + limit}` } : {};
  answer(response, { data, paging: { cursors: { before: String(from), after: String(from + limit) }, ...next } });
}

function remove(all: MetaTemplate[], url: URL, response: http.ServerResponse): void {
  const index = all.findIndex(
    ({ id, name }) => id === url.searchParams.get("hsm_id") && name === url.searchParams.get("name"),
  );
  if (index < 0) {
    refuse(response, { on: "DELETE", status: 400, code: 100, subcode: 33, message: "no such template" });
    return;
  }
  all.splice(index, 1);
  answer(response, { success: true });
}

function refuse(
  response: http.ServerResponse,
  { status, code, subcode, message = "refused by order" }: MetaRefusal,
): void {
  const error = {
    message,
    type: "OAuthException",
    code,
    error_subcode: subcode,
    error_user_msg: message,
    fbtrace_id: "A0",
  };
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(code === undefined ? "" : JSON.stringify({ error }));
}

function answer(response: http.ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
