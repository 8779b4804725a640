import { describe, expect, it } from "vitest";
import { HOLD_KINDS, MESSAGE_KINDS, STOPPED_BY } from "../../../src/domain/outreach/holds.ts";

describe("a hold stops the kinds of message it names", () => {
  it("a promise stops dunning, not its own reminder nor a receipt", () => {
    expect(STOPPED_BY.promise).toEqual(["opening", "reminder", "nudge"]);
  });

  it("a plan owns its due dates: its instalments are reminded and nothing else is pressed", () => {
    expect(STOPPED_BY.plan).not.toContain("instalment_reminder");
    expect(STOPPED_BY.plan).toContain("reminder");
  });

  it("a dispute stops all but what answers the debtor's words or payment", () => {
    const left = MESSAGE_KINDS.filter((kind) => !STOPPED_BY.dispute.includes(kind));
    expect(left).toEqual(["answer", "agent", "receipt", "agreement"]);
  });

  it.each(["opt_out", "wrong_person", "deceased"] as const)("%s leaves only words said back", (kind) => {
    expect(MESSAGE_KINDS.filter((message) => !STOPPED_BY[kind].includes(message))).toEqual(["answer", "agent"]);
  });

  it("a payment to verify, hardship and owing nothing stop every demand, also the gentle ones", () => {
    for (const kind of ["payment_to_verify", "hardship", "nothing_owed"] as const) {
      expect(STOPPED_BY[kind]).toEqual(["opening", "reminder", "nudge", "promise_reminder", "instalment_reminder"]);
    }
  });

  it("every hold stops dunning, and none stops an answer or an agent's words", () => {
    for (const kind of HOLD_KINDS) {
      expect(STOPPED_BY[kind]).toEqual(expect.arrayContaining(["opening", "reminder", "nudge"]));
      expect(STOPPED_BY[kind]).not.toContain("answer");
      expect(STOPPED_BY[kind]).not.toContain("agent");
    }
  });
});
