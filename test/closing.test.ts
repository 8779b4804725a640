import { expect, test } from "vitest";
import { makeClosing } from "../src/closing.ts";

test("what was opened is closed once each, the last first, each waiting for the one before", async () => {
  const closing = makeClosing();
  const closed: string[] = [];
  for (const name of ["database", "workers", "web"])
    closing.add(async () => {
      await Promise.resolve();
      closed.push(name);
    });
  await closing.close();
  await closing.close();
  expect(closed).toEqual(["web", "workers", "database"]);
});

test("one that does not close keeps none of the others open, and is told of", async () => {
  const closing = makeClosing();
  const closed: string[] = [];
  closing.add(() => closed.push("database"));
  closing.add(() => Promise.reject(new Error("the workers hang")));
  closing.add(() => closed.push("web"));
  await expect(closing.close()).rejects.toThrow("the workers hang");
  expect(closed).toEqual(["web", "database"]);

  const twice = makeClosing();
  for (const name of ["first", "second"]) twice.add(() => Promise.reject(new Error(name)));
  await expect(twice.close()).rejects.toMatchObject({ errors: [{ message: "second" }, { message: "first" }] });
});
