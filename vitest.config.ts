import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Tests that need no database, and must not wait for one. */
const PURE = [
  "test/{domain,flows,channels,payment-providers,console,tidy,bench}/**/*.test.ts",
  "test/{closing,config,ids,kept-secret*,secrets,within}.test.ts",
];
/** Walks through the real thing: after all else and one at a time, for what they measure is seconds. */
const WALKS = ["test/e2e/**/*.test.ts"];

export default defineConfig({
  test: {
    // By default a machine of two cores gets one worker, and the suite twice its time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: PURE } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["test/**/*.test.ts"],
          exclude: [...PURE, ...WALKS],
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: { name: "e2e", include: WALKS, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
