import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NumberNews } from "../../src/app/channels/number-news.ts";
import { accountWebhook } from "../../src/bench/meta-webhooks.ts";
import { isObject, listAt, objectAt } from "../../webhooks/json.ts";
import { parseWhatsappPayload, type WhatsappBatch } from "../../webhooks/whatsapp-payload.ts";
import { NOON } from "../support/graph/graph.ts";

const WABA = "200000000000007";
const AT = 1_795_000_000;
const SHOWN = "+57 300 0000007";

function batchOf(field: string, value: object): WhatsappBatch | undefined {
  return parseWhatsappPayload(accountWebhook({ wabaId: WABA, at: AT, field }, value), NOON)?.batches[0];
}

type Expected = Partial<Omit<NumberNews, "at" | "detail">>;

/** Each field of an account's webhook, in every shape that means something else to us. Values are ours, shapes Meta's. */
const FIELDS: readonly (readonly [field: string, value: object, told: Expected])[] = [
  [
    "phone_number_quality_update",
    { display_phone_number: SHOWN, event: "FLAGGED", current_limit: "TIER_2K" },
    { kind: "flagged", facts: { quality: "RED", tierLimit: 2000 }, alarm: "number.flagged" },
  ],
  [
    "phone_number_quality_update",
    { display_phone_number: SHOWN, event: "UNFLAGGED", current_limit: "TIER_1K" },
    { kind: "unflagged", facts: { tierLimit: 1000 } },
  ],
  [
    "phone_number_quality_update",
    { event: "UPGRADE", old_limit: "TIER_2K", current_limit: "TIER_10K" },
    { kind: "limit", facts: { tierLimit: 10_000 } },
  ],
  [
    "phone_number_quality_update",
    { event: "DOWNGRADE", current_limit: "TIER_NOT_SET", max_daily_conversations_per_business: "TIER_250" },
    { kind: "limit", facts: { tierLimit: 250 } },
  ],
  [
    "phone_number_quality_update",
    { event: "UPGRADE", current_limit: "TIER_UNLIMITED" },
    { kind: "limit", facts: { tierLimit: null } },
  ],
  ["phone_number_quality_update", { event: "ONBOARDING", current_limit: "TIER_NOT_SET" }, { kind: "limit", facts: {} }],
  [
    "phone_number_quality_update",
    { event: "THROUGHPUT_UPGRADE", current_limit: "TIER_100K" },
    { kind: "throughput", facts: { messagesPerSecond: 1000, tierLimit: 100_000 } },
  ],
  ["phone_number_quality_update", { event: "SOMETHING_NEW" }, { kind: "other", facts: {} }],
  [
    "phone_number_name_update",
    { display_phone_number: SHOWN, decision: "APPROVED", requested_verified_name: "Tienda de muestra 07" },
    { kind: "name", facts: { verifiedName: "Tienda de muestra 07" } },
  ],
  [
    "phone_number_name_update",
    { decision: "REJECTED", requested_verified_name: "Otra", rejection_reason: "NAME_FORMAT" },
    { kind: "name", facts: {} },
  ],
  [
    "business_capability_update",
    { max_daily_conversations_per_business: "TIER_10K", max_phone_numbers_per_business: 20 },
    { kind: "capability", facts: { tierLimit: 10_000 } },
  ],
  [
    "business_capability_update",
    { max_daily_conversation_per_phone: -1 },
    { kind: "capability", facts: { tierLimit: null } },
  ],
  ["business_capability_update", { max_phone_numbers_per_waba: 25 }, { kind: "capability", facts: {} }],
  [
    "account_update",
    { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "SCHEDULE_FOR_DISABLE", waba_ban_date: "x" } },
    { kind: "disabled", alarm: "number.disabled" },
  ],
  [
    "account_update",
    { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "DISABLE", waba_ban_date: "x" } },
    { kind: "banned", blockedBecause: "banned", alarm: "number.banned" },
  ],
  [
    "account_update",
    { event: "DISABLED_UPDATE", ban_info: { waba_ban_state: "REINSTATE" } },
    { kind: "reinstated", blockedBecause: null },
  ],
  [
    "account_update",
    { event: "ACCOUNT_DELETED" },
    { kind: "disabled", blockedBecause: "disabled", alarm: "number.disabled" },
  ],
  [
    "account_update",
    {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [{ restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: "x" }],
    },
    { kind: "restricted", isRestriction: true, alarm: "number.restricted" },
  ],
  [
    "account_update",
    {
      event: "ACCOUNT_RESTRICTION",
      restriction_info: [{ restriction_type: "RESTRICTED_ADD_PHONE_NUMBER_ACTION", expiration: "x" }],
    },
    { kind: "restricted", alarm: "number.restricted" },
  ],
  ["account_update", { event: "ACCOUNT_RESTRICTION", restriction_info: [] }, { kind: "unrestricted" }],
  [
    "account_update",
    { event: "ACCOUNT_VIOLATION", violation_info: { violation_type: "SCAM" } },
    { kind: "alert", alarm: "number.alert" },
  ],
  ["account_update", { event: "PARTNER_REMOVED" }, { kind: "alert", alarm: "number.alert" }],
  ["account_update", { event: "VERIFIED_ACCOUNT", phone_number: "573000000007" }, { kind: "other" }],
  ["account_review_update", { decision: "APPROVED" }, { kind: "review" }],
  ["account_review_update", { decision: "REJECTED" }, { kind: "restricted", alarm: "number.restricted" }],
  [
    "account_alerts",
    { entity_type: "WABA", alert_info: { alert_severity: "CRITICAL", alert_type: "x" } },
    { kind: "alert", alarm: "number.alert" },
  ],
  ["account_alerts", { entity_type: "BUSINESS", alert_severity: "INFORMATIONAL" }, { kind: "alert" }],
  ["security", { display_phone_number: SHOWN, event: "PIN_CHANGED", requester: "1" }, { kind: "security" }],
  [
    "security",
    { display_phone_number: SHOWN, event: "PIN_RESET_REQUEST", requester: "1" },
    { kind: "security", alarm: "number.security" },
  ],
  [
    "message_template_status_update",
    {
      event: "PAUSED",
      message_template_id: 7,
      message_template_name: "recordatorio",
      message_template_language: "es",
      reason: "NONE",
      other_info: { title: "FIRST_PAUSE", description: "x" },
    },
    {
      kind: "template",
      template: {
        kind: "status",
        wabaId: WABA,
        name: "recordatorio",
        language: "es",
        status: "PAUSED",
        because: "NONE",
      },
    },
  ],
  ["message_template_status_update", { event: "APPROVED", message_template_id: 7 }, { kind: "template" }],
  [
    "message_template_quality_update",
    { new_quality_score: "RED", message_template_name: "recordatorio", message_template_language: "pt_BR" },
    {
      kind: "template",
      template: { kind: "quality", wabaId: WABA, name: "recordatorio", language: "pt_BR", quality: "RED" },
    },
  ],
  [
    "template_category_update",
    { new_category: "MARKETING", message_template_name: "recordatorio", message_template_language: "es" },
    {
      kind: "template",
      template: { kind: "category", wabaId: WABA, name: "recordatorio", language: "es", category: "MARKETING" },
    },
  ],
  [
    "template_category_update",
    { new_category: "ODD", message_template_name: "r", message_template_language: "es" },
    { kind: "template" },
  ],
  ["message_template_components_update", { message_template_name: "r", element: "Hola" }, { kind: "template" }],
];

