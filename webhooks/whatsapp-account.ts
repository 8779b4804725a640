import type { DateTime } from "luxon";
import { qualityOf } from "../src/app/channels/number-facts.ts";
import type { NumberNews } from "../src/app/channels/number-news.ts";
import { limitOfTier } from "../src/domain/outreach/messaging-limit.ts";
import { listAt, objectAt, textAt } from "./json.ts";

/** What a change outside `messages` tells, less when and of which account. */
type Told = Omit<NumberNews, "at" | "detail" | "template"> & { readonly template?: TemplateNews | undefined };
type TemplateNews =
  NonNullable<NumberNews["template"]> extends infer Each
    ? Each extends unknown
      ? Omit<Each, "wabaId">
      : never
    : never;

export type AccountChange = {
  readonly field: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Meta's id of the account. */
  readonly wabaId: string;
  readonly at: DateTime;
};

/**
 * What one change of an account's webhook tells of its numbers (Meta, "Webhooks: fields"), or `undefined` for a field that nobody
 * here knows. An event of a known field that nobody knows is kept as `other`.
 */
export function readAccountChange({ field, value, wabaId, at }: AccountChange): NumberNews | undefined {
  const told = READERS.get(field)?.(value);
  if (told === undefined) return undefined;
  const { template, ...rest } = told;
  return {
    ...rest,
    at,
    detail: { field, value: told.kind === "preference" ? withoutPeople(value) : value },
    template: template && { ...template, wabaId },
  };
}

/** Whether a field tells of a person too: what of it is kept for ever leaves them out, and the whole is kept where it can be erased. */
export function tellsOfPeople(field: string): boolean {
  return field === "user_preferences";
}

const READERS: ReadonlyMap<string, (value: object) => Told> = new Map([
  ["phone_number_quality_update", readQuality],
  ["phone_number_name_update", readName],
  ["business_capability_update", readCapability],
  ["account_update", readAccount],
  ["account_review_update", readReview],
  ["account_alerts", readAlert],
  ["security", readSecurity],
  ["message_template_status_update", readTemplateStatus],
  ["message_template_quality_update", readTemplateQuality],
  ["template_category_update", readTemplateCategory],
  ["message_template_components_update", (): Told => ({ kind: "template" })],
  ["user_preferences", (): Told => ({ kind: "preference" })],
]);

function readQuality(value: object): Told {
  const limit = textAt(value, "max_daily_conversations_per_business") ?? textAt(value, "current_limit");
  const facts = limit === undefined ? {} : { tierLimit: limitOfTier(limit) };
  switch (textAt(value, "event")) {
    case "FLAGGED":
      return { kind: "flagged", facts: { ...facts, quality: "RED" }, alarm: "number.flagged" };
    case "UNFLAGGED":
      return { kind: "unflagged", facts };
    case "ONBOARDING":
    case "UPGRADE":
    case "DOWNGRADE":
      return { kind: "limit", facts };
    case "THROUGHPUT_UPGRADE":
      return { kind: "throughput", facts: { ...facts, messagesPerSecond: 1000 } };
    default:
      return { kind: "other", facts };
  }
}

function readName(value: object): Told {
  const verifiedName = textAt(value, "decision") === "APPROVED" ? textAt(value, "requested_verified_name") : undefined;
  return { kind: "name", facts: { verifiedName } };
}

/** The portfolio's limit, in its newer word or the older number; −1 is none. */
function readCapability(value: object): Told {
  const limit =
    textAt(value, "max_daily_conversations_per_business") ?? textAt(value, "max_daily_conversation_per_phone");
  return { kind: "capability", facts: limit === undefined ? {} : { tierLimit: limitOfTier(limit) } };
}

