import { z } from "zod";
import {
  type Desk,
  type DeskRefusal,
  type Registered,
  type RegisteredTemplate,
  type TemplateDesk,
  type TemplateToRegister,
  templateComponents,
} from "../template-desk.ts";
import { parseJson } from "./parse-json.ts";
import type { Outcome, Transport } from "./transport.ts";

/** Of one page. Meta gives 25 unless asked, and takes more. */
const PAGE = 100;
/** An account holds 250 templates at first and 6,000 at most (Meta, "Message templates": limits), in one language or several each. */
const MOST_PAGES = 200;
const MOST_BYTES = 5_000_000;
const FIELDS = "id,name,language,status,category,quality_score,rejected_reason,components,message_send_ttl_seconds";

/** Message templates at Meta, over the connections and with the token that messages use (Meta, "Message templates"). */
export function templateDesk({ wire, root, version, accessToken }: Settings): TemplateDesk {
  const at = (path: string): string => `/${version}/${path}`;
  const read = <T>(outcome: Outcome, shape: z.ZodType<T>): Desk<T> =>
    withoutSecret(answerOf(outcome, shape), accessToken);
  return {
    async list(accountId) {
      const all: RegisteredTemplate[] = [];
      let after: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const url = new URL(`${root}${at(`${accountId}/message_templates`)}`);
        url.searchParams.set("fields", FIELDS);
        url.searchParams.set("limit", String(PAGE));
        if (after !== undefined) url.searchParams.set("after", after);
        const answer = read(await wire.get(url, MOST_BYTES), Page);
        if (!answer.done) return answer;
        all.push(...answer.value.data.map(registered));
        // The cursor, and not the address Meta gives: that one has the token in it.
        after = answer.value.paging?.next === undefined ? undefined : answer.value.paging.cursors?.after;
        if (after === undefined) return { done: true, value: all };
      }
      return { done: false, because: "other", detail: `more than ${MOST_PAGES} pages of templates` };
    },
    async create(accountId, template) {
      const path = at(`${accountId}/message_templates`);
      return read(await wire.post(path, JSON.stringify(requestOf(template))).outcome, Created);
    },
    async edit(metaId, template) {
      const { category, components, message_send_ttl_seconds } = requestOf(template);
      const changes = { category, components, message_send_ttl_seconds };
      return nothing(read(await wire.post(at(metaId), JSON.stringify(changes)).outcome, Done));
    },
    async remove(accountId, { name, metaId }) {
      const query = new URLSearchParams({ hsm_id: metaId, name });
      return nothing(read(await wire.remove(at(`${accountId}/message_templates?${query}`)), Done));
    },
  };
}

type Settings = {
  readonly wire: Pick<Transport, "get" | "post" | "remove">;
  /** The Graph's address without a slash at its end. */
  readonly root: string;
  readonly version: string;
  readonly accessToken: string;
};

function requestOf(template: TemplateToRegister) {
  const { name, language, category, timeToLiveSeconds } = template;
  const components = templateComponents(template);
  return { name, language, category, message_send_ttl_seconds: timeToLiveSeconds, components };
}

const Listed = z.object({
  id: z.string().min(1),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: z.string().optional(),
  quality_score: z.object({ score: z.string().optional() }).optional(),
  rejected_reason: z.string().optional(),
  components: z.array(z.unknown()).optional(),
  message_send_ttl_seconds: z.number().optional(),
});
const Page = z.object({
  data: z.array(Listed),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string().optional() }).optional() })
    .optional(),
});
const Created = z
  .object({ id: z.string().min(1), status: z.string(), category: z.string() })
  .transform(({ id, ...rest }): Registered => ({ metaId: id, ...rest }));
const Done = z.object({ success: z.literal(true) });

const Category = z.enum(["UTILITY", "MARKETING", "AUTHENTICATION"]);
const Quality = z.enum(["GREEN", "YELLOW", "RED", "UNKNOWN"]);

function registered(listed: z.infer<typeof Listed>): RegisteredTemplate {
  const because = listed.rejected_reason;
  return {
    metaId: listed.id,
    name: listed.name,
    language: listed.language,
    category: Category.safeParse(listed.category).data,
    status: listed.status,
    quality: Quality.safeParse(listed.quality_score?.score).data ?? "UNKNOWN",
    components: listed.components ?? [],
    timeToLiveSeconds: listed.message_send_ttl_seconds,
    because: because === "NONE" || because === "" ? undefined : because,
  };
}

const Refused = z.object({
  error: z.object({
    code: z.int(),
    error_subcode: z.int().optional(),
    message: z.string().optional(),
    error_user_msg: z.string().optional(),
  }),
});

function answerOf<T>(outcome: Outcome, shape: z.ZodType<T>): Desk<T> {
  if (outcome.kind !== "answered") return { done: false, because: "unavailable", detail: outcome.why };
  const { status, body } = outcome;
  const json = parseJson(body);
  if (status >= 200 && status < 300) {
    const value = shape.safeParse(json).data;
    return value === undefined ? other(`an answer ${status} of another shape`) : { done: true, value };
  }
  const error = Refused.safeParse(json).data?.error;
  if (error === undefined) {
    return status === 429 || status >= 500
      ? { done: false, because: status === 429 ? "too-fast" : "unavailable", detail: `Meta answered ${status}` }
      : other(`Meta answered ${status}`);
  }
  const { code, error_subcode: subcode, error_user_msg, message } = error;
  const said = error_user_msg ?? message ?? `Meta answered ${status}`;
  const named = subcode === undefined ? `${code}` : `${code}/${subcode}`;
  return { done: false, because: refusalOf(code, subcode, status), detail: `${named}: ${said}` };
}

function other(detail: string): Desk<never> {
  return { done: false, because: "other", detail };
}

/** By subcode first: 100 is Meta's code for anything that is wrong with a template (Meta, "Message templates: error codes"). */
function refusalOf(code: number, subcode: number | undefined, status: number): DeskRefusal {
  const bySubcode = subcode === undefined ? undefined : SUBCODES.get(subcode);
  if (bySubcode !== undefined) return bySubcode;
  if (code === 190 || code === 10 || code === 3 || (code >= 200 && code <= 299)) return "not-allowed";
  if (code === 4 || code === 80007 || code === 80008 || code === 130429) return "too-fast";
  if (code === 33 || code === 803) return "not-found";
  if (code === 1 || code === 2 || code === 131000 || code === 131016 || status >= 500) return "unavailable";
  return code === 100 || code === 131008 || code === 131009 ? "format" : "other";
}

const SUBCODES: ReadonlyMap<number, DeskRefusal> = new Map([
  // A field that is not there is how Graph says that the id is nobody's, or nobody's that this token may see.
  [33, "not-found"],
  [2388023, "deleted-lately"],
  [2388024, "exists"],
  [2388019, "full"],
  [2388040, "format"],
  [2388047, "format"],
  [2388072, "format"],
  [2388073, "format"],
  [2388293, "format"],
  [2388299, "format"],
]);

function nothing(answer: Desk<unknown>): Desk<undefined> {
  return answer.done ? { done: true, value: undefined } : answer;
}

/** Meta repeats a malformed token in its message. */
function withoutSecret<T>(answer: Desk<T>, secret: string): Desk<T> {
  return answer.done ? answer : { ...answer, detail: answer.detail.replaceAll(secret, "[token]") };
}
