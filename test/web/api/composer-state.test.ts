import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { type ComposerFacts, composerState } from "../../../src/web/api/composer-state.ts";
import type { Owner } from "../../../src/web/contract.ts";

const now = DateTime.fromISO("2026-11-18T15:00:00Z", { zone: "utc" });
const me: Owner = { kind: "agent", agent: { id: "me", name: "Ana" }, isMe: true };
const other: Owner = { kind: "agent", agent: { id: "b", name: "Beto" }, isMe: false };
const facts: ComposerFacts = { closesAt: now.plus({ hours: 2 }), now, freeText: false, holds: [], suppressed: false };
const state = (owner: Owner, more: Partial<ComposerFacts> = {}, closedAt: string | null = null) =>
  composerState({ closedAt, owner }, { ...facts, ...more });

test("whoever does not have the conversation is told who does", () => {
  expect(state({ kind: "bot" })).toBe("bot_owns");
  expect(state({ kind: "nobody" })).toBe("nobody_owns");
  expect(state(other)).toBe("other_owns");
});

test("its agent may write until the very moment in which the window closes", () => {
  expect(state(me)).toBe("mine_open");
  expect(state(me, { closesAt: now.plus(1) })).toBe("mine_open");
  expect(state(me, { closesAt: now })).toBe("mine_closed");
  expect(state(me, { closesAt: undefined })).toBe("mine_closed");
  expect(state(me, { closesAt: undefined, freeText: true })).toBe("mine_open");
});

test("nothing is offered towards somebody who said stop, or is somebody else", () => {
  expect(state(me, { holds: [{ kind: "opt_out" }] })).toBe("opted_out");
  expect(state(me, { suppressed: true })).toBe("opted_out");
  expect(state(me, { holds: [{ kind: "dispute" }] })).toBe("mine_open");
});

test("what has ended has ended, whoever had it", () => {
  for (const owner of [me, other, { kind: "bot" } as const])
    expect(state(owner, {}, "2026-11-18T14:00:00.000Z")).toBe("closed");
});
