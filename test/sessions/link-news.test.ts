import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { makeLinkNews } from "../../src/sessions/link-news.ts";
import { silentLog } from "../support/world.ts";

test("each phone's news wait for its own earlier ones, also where these fail", async () => {
  const news = makeLinkNews(silentLog);
  const first = Promise.withResolvers<void>();
  const taken: string[] = [];
  const take = (what: string) => async () => void taken.push(what);
  const failing = news.add("a", () => first.promise);
  const after = news.add("a", take("a's second"));
  await news.add("b", take("b's first"));
  await nextTurn();
  expect(taken).toEqual(["b's first"]);
  first.reject(new Error("no row"));
  await expect(failing).rejects.toThrow("no row");
  await after;
  await news.whenTaken();
  expect(taken).toEqual(["b's first", "a's second"]);
});

test("one that hangs holds up the next for a while, and not for ever", async () => {
  const news = makeLinkNews(silentLog, 20);
  void news.add("a", () => new Promise(() => undefined));
  let isTaken = false;
  await news.add("a", async () => {
    isTaken = true;
  });
  expect(isTaken).toBe(true);
});
