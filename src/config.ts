import { z } from "zod";
import { AppError } from "./domain/errors.ts";
import { isOfOwnNetwork } from "./domain/own-network.ts";

const blankIsAbsent = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
const withDefault = <T extends z.ZodType>(schema: T, fallback: z.output<T>) =>
  z.preprocess((value) => blankIsAbsent(value) ?? fallback, schema);

/** As a number: what a name such as `localhost` leads to is said in a file of each machine. */
const DEMO_HOST = "127.0.0.1";

/** Every setting there is. Secrets have no default; `docs/settings.md` explains each. */
const Environment = z.object({
  SALDAR_MODE: withDefault(z.enum(["demo", "production"]), "demo"),
  SALDAR_DATA_DIR: withDefault(z.string(), "./data"),
  /** Seals document numbers and signs sessions. Without one, a random one is made and kept in the data folder. */
  SALDAR_SECRET: optional(z.string().min(32, "needs at least 32 characters: `openssl rand -base64 32` makes one")),
  HOST: withDefault(z.string(), DEMO_HOST),
  PORT: withDefault(z.coerce.number().int().min(0).max(65_535), 3000),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  DATABASE_APP_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  LOG_LEVEL: withDefault(z.enum(["debug", "info", "warn", "error"]), "info"),
  CHROMIUM_PATH: optional(z.string()),
  WHATSAPP_GRAPH_URL: withDefault(z.url({ protocol: /^https?$/ }), "https://graph.facebook.com"),
  WHATSAPP_GRAPH_VERSION: withDefault(z.string().regex(/^v\d+\.\d+$/, "looks like v26.0"), "v26.0"),
  WHATSAPP_PHONE_NUMBER_ID: optional(z.string().regex(/^\d+$/, "is Meta's id of the number: digits only")),
  WHATSAPP_ACCESS_TOKEN: optional(z.string()),
  WHATSAPP_APP_SECRET: optional(z.string()),
  WHATSAPP_VERIFY_TOKEN: optional(z.string()),
  /** How fast this number may send. Meta allows 80 a second at first and raises it by itself; blocked openings are spread anyway. */
  WHATSAPP_MESSAGES_PER_SECOND: withDefault(z.coerce.number().int().min(1).max(1000), 1000),
  /** What WhatsApp Web calls itself today, for linked phones: the one that the library brings grows old. */
  BAILEYS_VERSION: optional(z.string().regex(/^\d+\.\d+\.\d+$/, "looks like 2.3000.1043857760")),
  BAILEYS_SOCKET_URL: optional(z.url({ protocol: /^wss?$/ })),
  /** Phones linked through Baileys: so many sessions in each process that holds them. */
  SESSIONS_PER_PROCESS: withDefault(z.coerce.number().int().min(1).max(100), 25),
  STRIPE_API_BASE: optional(z.url({ protocol: /^https?$/ })),
  STRIPE_SECRET_KEY: optional(z.string()),
  STRIPE_WEBHOOK_SECRET: optional(z.string()),
  /** Lets `/metrics` be read from another machine. */
  METRICS_TOKEN: optional(z.string().min(16)),
  SALDAR_BUSINESS_NAME: optional(z.string().max(80)),
  /** Off without one. What debtors write goes there, masked, when it was not understood. */
  SALDAR_LANGUAGE_MODEL_URL: optional(z.url({ protocol: /^https?$/ })),
  SALDAR_LANGUAGE_MODEL: optional(z.string().max(200)),
  SALDAR_LANGUAGE_MODEL_KEY: optional(z.string()),
});

/** Set all together or not at all; so are Stripe's. */
export const WHATSAPP_NAMES = [
  "WHATSAPP_PHONE_NUMBER_ID",
  "WHATSAPP_ACCESS_TOKEN",
  "WHATSAPP_APP_SECRET",
  "WHATSAPP_VERIFY_TOKEN",
] as const;
export const STRIPE_NAMES = ["STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"] as const;
const LANGUAGE_MODEL_NAMES = ["SALDAR_LANGUAGE_MODEL_URL", "SALDAR_LANGUAGE_MODEL"] as const;

export type Config = Readonly<z.output<typeof Environment>> & {
  readonly whatsapp: WhatsAppSettings | undefined;
  readonly stripe: StripeSettings | undefined;
  readonly languageModel: LanguageModelSettings | undefined;
};

export type WhatsAppSettings = {
  readonly graphUrl: string;
  readonly version: string;
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
};

export type StripeSettings = {
  readonly apiBase: string | undefined;
  readonly secretKey: string;
  readonly webhookSecret: string;
};

export type LanguageModelSettings = {
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
};

