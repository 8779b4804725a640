import { defineConfig } from "vitest/config";

/** Tests of pure code, which no database may slow down. */
const PURE = ["test/domain/**/*.test.ts", "test/flows/**/*.test.ts"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: "pure", include: PURE } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["test/**/*.test.ts"],
          exclude: PURE,
          globalSetup: ["test/support/global-setup.ts"],
        },
      },
    ],
  },
});