describe("a field of the account", () => {
  test.each(FIELDS)("%s %j", (field, value, told) => {
    const batch = batchOf(field, value);
    const [news] = batch?.news ?? [];
    expect(batch).toMatchObject({ wabaId: WABA, unknown: [], messages: [], statuses: [] });
    const { at, detail, ...rest } = news ?? {};
    expect(rest).toEqual(told);
    expect(Math.floor(at?.toSeconds() ?? 0)).toBe(AT);
    expect(detail).toEqual({ field, value });
  });

  test("names the number that it is about, as digits", () => {
    expect(batchOf("security", { display_phone_number: SHOWN, event: "PIN_CHANGED" })?.displayPhone).toBe(
      "573000000007",
    );
    expect(batchOf("account_review_update", { decision: "APPROVED" })?.displayPhone).toBeUndefined();
  });

  test("of a person's wishes is kept without the person, and whole where it can be erased", () => {
    const wish = { wa_id: "573000000001", category: "marketing_messages", value: "stop", timestamp: AT };
    const batch = batchOf("user_preferences", { metadata: { phone_number_id: "7" }, user_preferences: [wish] });
    expect(batch?.news[0]).toMatchObject({ kind: "preference" });
    expect(JSON.stringify(batch?.news)).not.toContain("573000000001");
    expect(batch?.unknown).toEqual([{ what: "user_preferences", body: expect.stringContaining("573000000001") }]);
    expect(batch?.phoneNumberId).toBe("7");
  });

  test.each(["smb_message_echoes", "calls", "history", "a_field_of_next_year"])(
    "%s is kept whole, as unknown",
    (field) => {
      const value = { anything: [1, { deep: "words" }] };
      expect(batchOf(field, value)).toMatchObject({
        news: [],
        unknown: [{ what: field, body: JSON.stringify({ field, value }) }],
      });
    },
  );

  test("may come in milliseconds, and without a moment it came now", () => {
    const value = { decision: "APPROVED" };
    const at = (time: unknown) => {
      const entry = [{ id: WABA, time, changes: [{ field: "account_review_update", value }] }];
      return parseWhatsappPayload(Buffer.from(JSON.stringify({ entry })), NOON)?.batches[0]?.news[0]?.at.toMillis();
    };
    expect([at(AT * 1000), at("soon"), at(undefined)]).toEqual([AT * 1000, NOON.toMillis(), NOON.toMillis()]);
  });
});

