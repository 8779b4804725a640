import { describe, expect, test } from "vitest";
import { decide } from "../../../src/domain/contact-law/decide.ts";
import type { Facts, Permission } from "../../../src/domain/contact-law/facts.ts";
import { countriesWithLaw, profileOf } from "../../../src/domain/contact-law/profiles.ts";
import { MESSAGE_KINDS, STOPPED_BY } from "../../../src/domain/outreach/holds.ts";
import { at, factsWith } from "./facts-for-test.ts";

const STOPPED = at("2026-11-18 10:00");
/** A Wednesday at eleven, years later: lawful hours everywhere. */
const NOW = at("2031-11-19 11:00");
const HOLD = { kind: "opt_out", stops: STOPPED_BY.opt_out } as const;
/** As a chat records it, and as a number on the suppression list says it. */
const RECORDED: readonly Partial<Facts>[] = [{ holds: [HOLD] }, { optedOutAt: STOPPED }];

const given = (source: Permission["source"], moment = NOW.minus({ days: 1 })): Permission => ({
  channels: ["whatsapp"],
  source,
  givenAt: moment,
});

const judge = (country: string, changes: Partial<Facts>) =>
  decide(profileOf(country), factsWith({ country, permission: given("upload"), ...changes }), NOW);

const theirQuestion = { trigger: "reply", messageKind: "answer", lastInboundAt: NOW.minus({ minutes: 1 }) } as const;

describe.each(countriesWithLaw().map(({ country }) => country))("%s, after an opt-out", (country) => {
  test("one answer to each message of theirs is lawful: the echo of a permission, or that a person comes", () => {
    for (const recorded of RECORDED) {
      const answer = judge(country, { ...recorded, ...theirQuestion });
      expect([answer.allowed, answer.reason]).toEqual([true, "REPLY_ONCE_AFTER_OPT_OUT"]);
      const second = judge(country, { ...recorded, ...theirQuestion, repliesSinceDebtorWrote: 1 });
      expect([second.allowed, second.reason]).toEqual([false, "OPTED_OUT"]);
      const late = judge(country, { ...recorded, ...theirQuestion, lastInboundAt: NOW.minus({ hours: 24 }) });
      expect([late.allowed, late.reason]).toEqual([false, "OPTED_OUT"]);
    }
  });

  test("nothing that we begin is, whoever says that they agreed, and however long ago they said stop", () => {
    for (const recorded of RECORDED)
      for (const messageKind of MESSAGE_KINDS)
        for (const permission of [given("upload"), given("agent"), given("debtor_words", STOPPED)]) {
          const { allowed, reason, ...rest } = judge(country, { ...recorded, messageKind, permission });
          expect([allowed, reason, "until" in rest && rest.until], messageKind).toEqual([false, "OPTED_OUT", null]);
        }
  });

  test("what only confirms, or goes on unasked, is none of the answers", () => {
    for (const messageKind of ["nudge", "notice", "receipt", "agreement", "reminder"] as const)
      for (const trigger of ["reply", "confirmation"] as const)
        expect(judge(country, { holds: [HOLD], ...theirQuestion, messageKind, trigger }).allowed, messageKind).toBe(
          false,
        );
  });

  test("their own later words lift what a number says, and a hold is lifted where they are recorded", () => {
    expect(judge(country, { optedOutAt: STOPPED, permission: given("debtor_words") }).reason).not.toBe("OPTED_OUT");
    expect(judge(country, { holds: [HOLD], permission: given("debtor_words") }).reason).toBe("OPTED_OUT");
  });
});
