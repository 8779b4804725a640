import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { SERVER_FLAGS } from "../../src/server-flags.ts";

test("what is measured runs as what is started", async () => {
  const { scripts } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  expect(scripts.start).toBe(`node ${SERVER_FLAGS.join(" ")} src/main.ts`);
});
