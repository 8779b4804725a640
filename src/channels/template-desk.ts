import type { TemplateCategory, TemplateQuality } from "../domain/template.ts";

/**
 * Where a channel's message templates are registered and reviewed: Meta's account. What can go wrong there is a value, since
 * each refusal has another remedy.
 */
export type TemplateDesk = {
  /** All templates of the account, however many pages that takes. */
  list(accountId: string): Promise<Desk<RegisteredTemplate[]>>;
  /** Registers it for review. The account may put it into another category than was asked for. */
  create(accountId: string, template: TemplateToRegister): Promise<Desk<Registered>>;
  /** Replaces what is registered under that id. A language and a name never change. */
  edit(metaId: string, template: TemplateToRegister): Promise<Desk<undefined>>;
  /** Takes one language of a name away. For 30 days nothing can be registered under that name and language. */
  remove(accountId: string, template: { readonly name: string; readonly metaId: string }): Promise<Desk<undefined>>;
};

/**
 * What every template is registered with (`message_send_ttl_seconds`; docs/templates.md). Meta takes 30 seconds to 12 hours for
 * a utility template, and keeps it with the template: `POST /messages` has no such field outside its Direct Send beta. Shorter
 * misses phones that are off for a while; longer closes more of each lawful window to templates.
 */
export const TEMPLATE_TIME_TO_LIVE_SECONDS = 3_600;

export type TemplateToRegister = {
  readonly name: string;
  /** Meta's code, such as `pt_BR`. */
  readonly language: string;
  readonly category: TemplateCategory;
  readonly body: string;
  /** One for each of `{{1}}`, `{{2}}`, in that order. */
  readonly examples: readonly string[];
  readonly quickReplies: readonly string[];
  /** How long Meta goes on trying to deliver it to a phone that is off. */
  readonly timeToLiveSeconds: number;
};

export type RegisteredTemplate = {
  readonly metaId: string;
  readonly name: string;
  readonly language: string;
  /** Undefined for one that we do not know. */
  readonly category: TemplateCategory | undefined;
  /** Meta's word: `APPROVED`, `PENDING`, `REJECTED`, `PAUSED`, `DISABLED` … */
  readonly status: string;
  readonly quality: TemplateQuality;
  /** As Meta has them: header, body, footer, buttons. */
  readonly components: readonly unknown[];
  readonly timeToLiveSeconds: number | undefined;
  /** Why it was refused, in Meta's word. */
  readonly because: string | undefined;
};

export type Registered = { readonly metaId: string; readonly status: string; readonly category: string };

export type Desk<T> =
  | { readonly done: true; readonly value: T }
  | { readonly done: false; readonly because: DeskRefusal; readonly detail: string };

/** What a person does about each: the console has words for them. */
export const DESK_REFUSALS = [
  /** No answer, or a fault on Meta's side: again later. What was to be made may have been made. */
  "unavailable",
  "too-fast",
  /** The access token is wrong, over, or may not manage this account's templates. */
  "not-allowed",
  /** No such account or template. */
  "not-found",
  /** This name has that language already. */
  "exists",
  /** It was deleted less than 30 days ago, or is being deleted. */
  "deleted-lately",
  /** Meta does not take the text, its variables or its buttons. */
  "format",
  /** The account has as many templates as it may. */
  "full",
  "other",
] as const;
export type DeskRefusal = (typeof DESK_REFUSALS)[number];

/** A template's parts as Meta writes them ("Message templates: components"). */
export function templateComponents({ body, examples, quickReplies }: TemplateToRegister): readonly object[] {
  const example = examples.length === 0 ? {} : { example: { body_text: [examples] } };
  const buttons = quickReplies.map((text) => ({ type: "QUICK_REPLY", text }));
  return [{ type: "BODY", text: body, ...example }, ...(buttons.length === 0 ? [] : [{ type: "BUTTONS", buttons }])];
}