describe("nothing of a delivery is lost", () => {
  const messages = (value: object) => {
    const entry = [
      { id: WABA, changes: [{ field: "messages", value: { metadata: { phone_number_id: "7" }, ...value } }] },
    ];
    return parseWhatsappPayload(Buffer.from(JSON.stringify({ entry })), NOON)?.batches[0];
  };

  test("a status of another word is unknown, with its JSON", () => {
    const status = { id: "wamid.1", status: "warning", timestamp: String(AT), recipient_id: "573000000001" };
    const nameless = { status: "read" };
    expect(messages({ statuses: [status, nameless] })).toMatchObject({
      statuses: [],
      unknown: [
        { what: "status.warning", body: JSON.stringify(status) },
        { what: "status.read", body: JSON.stringify(nameless) },
      ],
    });
  });

  test("what Meta puts beside messages, or in the place of their list, is unknown", () => {
    expect(messages({ calls: [{ id: 1 }], statuses: { not: "a list" } })?.unknown).toEqual([
      { what: "messages.calls", body: '[{"id":1}]' },
      { what: "messages.statuses", body: '{"not":"a list"}' },
    ]);
    expect(messages({ contacts: [{ wa_id: "573000000001" }] })?.unknown).toMatchObject([{ what: "messages.empty" }]);
  });

  test("an error outside any message is news, and alarms where it stops the number", () => {
    const batch = messages({ errors: [{ code: 130429, title: "Rate limit hit" }, { code: 131031 }] });
    expect(batch?.problems).toEqual(["130429", "131031"]);
    expect(batch?.news).toMatchObject([{ kind: "problem", detail: { error: { code: 130429 } } }, { kind: "problem" }]);
    expect(batch?.news.map(({ alarm }) => alarm)).toEqual([undefined, "number.problem"]);
  });

  test.each([
    ["an entry that is a word", ["word"], "word"],
    ["an entry without changes", [{ id: WABA, messaging: [1] }], "messaging"],
    ["a change that is a number", [{ id: WABA, changes: [77] }], "77"],
    ["a change without a value", [{ id: WABA, changes: [{ field: "messages" }] }], "messages"],
    ["a change whose value is a text", [{ id: WABA, changes: [{ field: "account_update", value: "gone" }] }], "gone"],
  ])("%s is unknown, whole", (_, entry, strange) => {
    const batches = parseWhatsappPayload(Buffer.from(JSON.stringify({ entry })), NOON)?.batches ?? [];
    expect(batches).toHaveLength(1);
    expect(batches[0]?.unknown).toHaveLength(1);
    expect(batches[0]?.unknown[0]?.body).toContain(strange);
  });

  test("whatever is put where: each change is a batch, each part of it is in one", () => {
    const part = fc.jsonValue({ maxDepth: 2 });
    const value = fc.dictionary(
      fc.constantFrom("messages", "statuses", "errors", "contacts", "metadata", "event", "new"),
      part,
    );
    const field = fc.constantFrom("messages", "account_update", "security", "user_preferences", "unheard_of");
    const change = fc.oneof(part, fc.record({ field, value }, { requiredKeys: [] }));
    const entries = fc.array(fc.oneof(part, fc.record({ id: part, time: part, changes: fc.array(change) })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(entries, (entry) => {
        const payload = parseWhatsappPayload(Buffer.from(JSON.stringify({ entry })), NOON);
        for (const { origin, ...batch } of payload?.batches ?? []) {
          const told = objectAt(origin.change, "value");
          const isOfMessages =
            told !== undefined && (!("field" in origin.change) || origin.change.field === "messages");
          const read = batch.messages.length + batch.senderless.length;
          if (isOfMessages) {
            expect(read).toBe(listAt(told, "messages").length);
            expect(batch.news.length).toBe(listAt(told, "errors").length);
          }
          expect(read + batch.statuses.length + batch.news.length + batch.unknown.length).toBeGreaterThan(0);
        }
        const told = entry.flatMap((one) =>
          isObject(one) && listAt(one, "changes").length > 0 ? listAt(one, "changes") : [one],
        );
        expect(payload?.batches.length).toBe(told.length);
      }),
      { numRuns: 300 },
    );
  });
});
