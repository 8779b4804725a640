import { expect, test } from "vitest";
import { watchMemory } from "../../src/bench/memory.ts";

test("a process has the memory that it says it has, and a database that is not there has none", () => {
  const { peakRssMb, databaseRssMb } = watchMemory({ pid: () => process.pid, dataDir: "/nowhere" }).stop();
  const saysMb = process.memoryUsage().rss / 1024 ** 2;
  expect(peakRssMb).toBeGreaterThan(saysMb * 0.7);
  expect(databaseRssMb).toBe(0);
});
