import type { MissedGroup, NotUnderstood } from "../../src/web/contract.ts";
import { NOW } from "./fake-people.ts";

function group(words: string, count: number, changes: Partial<MissedGroup> = {}): MissedGroup {
  return {
    words,
    count,
    latest: NOW,
    languages: ["es"],
    states: ["promise"],
    readAs: ["unclear"],
    corrections: [],
    examples: [
      { conversationId: "conversation-1", body: `¿${words}?`, at: NOW },
      { conversationId: "conversation-2", body: words.toUpperCase(), at: "2026-11-21T15:30:00.000Z" },
    ],
    ...changes,
  };
}

export const MISSED: Readonly<Record<"first" | "second", NotUnderstood>> = {
  first: {
    items: [
      group("ahi vemos pues", 42),
      group("cuando me caiga la quincena", 17, {
        readAs: ["request_time"],
        states: ["offer", "promise"],
        corrections: [{ intent: "request_time", count: 17 }],
      }),
    ],
    next: "second",
  },
  second: { items: [group("x".repeat(120), 1)], next: null },
};
