import { expect, test } from "vitest";
import { oneAtATime } from "../../src/jobs/one-at-a-time.ts";

/** Work that ends when it is told to, and notes when it began. */
function held() {
  const began: string[] = [];
  const ends: PromiseWithResolvers<string>[] = [];
  const look = oneAtATime((key) => {
    began.push(key);
    const end = Promise.withResolvers<string>();
    ends.push(end);
    return end.promise;
  });
  return { began, ends, look };
}

test("whoever asks while it runs shares one run that begins afterwards", async () => {
  const { began, ends, look } = held();
  const first = look("a");
  const second = look("a");
  const third = look("a");
  expect(began).toEqual(["a"]);
  ends[0]?.resolve("first");
  expect(await first).toBe("first");
  await Promise.resolve();
  expect(began).toEqual(["a", "a"]);
  ends[1]?.resolve("second");
  expect(await Promise.all([second, third])).toEqual(["second", "second"]);
  expect(began).toHaveLength(2);
});

test("who asks during the second run is not served by it, but by a third", async () => {
  const { began, ends, look } = held();
  const first = look("a");
  const second = look("a");
  ends[0]?.resolve("first");
  await first;
  await Promise.resolve();
  const third = look("a");
  ends[1]?.resolve("second");
  expect(await second).toBe("second");
  await Promise.resolve();
  expect(began).toHaveLength(3);
  ends[2]?.resolve("third");
  expect(await third).toBe("third");
});

test("keys do not wait for each other", () => {
  const { began, look } = held();
  void look("a");
  void look("b");
  expect(began).toEqual(["a", "b"]);
});

test("a failure is told to those who waited for that run, and the next run begins all the same", async () => {
  const { ends, look } = held();
  const first = look("a");
  const second = look("a");
  ends[0]?.reject(new Error("broken"));
  await expect(first).rejects.toThrow("broken");
  await Promise.resolve();
  ends[1]?.resolve("whole");
  expect(await second).toBe("whole");
  const third = look("a");
  ends[2]?.resolve("again");
  expect(await third).toBe("again");
});
