import type { Graph, GraphNumber, GraphRead } from "../../channels/cloud-api/graph.ts";
import { AppError } from "../../domain/errors.ts";
import { isOfOwnNetwork } from "../../domain/own-network.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { newToken } from "../../ids.ts";
import type { CheckFinding } from "./check-words.ts";
import { type CloudDeps, type CloudSettings, webhookUrlOf } from "./cloud-deps.ts";
import type { CloudCredentials } from "./credentials.ts";
import { findAccount } from "./find-account.ts";
import { makeProbeToken } from "./probe-token.ts";

export type NumberToCheck = CloudCredentials & {
  readonly phoneNumberId: string;
  /** Unknown for the number of the settings, until Meta has told it. */
  readonly wabaId: string | undefined;
  readonly expectedPhone: string | undefined;
  /** Its webhooks come to the address of the settings, and not to one of its own. */
  readonly isOfSettings?: boolean | undefined;
};

export const CHECKS = [
  "token",
  "permissions",
  "app-secret",
  "number",
  "expected-phone",
  "account",
  "templates",
  "subscription",
  "webhook",
] as const;
export type CheckName = (typeof CHECKS)[number];

export type CloudCheck = CheckFinding & {
  readonly name: CheckName;
  readonly state: "passed" | "failed" | "unknown";
  readonly code: string | null;
};

export type CheckedNumber = {
  /** All of `CHECKS`, in that order. */
  readonly checks: readonly CloudCheck[];
  readonly number: GraphNumber | undefined;
  /** As it was named, or as Meta's answer about the token let it be found. */
  readonly wabaId: string | undefined;
  readonly templates: number | undefined;
};

/**
 * Asks Meta, now, whether this number can be used with these secrets, and our own webhook address whether it answers. With
 * `subscribes` the app is subscribed to the account where it is not: the only thing that it changes anywhere.
 *
 * @throws {AppError} `request.conflict` in a demo, from which nothing leaves: Meta is not asked, and gets no secret that was typed there
 */
export async function checkCloudNumber(
  deps: Pick<CloudDeps, "clock" | "secrets" | "publicUrl" | "cloud">,
  named: NumberToCheck,
  { subscribes }: { subscribes: boolean },
): Promise<CheckedNumber> {
  refuseInDemo(deps.cloud);
  const meta = deps.cloud.openGraph(named);
  try {
    const [token, secret, number, webhook] = await Promise.all([
      meta.token(),
      meta.secretIsOfToken(named.phoneNumberId),
      meta.number(named.phoneNumberId),
      checkWebhook(deps, named),
    ]);
    const wabaId = named.wabaId ?? (await findAccount(meta, named.phoneNumberId, token));
    const asked = { ...named, wabaId };
    const told = token.state === "read" ? token.value.data : undefined;
    const [permissions, account, templates, subscription] = await Promise.all([
      checkPermissions(meta, told?.scopes),
      checkAccount(meta, asked),
      ofAccount(asked, (wabaId) => meta.templatesOf(wabaId)),
      checkSubscription(meta, asked, { appId: told?.app_id, subscribes }),
    ]);
    const facts = number.state === "read" ? number.value : undefined;
    const count = templates?.state === "read" ? templates.value.data.length : undefined;
    return {
      checks: [
        checkToken(token, number, deps.clock.now().toSeconds()),
        permissions,
        checkSecret(secret, number),
        checkNumber(number),
        checkExpected(facts, asked.expectedPhone),
        account,
        checkTemplates(templates),
        subscription,
        webhook,
      ],
      number: facts,
      wabaId,
      templates: count,
    };
  } finally {
    meta.close();
  }
}

/** @throws {AppError} `request.conflict` */
export function refuseInDemo({ isDemo }: Pick<CloudSettings, "isDemo">): void {
  if (isDemo)
    throw new AppError(
      "request.conflict",
      "A demo never meets a real number: start an installation with SALDAR_MODE=production.",
    );
}

/** Nothing failed; and unknown is only what a token may not tell of itself, or an address not of the world outside. */
export function mayBeAdded({ checks }: Pick<CheckedNumber, "checks">): boolean {
  return checks.every(({ name, state }) => state === "passed" || (state === "unknown" && MAY_BE_UNKNOWN.has(name)));
}

