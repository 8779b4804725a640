import { DateTime } from "luxon";
import { z } from "zod";
import { CASE_RECIPIENTS, type Case } from "../../domain/contact-law/case.ts";
import { CHANNELS, type WeeklyTime } from "../../domain/contact-law/facts.ts";
import { HISTORY_KINDS, INITIATORS, isOfInitiator } from "../../domain/contact-law/past-events.ts";
import { countriesWithLaw } from "../../domain/contact-law/profiles.ts";
import { parseIsoDate } from "../../domain/time.ts";

const Moment = z.string().transform((text, context) => momentOf(text) ?? wrong(context, MOMENT));
const MOMENT = "must be a moment with its offset, such as 2026-11-23T10:00:00-05:00";
const Day = z
  .string()
  .transform((text, context) => parseIsoDate(text) ?? wrong(context, "must be a day such as 2026-11-23"));
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "must be a time of day such as 08:30, of 24 hours");
const Hours = z.strictObject({ days: z.array(z.int().min(1).max(7)), start: Time, end: Time });
const Channel = z.enum(CHANNELS);

/** What may be left out may also be null. */
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined);

const TRIGGERS = {
  proactive: "proactive",
  reply_to_inbound: "reply",
  operation_confirmation: "confirmation",
} as const;

/** Strict like every object of a line: a key that is dropped is a fact unheard, and `opted_out` would be written to. */
const DebtorState = z.strictObject({
  channelAuthorised: optional(z.boolean()),
  authorisedChannels: optional(z.array(Channel)),
  optedOut: optional(z.boolean()),
  optedOutAt: optional(Moment),
  requestedHours: optional(Hours.extend({ separateInstrument: z.boolean(), afterContract: z.boolean() })),
  inconvenientTimes: optional(z.array(Hours)),
  possibleTimezones: optional(z.array(z.string())),
  attorney: optional(
    z.strictObject({
      name: optional(z.string()),
      contactKnown: z.boolean(),
      unresponsive: z.boolean(),
      consentsToDirect: z.boolean(),
    }),
  ),
  moratorium: optional(z.strictObject({ type: z.string(), lastProtectedDay: Day })),
  repliesSinceLastInbound: optional(z.int().min(0)),
});

const HistoryEvent = z.strictObject({
  at: Moment,
  channel: Channel,
  initiatedBy: z.enum(INITIATORS),
  kind: z.enum(HISTORY_KINDS),
});

const Line = z.strictObject({
  id: z.union([z.string(), z.number()]),
  jurisdiction: z.string(),
  subdivision: optional(z.string()),
  timezone: optional(z.string()),
  localDateTime: Moment,
  channel: Channel,
  trigger: z.enum(["proactive", "reply_to_inbound", "operation_confirmation"]),
  recipient: z.enum(CASE_RECIPIENTS),
  history: optional(z.array(HistoryEvent)),
  debtorState: optional(DebtorState),
});

/** What the line says against itself. Either half taken alone could open what the other closes, so neither is. */
function contradictionsIn({ jurisdiction, subdivision, history = [], debtorState }: z.infer<typeof Line>): string[] {
  return [
    wrongPart(jurisdiction, subdivision),
    debtorState?.optedOut === false && debtorState.optedOutAt !== undefined
      ? "debtorState.optedOutAt: says when they opted out, and optedOut says that they did not"
      : undefined,
    ...history.map(({ initiatedBy, kind }, index) =>
      isOfInitiator(initiatedBy, kind) || (initiatedBy === "debtor" && kind === "two_way")
        ? undefined
        : `history.${index}: "${kind}" is not what becomes of a message of the ${initiatedBy}; theirs is inbound or two_way, ours is any but inbound`,
    ),
  ].filter((problem) => problem !== undefined);
}

/** A part without rules of its own is under the country's, and only whoever asks knows whether it is that or misspelt. */
function wrongPart(country: string, subdivision = ""): string | undefined {
  if (subdivision === "") return undefined;
  const law = countriesWithLaw().find((known) => known.country === country);
  const known = law?.subdivisions ?? [];
  const part = subdivision.toUpperCase();
  if (!law || known.some((name) => part === name || part === `${country}-${name}`)) return undefined;
  // One law holds in all its parts, whichever is meant: it only has to be a part of this country.
  if (known.length === 0)
    return new RegExp(`^(?:${country}-)?[A-Z0-9]{1,3}$`).test(part)
      ? undefined
      : `subdivision: "${subdivision}" is no part of ${country} by ISO 3166-2`;
  return `subdivision: "${subdivision}" is none of those of ${country} with rules of their own (${known.join(", ")}): leave it out for any other part`;
}

export type ReadCase = {
  readonly id: string | number;
  readonly subdivision: string | undefined;
  readonly asked: Case;
};

/** One line of `saldar may-contact`, or what is wrong with it, every problem at once. */
export function readCase(text: string): ReadCase | { readonly id: string | number | null; readonly error: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { id: null, error: `this line is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = Line.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "the line"}: ${message}`);
    return { id: idOf(json), error: problems.join("; ") };
  }
  const contradictions = contradictionsIn(parsed.data);
  if (contradictions.length > 0) return { id: idOf(json), error: contradictions.join("; ") };
  const { id, subdivision, ...line } = parsed.data;
  return { id, subdivision, asked: caseOf(line) };
}

function caseOf(line: Omit<z.infer<typeof Line>, "id" | "subdivision">): Case {
  const state: Partial<z.infer<typeof DebtorState>> = line.debtorState ?? {};
  const { attorney } = state;
  return {
    country: line.jurisdiction,
    zones: zonesOf(line.timezone, state.possibleTimezones),
    now: line.localDateTime,
    channel: line.channel,
    trigger: TRIGGERS[line.trigger],
    recipient: line.recipient,
    history: line.history ?? [],
    channelAuthorised: state.channelAuthorised,
    authorisedChannels: state.authorisedChannels,
    optedOut: state.optedOut ?? false,
    optedOutAt: state.optedOutAt,
    requestedHours: state.requestedHours,
    inconvenient: (state.inconvenientTimes ?? []) satisfies readonly WeeklyTime[],
    attorney: attorney && {
      contactKnown: attorney.contactKnown,
      unresponsive: attorney.unresponsive,
      consentsToDirect: attorney.consentsToDirect,
    },
    moratorium: state.moratorium,
    repliesSinceLastInbound: state.repliesSinceLastInbound,
  };
}

/** Every place the person may be in has a say, and the one that is named is one of them. */
function zonesOf(timezone: string | undefined, possible: readonly string[] | undefined): string[] {
  return [...new Set([...(timezone === undefined ? [] : [timezone]), ...(possible ?? [])])];
}

function momentOf(text: string): DateTime | undefined {
  if (!/T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(text)) return undefined;
  try {
    return DateTime.fromISO(text, { setZone: true });
  } catch {
    // 30 February, 25:00: our luxon throws for what is no moment, and the caller says what one looks like.
    return undefined;
  }
}

function idOf(json: unknown): string | number | null {
  const read = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(json);
  return read.success ? read.data.id : null;
}

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