/** @throws {AppError} `config.invalid` with every problem in it, one a line. Nothing has started by then. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Environment.safeParse(environment);
  const shape = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  const problems = [...shape, ...contradictions(environment)];
  if (!parsed.success || problems.length > 0) {
    throw new AppError(
      "config.invalid",
      `These settings need your attention:\n${problems.map((p) => `  - ${p}`).join("\n")}`,
    );
  }
  const settings = parsed.data;
  return Object.freeze({
    ...settings,
    whatsapp: whatsappOf(settings),
    stripe: stripeOf(settings),
    languageModel: languageModelOf(settings),
  });
}

/**
 * What a process of ours needs of the environment and may have: where programs and folders are, the zone, the language, and whom TLS
 * trusts. Nothing here is a secret, and nothing is a setting of ours.
 */
const PLAIN_NAMES = ["PATH", "HOME", "TZ", "LANG", "NODE_EXTRA_CA_CERTS", "TMPDIR"] as const;

/** The environment of a process that must not have our secrets: a library's, of which we cannot know what it does. */
export function plainEnvironment(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Record<string, string> {
  return Object.fromEntries(
    PLAIN_NAMES.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function contradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  const isDemo = (given["SALDAR_MODE"] || "demo") === "demo";
  for (const group of [WHATSAPP_NAMES, STRIPE_NAMES, LANGUAGE_MODEL_NAMES]) {
    const missing = group.filter((name) => !given[name]);
    if (missing.length === 0 || missing.length === group.length) continue;
    problems.push(
      `${missing.join(", ")}: missing, while ${group.filter((name) => given[name]).join(", ")} is set. Set all of them or none`,
    );
  }
  if (isDemo && WHATSAPP_NAMES.some((name) => given[name])) {
    problems.push(
      "SALDAR_MODE: a demo never meets a real number. Set SALDAR_MODE=production, or remove the WHATSAPP_… settings",
    );
  }
  if (isDemo && given["HOST"] && given["HOST"] !== DEMO_HOST) {
    problems.push(
      `HOST: a demo listens on ${DEMO_HOST} only, not on ${given["HOST"]}. Remove HOST, or set SALDAR_MODE=production to be reached from outside`,
    );
  }
  if (given["SALDAR_LANGUAGE_MODEL_KEY"] && !given["SALDAR_LANGUAGE_MODEL_URL"]) {
    problems.push("SALDAR_LANGUAGE_MODEL_KEY: a key for no address. Set SALDAR_LANGUAGE_MODEL_URL too, or remove it");
  }
  if (isInTheOpen(given["SALDAR_LANGUAGE_MODEL_URL"])) {
    problems.push(
      "SALDAR_LANGUAGE_MODEL_URL: what debtors write would cross the net in the open. Use https, or http to a machine of your own network",
    );
  }
  if (isOpenSocket(given["BAILEYS_SOCKET_URL"])) {
    problems.push(
      "BAILEYS_SOCKET_URL: only TLS tells a linked phone that it speaks with WhatsApp. Use wss, or ws to 127.0.0.1",
    );
  }
  if (!isDemo && !given["PUBLIC_URL"]) {
    problems.push("PUBLIC_URL: missing. Payment links in messages begin with it, such as https://cobros.example.com");
  }
  return problems;
}

function whatsappOf(settings: z.output<typeof Environment>): WhatsAppSettings | undefined {
  const { WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN } = settings;
  if (!WHATSAPP_PHONE_NUMBER_ID || !WHATSAPP_ACCESS_TOKEN || !WHATSAPP_APP_SECRET || !WHATSAPP_VERIFY_TOKEN)
    return undefined;
  return {
    graphUrl: settings.WHATSAPP_GRAPH_URL,
    version: settings.WHATSAPP_GRAPH_VERSION,
    phoneNumberId: WHATSAPP_PHONE_NUMBER_ID,
    accessToken: WHATSAPP_ACCESS_TOKEN,
    appSecret: WHATSAPP_APP_SECRET,
    verifyToken: WHATSAPP_VERIFY_TOKEN,
  };
}

function stripeOf(settings: z.output<typeof Environment>): StripeSettings | undefined {
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_API_BASE } = settings;
  if (!STRIPE_SECRET_KEY || !STRIPE_WEBHOOK_SECRET) return undefined;
  return { apiBase: STRIPE_API_BASE, secretKey: STRIPE_SECRET_KEY, webhookSecret: STRIPE_WEBHOOK_SECRET };
}

function languageModelOf(settings: z.output<typeof Environment>): LanguageModelSettings | undefined {
  const { SALDAR_LANGUAGE_MODEL_URL, SALDAR_LANGUAGE_MODEL, SALDAR_LANGUAGE_MODEL_KEY } = settings;
  if (!SALDAR_LANGUAGE_MODEL_URL || !SALDAR_LANGUAGE_MODEL) return undefined;
  return { url: SALDAR_LANGUAGE_MODEL_URL, model: SALDAR_LANGUAGE_MODEL, key: SALDAR_LANGUAGE_MODEL_KEY };
}

function isInTheOpen(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && !isOfOwnNetwork(hostname);
}

function isOpenSocket(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "ws:" && hostname !== DEMO_HOST;
}
