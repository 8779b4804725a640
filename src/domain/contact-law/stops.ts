import type { HoldKind } from "../outreach/holds.ts";
import type { Zone } from "../time.ts";
import { civilDayOf, momentOf } from "./civil-time.ts";
import { allow, type DenyReason, refuse, type Verdict } from "./decision.ts";
import type { Facts, Trigger } from "./facts.ts";
import { type Answers, type Profile, STOP_STATES, type StopState } from "./profile.ts";

const REASONS: Readonly<Record<StopState, DenyReason>> = {
  optedOut: "OPTED_OUT",
  attorney: "ATTORNEY_REPRESENTED",
  moratorium: "MORATORIUM",
  deceased: "DECEASED",
  wrongPerson: "WRONG_PERSON",
};

/** Stop states that a hold can record as well as a fact can. */
const STATE_OF_HOLD: Partial<Readonly<Record<HoldKind, StopState>>> = {
  opt_out: "optedOut",
  deceased: "deceased",
  wrong_person: "wrongPerson",
};

/** The whole earth has reached a day's end when it ends here; for people whose zone is not known. */
const LAST_ZONE: Zone = "Etc/GMT+12";

/** Recipient, stop states and holds: what stands before any calendar, in this order. */
export function checkStops(profile: Profile, facts: Facts, judgedAs: Trigger, nowMs: number): Verdict | undefined {
  const { recipients, stops } = profile;
  const strangerAnswered = facts.recipient === "stranger" && judgedAs === "reply";
  if (!strangerAnswered && !recipients.allowed.includes(facts.recipient)) {
    return refuse("THIRD_PARTY", recipients.clause, null);
  }

  let answerAfterOptOut = false;
  for (const state of STOP_STATES) {
    if (!isIn(state, facts, nowMs)) continue;
    const { clause, answers } = stops[state];
    if (!isAnswer(facts, judgedAs, answers)) {
      return refuse(REASONS[state], clause, state === "moratorium" ? moratoriumEnd(facts) : null);
    }
    if (state === "optedOut") answerAfterOptOut = true;
  }

  const hold = facts.holds.find(({ stops: stopped, until }) => {
    return stopped.includes(facts.messageKind) && (!until || nowMs < until.toMillis());
  });
  if (hold) return refuse(`HOLD_${hold.kind}`, profile.holds.clause, hold.until?.toMillis() ?? null);
  if (facts.forbiddenContent) return refuse("CONTENT_FORBIDDEN", profile.content.clause, null);
  return answerAfterOptOut ? allow("REPLY_ONCE_AFTER_OPT_OUT", stops.optedOut.clause) : undefined;
}

function isIn(state: StopState, facts: Facts, nowMs: number): boolean {
  if (heldAs(state, facts, nowMs)) return true;
  switch (state) {
    case "optedOut":
      return facts.optedOutAt !== undefined && !isLifted(facts);
    case "attorney":
      return facts.attorney !== undefined && attorneyBars(facts.attorney);
    case "moratorium":
      return facts.moratorium !== undefined && nowMs < (moratoriumEnd(facts) ?? 0);
    case "deceased":
      return facts.deceased === true;
    case "wrongPerson":
      return facts.wrongPerson === true;
  }
}

function heldAs(state: StopState, { holds }: Facts, nowMs: number): boolean {
  return holds.some(({ kind, until }) => STATE_OF_HOLD[kind] === state && (!until || nowMs < until.toMillis()));
}

/** Only the person's own later words lift an opt-out. A hold that records it stands until it is itself lifted. */
function isLifted({ optedOutAt, permission }: Facts): boolean {
  if (!optedOutAt || permission?.source !== "debtor_words") return false;
  return permission.givenAt.toMillis() > optedOutAt.toMillis();
}

/** A lawyer who can be written to, and answers, and has not agreed that the person is written to. */
export function attorneyBars({
  contactKnown,
  unresponsive,
  consentsToDirect,
}: NonNullable<Facts["attorney"]>): boolean {
  return contactKnown && !unresponsive && !consentsToDirect;
}

/** Words said back, by the bot or a person: a nudge or a notice is none, although it may pass as a reply elsewhere. */
function isAnswer(facts: Facts, judgedAs: Trigger, answers: Answers): boolean {
  if (judgedAs !== "reply" || answers === "none") return false;
  if (facts.messageKind !== "answer" && facts.messageKind !== "agent") return false;
  return answers === "any" || facts.repliesSinceDebtorWrote === 0;
}

/** The midnight that ends the last protected day, where that comes last among the places the person may be in. */
function moratoriumEnd({ moratorium, zones }: Facts): number | null {
  if (!moratorium) return null;
  const day = civilDayOf(moratorium.lastProtectedDay);
  const places = zones.length > 0 ? zones : [LAST_ZONE];
  return Math.max(...places.map((zone) => momentOf(day + 1, 0, zone)));
}
