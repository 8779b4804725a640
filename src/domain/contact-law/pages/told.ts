import type { Clause } from "../clause.ts";
import { STOP_STATES } from "../profile.ts";
import { type Country, contentRules } from "./country.ts";

/** A rule as people are told it: what it comes to, in a few words, and the clause it rests on. */
export type Told = { readonly says: string | null; readonly clause: Clause | null };

/** One limit on how often; `channels` names those it is about when it is not about all. */
export type ToldLimit = { readonly says: string; readonly channels: string; readonly clause: Clause };

export function limitsOf({ profile, words }: Pick<Country, "profile" | "words">): ToldLimit[] {
  return profile.caps.map((cap) => ({
    says: words.caps.cap(cap),
    channels: cap.channels ? ` (${cap.channels.map((one) => words.channel[one]).join(", ")})` : "",
    clause: cap.clause,
  }));
}

/** Whom we may write to, in one line. */
export function rolesOf({ profile, words }: Country): string {
  const roles = profile.recipients.allowed.map((role) => words.who.role[role] ?? role);
  return `${words.who.roles}: ${roles.join(", ")}.`;
}

export function whoOf({ profile }: Country): Told[] {
  const { recipients, permission, channel, barred, zone } = profile;
  const rules = [recipients, permission, channel, barred, zone];
  return rules.flatMap((rule) => (rule ? [{ says: null, clause: rule.clause }] : []));
}

export function answersOf({ profile, words: { answers } }: Country): Told[] {
  const { requestedHours: asked, confirmation, reply, inconvenient } = profile;
  const how = [answers.requested, asked?.separateInstrument && answers.separate, asked?.afterContract && answers.after];
  return [
    { says: answers.reply, clause: reply.clause },
    { says: confirmation.exempt ? answers.exempt : answers.notExempt, clause: confirmation.clause },
    asked
      ? { says: how.filter(Boolean).join(", "), clause: asked.clause }
      : { says: answers.noRequested, clause: null },
    { says: answers.inconvenient, clause: inconvenient.clause },
  ];
}

export type ToldStop = { readonly state: string; readonly left: string; readonly clause: Clause };

export function stopsOf({ profile, words }: Country): ToldStop[] {
  return STOP_STATES.map((state) => {
    const { answers, clause } = profile.stops[state];
    return { state: words.stops.states[state], left: words.stops.answers[answers], clause };
  });
}

/** Each clause once for each thing that is done about it. */
export function forbiddenOf({ profile, words }: Country): { readonly says: string; readonly clause: Clause }[] {
  const rules = contentRules(profile.country).map(({ severity, clause }) => ({
    says: words.content[severity],
    clause,
  }));
  return [...new Map(rules.map((rule) => [`${rule.clause.id} ${rule.says}`, rule])).values()];
}