function readAccount(value: object): Told {
  const banned = textAt(objectAt(value, "ban_info"), "waba_ban_state");
  switch (banned) {
    case "DISABLE":
      return { kind: "banned", blockedBecause: "banned", alarm: "number.banned" };
    case "SCHEDULE_FOR_DISABLE":
      return { kind: "disabled", alarm: "number.disabled" };
    case "REINSTATE":
      return { kind: "reinstated", blockedBecause: null };
    default:
      return readAccountEvent(value);
  }
}

function readAccountEvent(value: object): Told {
  switch (textAt(value, "event")) {
    case "DISABLED_UPDATE":
    case "ACCOUNT_DELETED":
      return { kind: "disabled", blockedBecause: "disabled", alarm: "number.disabled" };
    case "ACCOUNT_RESTRICTION":
      return readRestriction(value);
    case "ACCOUNT_VIOLATION":
    case "PARTNER_REMOVED":
    case "PHONE_NUMBER_REMOVED":
    case "ACCOUNT_OFFBOARDED":
      return { kind: "alert", alarm: "number.alert" };
    default:
      return { kind: "other" };
  }
}

/** Of what Meta takes away one thing is about no message; what nobody here knows may be. */
function readRestriction(value: object): Told {
  const types = listAt(value, "restriction_info").map((one) => textAt(one, "restriction_type"));
  if (types.length === 0) return { kind: "unrestricted" };
  const isOfMessages = types.some((type) => type !== "RESTRICTED_ADD_PHONE_NUMBER_ACTION");
  return { kind: "restricted", isRestriction: isOfMessages ? true : undefined, alarm: "number.restricted" };
}

function readReview(value: object): Told {
  return textAt(value, "decision") === "REJECTED"
    ? { kind: "restricted", alarm: "number.restricted" }
    : { kind: "review" };
}

/** Newer alerts nest what older ones wrote beside the entity. */
function readAlert(value: object): Told {
  const severity = textAt(objectAt(value, "alert_info"), "alert_severity") ?? textAt(value, "alert_severity");
  return severity === "CRITICAL" || severity === "WARNING"
    ? { kind: "alert", alarm: "number.alert" }
    : { kind: "alert" };
}

/** Whoever can set the PIN can take the number away. */
function readSecurity(value: object): Told {
  return textAt(value, "event") === "PIN_RESET_REQUEST"
    ? { kind: "security", alarm: "number.security" }
    : { kind: "security" };
}

function readTemplateStatus(value: object): Told {
  const status = textAt(value, "event");
  const because = textAt(value, "reason") ?? textAt(objectAt(value, "other_info"), "description");
  return templateNews(value, status === undefined ? undefined : { kind: "status", status, because });
}

function readTemplateQuality(value: object): Told {
  return templateNews(value, { kind: "quality", quality: qualityOf(textAt(value, "new_quality_score")) });
}

function readTemplateCategory(value: object): Told {
  const category = CATEGORIES.get(textAt(value, "new_category") ?? "");
  return templateNews(value, category && { kind: "category", category });
}

const CATEGORIES: ReadonlyMap<string, "UTILITY" | "MARKETING" | "AUTHENTICATION"> = new Map([
  ["UTILITY", "UTILITY"],
  ["MARKETING", "MARKETING"],
  ["AUTHENTICATION", "AUTHENTICATION"],
]);

type WithoutNames<Each> = Each extends unknown ? Omit<Each, "name" | "language"> : never;

/** Without a name and a language it is about no template that we could find. */
function templateNews(value: object, change: WithoutNames<TemplateNews> | undefined): Told {
  const name = textAt(value, "message_template_name");
  const language = textAt(value, "message_template_language");
  const template = change && name !== undefined && language !== undefined ? { ...change, name, language } : undefined;
  return { kind: "template", template };
}

/** What was wished, of what, and nothing by which anybody could be told. */
function withoutPeople(value: object): object {
  const wishes = listAt(value, "user_preferences").map((wish) => ({
    category: textAt(wish, "category"),
    value: textAt(wish, "value"),
  }));
  return { wishes };
}
