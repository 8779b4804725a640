/** Changes whenever a rule or one of its numbers does: kept with each decision. */
export const RULE_VERSION = "2026-11-23";

const BANS = "WhiskeySockets/Baileys#1983: 15 to 20 cold reminders a day cost a number 24 h, then 48 h, then itself";
const META_LIMITS = "developers.facebook.com/docs/whatsapp/messaging-limits";
const META_QUALITY = "developers.facebook.com/docs/whatsapp/messaging-limits#quality-rating";
const META_ERRORS = "developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes";
const OURS = "our choice";

type Rule = {
  /** What it does, with its numbers: docs/number-health.md shows it. */
  readonly text: string;
  readonly source: string;
};

/** Each rule of a number's health by its name, in the order in which decisions name them: the gravest first. */
export const RULES = {
  restriction: {
    text: "WhatsApp restricted the number (368, 131031, 131048, 463, its account by Meta's webhook, or its link is restricted or banned): stopped until a person lets it go on.",
    source: `${META_ERRORS}; ${BANS}`,
  },
  "awaiting-person": {
    text: "A restriction stopped it and nobody has let it go on: stopped, also where the restriction itself is over.",
    source: OURS,
  },
  blocked: {
    text: "Meta refuses the whole number for another reason (its token, its payment, its registration): stopped until that is repaired.",
    source: META_ERRORS,
  },
  quality: {
    text: "Meta's quality is YELLOW: half of the people. RED: nobody new, only who is in WhatsApp's 24 hours.",
    source: META_QUALITY,
  },
  "stop-share": {
    text: "Of at least 20 people in 7 days, 3 % told us to stop or blocked the number: half of the people. 8 %: a tenth.",
    source: OURS,
  },
  "failure-share": {
    text: "Of at least 50 messages in 7 days, 10 % were undeliverable, or failed otherwise: half of the people. 30 %: a tenth.",
    source: `${META_ERRORS} (131026); the shares are our choice`,
  },
  "network-cap": {
    text: "Of at least 50 messages in 24 hours Meta held 5 % back for the health of its network: half of the people.",
    source: `${META_ERRORS} (131049, 130472); the share is our choice`,
  },
  "reply-ratio": {
    text: "Of at least 20 people begun with on a linked phone fewer than 30 % wrote back within the week, of 100 on the Cloud API fewer than 5 %: half of the people.",
    source: `${BANS}; the shares are our choice`,
  },
  "errors-in-a-row": {
    text: "The last 5 messages all failed: half of the people, and slower. The last 20: a tenth.",
    source: OURS,
  },
  recovery: {
    text: "After a slowed day at most twice as many people as the day before, or 10 more, until the other rules' budget is reached.",
    source: OURS,
  },
  "warm-up": {
    text: "A linked phone writes first to 20 people a day in its first week, then 40, 80, 160, and 250 from its fifth week on. A Cloud API number to 250, 1,000, 5,000 and 5,000 a day in its first weeks, then to as many as Meta allows. Again from the start after a restriction.",
    source: `${BANS}; ${META_LIMITS}; the steps are our choice`,
  },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** People a day by the week of use, and from the last on. Null: as many as Meta allows. */
export const WARM_UP = {
  linked: [20, 40, 80, 160, 250],
  cloud: [250, 1_000, 5_000, 5_000, null],
} as const;

/**
 * Milliseconds between two messages of the number. Of a linked phone that is the least: chance makes it up to 8/3 of it
 * (`gap.ts`), so 3 to 8 seconds. A Cloud API number goes by its own throughput until it is slowed.
 */
export const EVERY_MS = {
  linked: { normal: 3_000, slowed: 6_000, strongly: 12_000 },
  cloud: { normal: 0, slowed: 250, strongly: 1_000 },
} as const;

/** What a share of a budget is taken of where neither Meta nor age sets a smaller one: Meta's last tier. */
export const LARGEST_BASE = 100_000;

export const SHARES = {
  stops: { sample: 20, half: 0.03, tenth: 0.08 },
  failures: { sample: 50, half: 0.1, tenth: 0.3 },
  capped: { sample: 50, half: 0.05 },
  replies: { linked: { sample: 20, least: 0.3 }, cloud: { sample: 100, least: 0.05 } },
  errors: { half: 5, tenth: 20 },
} as const;

/** Of a slowed day's people, the day after: twice as many, or so many more. */
export const RECOVERY = { times: 2, more: 10, hours: 24 } as const;