const MAY_BE_UNKNOWN: ReadonlySet<CheckName> = new Set(["token", "permissions", "webhook"]);

type Read<K extends keyof Graph> = Graph[K] extends (...given: never[]) => Promise<infer Answer> ? Answer : never;

const WEEK_SECONDS = 7 * 86_400;

/** Some tokens may not be asked about; one that reads its number is valid all the same. */
function checkToken(token: Read<"token">, number: Read<"number">, nowSeconds: number): CloudCheck {
  const name = "token";
  if (token.state === "no-answer") return unanswered(name, token.why);
  if (token.state === "refused") {
    if (token.code === "190") return failed(name, "invalid", token.code);
    return number.state === "read"
      ? { name, state: "unknown", code: null, finding: "not-told", values: {} }
      : failed(name, "refused", token.code, { detail: token.detail });
  }
  const { is_valid: isValid, expires_at: endsAt = 0 } = token.value.data;
  if (!isValid) return failed(name, "invalid", null);
  if (endsAt === 0) return passed(name, "for-ever");
  const days = String(Math.floor((endsAt - nowSeconds) / 86_400));
  return endsAt - nowSeconds < WEEK_SECONDS
    ? failed(name, "ends-soon", null, { days })
    : passed(name, "ends", { days });
}

/** To send and to be told of what is sent; to read the account. */
const NEEDED = ["whatsapp_business_messaging", "whatsapp_business_management"] as const;

async function checkPermissions(meta: Graph, scopes: readonly string[] | undefined): Promise<CloudCheck> {
  const name = "permissions";
  const held = scopes !== undefined && scopes.length > 0 ? scopes : await askPermissions(meta);
  if (held === undefined) return { name, state: "unknown", code: null, finding: "not-told", values: {} };
  const missing = NEEDED.filter((scope) => !held.includes(scope));
  return missing.length === 0 ? passed(name, "all") : failed(name, "missing", null, { missing: missing.join(", ") });
}

async function askPermissions(meta: Graph): Promise<readonly string[] | undefined> {
  const told = await meta.permissions();
  if (told.state !== "read") return undefined;
  return told.value.data.flatMap(({ permission, status }) => (status === "granted" ? [permission] : []));
}

/** Where the number itself cannot be read, a refusal says nothing about the secret. */
function checkSecret(secret: Read<"secretIsOfToken">, number: Read<"number">): CloudCheck {
  const name = "app-secret";
  if (secret.state === "read") return passed(name, "right");
  if (secret.state === "no-answer") return unanswered(name, secret.why);
  if (number.state !== "read")
    return { name, state: "unknown", code: secret.code, finding: "after-number", values: {} };
  return failed(name, "wrong", secret.code);
}

/** What Meta says of a number through which messages go. Where it says nothing, the number is there and that is all we know. */
const USABLE: ReadonlySet<string> = new Set(["CONNECTED", "LINKED", "FLAGGED", "RATE_LIMITED"]);

function checkNumber(number: Read<"number">): CloudCheck {
  const name = "number";
  if (number.state === "no-answer") return unanswered(name, number.why);
  if (number.state === "refused") return failed(name, "not-read", number.code, { detail: number.detail });
  const { displayPhone, verifiedName, status } = number.value;
  const values = { phone: displayPhone ?? "?", name: verifiedName ?? "?", status: status ?? "?" };
  if (status !== undefined && !USABLE.has(status)) return failed(name, "not-connected", null, values);
  return passed(name, "there", values);
}

function checkExpected(number: GraphNumber | undefined, expected: string | undefined): CloudCheck {
  const name = "expected-phone";
  if (expected === undefined) return passed(name, "none-expected");
  if (number?.displayPhone === undefined)
    return { name, state: "unknown", code: null, finding: "after-number", values: {} };
  const isIt = whatsappKey(number.displayPhone) === whatsappKey(expected);
  return isIt ? passed(name, "same") : failed(name, "other", null, { phone: number.displayPhone });
}

