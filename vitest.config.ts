import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { temporaryFiles } from "./test/support/temporary-files.ts";

/** Tests that need no database, and must not wait for one. */
const PURE = [
  "test/{domain,flows,channels,language-model,payment-providers,tidy,bench}/**/*.test.ts",
  "test/{closing,config,ids,kept-secret,secrets,within}.test.ts",
];
/** The console's pages, in a browser. */
const PAGES = ["test/console/**/*.test.ts"];
/** Tests that put another module in place of a real one: nobody else may find it there. */
const MOCKING = ["test/kept-secret-without-links.test.ts"];
/** Walks through the real thing: after all else, for what they measure is seconds. */
const WALKS = ["test/e2e/**/*.test.ts"];
/** What a newcomer waits for is measured with nobody beside. */
const FIRST_WALK = ["test/e2e/newcomer.test.ts"];
/** Of all but the walks: what those measure is measured on a disk. */
const env = { TMPDIR: temporaryFiles() };

export default defineConfig({
  test: {
    // By default a machine of two cores gets one worker. Two leave a third of it idle, waiting for browsers, kills and leases.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each worker reads the modules once, and not again for each file: of the pure tests that halves the time.
    isolate: false,
    projects: [
      { extends: true, test: { name: "pure", include: PURE, env } },
      { extends: true, test: { name: "pages", include: PAGES, env, globalSetup: ["test/console/global-setup.ts"] } },
      { extends: true, test: { name: "mocking", include: MOCKING, isolate: true, env } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["test/**/*.test.ts"],
          exclude: [...PURE, ...PAGES, ...MOCKING, ...WALKS],
          env,
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
      { extends: true, test: { name: "newcomer", include: FIRST_WALK, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: { name: "e2e", include: WALKS, exclude: FIRST_WALK, maxWorkers: 2, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
