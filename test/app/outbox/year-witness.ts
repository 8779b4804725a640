import type { DateTime } from "luxon";
import { refusal } from "../../domain/contact-law/second-reading.ts";
import type { Person } from "./year-people.ts";

/** What one phone knows: when its owner wrote, and when something came. */
type Phone = {
  wroteAt: DateTime | undefined;
  stoppedAt: DateTime | undefined;
  bursts: DateTime[];
  contacts: DateTime[];
};

const BURST = { minutes: 10 };

/** Sees what reaches each phone and says what should not have: from the moments alone, and the law as `second-reading.ts` has it. */
export function makeWitness() {
  const phones = new Map<string, Phone>();
  const refused: string[] = [];
  const proactive: Record<string, number> = {};
  let replies = 0;

  const phoneOf = ({ digits }: Person): Phone => {
    const phone = phones.get(digits) ?? { wroteAt: undefined, stoppedAt: undefined, bursts: [], contacts: [] };
    phones.set(digits, phone);
    return phone;
  };

  return {
    refused,
    proactive,
    get replies() {
      return replies;
    },
    hasStopped: (person: Person) => phoneOf(person).stoppedAt !== undefined,
    wrote(person: Person, at: DateTime): void {
      const phone = phoneOf(person);
      phone.wroteAt = at;
      phone.bursts = [];
    },
    stopped(person: Person, at: DateTime): void {
      this.wrote(person, at);
      phoneOf(person).stoppedAt ??= at;
    },
    heard(person: Person, at: DateTime): void {
      const phone = phoneOf(person);
      const last = phone.bursts.at(-1);
      if (!last || at > last.plus(BURST)) phone.bursts.push(at);
      // Of a stop its confirmation alone is an answer.
      const answers = phone.stoppedAt ? 1 : 2;
      if (phone.wroteAt && at < phone.wroteAt.plus({ hours: 24 }) && phone.bursts.length <= answers) {
        replies += 1;
        return;
      }
      proactive[person.law.place] = (proactive[person.law.place] ?? 0) + 1;
      const because = deliverableAt(phone, at)
        .map((moment) => wrong(person, phone, moment))
        .find((said) => said !== undefined);
      if (because !== undefined) refused.push(`${person.law.place} ${at.toISO()}: ${because}`);
      phone.contacts.push(at);
    },
  };
}

/** A phone may get a template until an hour after WhatsApp took it, as it is registered; what is no template, at once. */
function deliverableAt({ wroteAt }: Phone, at: DateTime): readonly DateTime[] {
  const isTemplate = !wroteAt || at >= wroteAt.plus({ hours: 24 });
  return isTemplate ? [0, 15, 30, 45, 60].map((minutes) => at.plus({ minutes })) : [at];
}

function wrong(
  { law, zones, asked, inconvenient, protectedUntil }: Person,
  { stoppedAt, contacts }: Phone,
  at: DateTime,
): string | undefined {
  if (stoppedAt) return "after they said stop";
  const past = contacts.map((contact) => ({ at: contact, channel: "whatsapp" as const }));
  for (const zone of zones) {
    const local = at.setZone(zone);
    const minute = local.toFormat("HH:mm");
    if (inconvenient && minute >= inconvenient.start && minute < inconvenient.end) return `at a bad time in ${zone}`;
    if (protectedUntil && local.toFormat("yyyy-MM-dd") <= protectedUntil) return "under a legal protection";
    const because = refusal(law, zone, at, past, asked);
    if (because !== undefined) return `${because} in ${zone}`;
  }
  return undefined;
}