async function checkAccount(meta: Graph, { wabaId, phoneNumberId }: NumberToCheck): Promise<CloudCheck> {
  const name = "account";
  if (wabaId === undefined) return notNamed(name);
  const ids = await meta.numberIdsOf(wabaId);
  if (ids.state === "no-answer") return unanswered(name, ids.why);
  if (ids.state === "refused") return failed(name, "not-read", ids.code, { detail: ids.detail });
  return ids.value.includes(phoneNumberId) ? passed(name, "its") : failed(name, "not-its", null);
}

function checkTemplates(templates: Read<"templatesOf"> | undefined): CloudCheck {
  const name = "templates";
  if (templates === undefined) return notNamed(name);
  if (templates.state === "no-answer") return unanswered(name, templates.why);
  if (templates.state === "refused") return failed(name, "not-read", templates.code, { detail: templates.detail });
  const approved = templates.value.data.filter(({ status }) => status === "APPROVED").length;
  return approved === 0 ? passed(name, "none") : passed(name, "some", { approved: String(approved) });
}

async function checkSubscription(
  meta: Graph,
  { wabaId }: NumberToCheck,
  { appId, subscribes }: { appId: string | undefined; subscribes: boolean },
): Promise<CloudCheck> {
  const name = "subscription";
  if (wabaId === undefined) return notNamed(name);
  const apps = await meta.subscribedAppsOf(wabaId);
  if (apps.state === "no-answer") return unanswered(name, apps.why);
  if (apps.state === "refused") return failed(name, "not-read", apps.code, { detail: apps.detail });
  const ids = apps.value.data.map(({ whatsapp_business_api_data: app }) => app.id);
  if (appId === undefined ? ids.length > 0 : ids.includes(appId)) return passed(name, "subscribed");
  if (!subscribes) return failed(name, "missing", null);
  const made = await meta.subscribe(wabaId);
  if (made.state === "no-answer") return unanswered(name, made.why);
  if (made.state === "refused") return failed(name, "refused", made.code, { detail: made.detail });
  return passed(name, "made");
}

async function checkWebhook(
  deps: Pick<CloudDeps, "clock" | "secrets" | "publicUrl" | "cloud">,
  { phoneNumberId, verifyToken, isOfSettings = false }: NumberToCheck,
): Promise<CloudCheck> {
  const name = "webhook";
  const url = webhookUrlOf(deps, isOfSettings ? undefined : phoneNumberId);
  const token = isOfSettings ? verifyToken : makeProbeToken(deps, phoneNumberId);
  const probed = await deps.cloud.probeWebhook({ url, token, challenge: newToken() });
  switch (probed.state) {
    case "answered":
      // It answers to us; whether Meta gets there is another question where no name of the world leads to it.
      return new URL(url).protocol === "https:" && !isOfOwnNetwork(new URL(url).hostname)
        ? passed(name, "answers", { url })
        : { name, state: "unknown", code: null, finding: "own-network", values: { url } };
    case "other":
      return failed(name, "other", null, { url, status: String(probed.status) });
    case "no-answer":
      // Some networks do not let a machine reach itself by its outer name.
      return { name, state: "unknown", code: null, finding: "not-reached", values: { url, why: probed.why } };
  }
}

async function ofAccount<T>(
  { wabaId }: NumberToCheck,
  ask: (wabaId: string) => Promise<GraphRead<T>>,
): Promise<GraphRead<T> | undefined> {
  return wabaId === undefined ? undefined : ask(wabaId);
}

type Values = CheckFinding["values"];

function passed(name: CheckName, finding: string, values: Values = {}): CloudCheck {
  return { name, state: "passed", code: null, finding, values };
}

function failed(name: CheckName, finding: string, code: string | null, values: Values = {}): CloudCheck {
  return { name, state: "failed", code, finding, values };
}

function unanswered(name: CheckName, why: string): CloudCheck {
  return { name, state: "unknown", code: null, finding: "no-answer", values: { why } };
}

function notNamed(name: CheckName): CloudCheck {
  return { name, state: "unknown", code: null, finding: "no-account", values: {} };
}
