import { describe, expect, it } from "vitest";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import type { Contact } from "../../../src/domain/contact-law/facts.ts";
import { hours, type Profile } from "../../../src/domain/contact-law/profile.ts";
import { at, BOGOTA, colombiaLaw, contact, factsWith } from "./facts-for-test.ts";

const { holidays: _, ...law } = colombiaLaw();
const always = [hours("00:00", "24:00")];
const TWO_DAYS_BETWEEN: Profile = {
  ...law,
  holidays: undefined,
  hours: { ...law.hours, week: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always } },
  caps: [{ kind: "min_days_between", days: 2, channels: ["whatsapp", "sms"], clause: law.hours.clause }],
};

/** Told in Bogotá. */
function verdict(moment: string, contacts: readonly Contact[], zones = [BOGOTA]): string {
  const decision = decide(TWO_DAYS_BETWEEN, factsWith({ contacts, zones }), at(moment));
  if (decision.allowed) return decision.reason;
  return `${decision.reason} until ${decision.until?.setZone(BOGOTA).toFormat("yyyy-MM-dd HH:mm") ?? "never"}`;
}

describe("two whole days between contacts", () => {
  it.each([
    ["the day after", "2026-11-24 10:00", "MIN_GAP until 2026-11-26 00:00"],
    ["48 hours later, when only one whole day lies between", "2026-11-25 23:59", "MIN_GAP until 2026-11-26 00:00"],
    ["when two whole days lie between", "2026-11-26 00:00", "OK"],
  ])("%s", (_, moment, expected) => {
    expect(verdict(moment, [contact("2026-11-23 09:00")])).toBe(expected);
    expect(verdict(moment, [contact("2026-11-23 23:59")])).toBe(expected);
  });

  it("count from the last contact, and only those on the channels that it names", () => {
    const contacts = [contact("2026-11-20 09:00"), contact("2026-11-23 09:00", { channel: "sms" })];
    expect(verdict("2026-11-24 10:00", contacts)).toBe("MIN_GAP until 2026-11-26 00:00");
    expect(verdict("2026-11-24 10:00", [contact("2026-11-23 09:00", { channel: "email" })])).toBe("OK");
  });

  it("lie between in every place the person may be in", () => {
    const lateInBogota = [contact("2026-11-23 20:00")];
    expect(verdict("2026-11-25 23:00", lateInBogota, [BOGOTA, "America/Los_Angeles"])).toBe(
      "MIN_GAP until 2026-11-26 03:00",
    );
    expect(verdict("2026-11-25 23:00", lateInBogota, [BOGOTA, "Europe/Madrid"])).toBe("MIN_GAP until 2026-11-26 18:00");
  });
});
