/** Who may import whom (README, "The map"). Run by `npm run check:imports`. */
const only = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const vendor = (name, pattern, home) =>
  only(
    `${name}-has-one-home`,
    `${name} is known in ${home} and nowhere else`,
    { pathNot: home },
    { path: `node_modules/${pattern}`, dependencyTypesNot: ["type-only"] },
  );

module.exports = {
  forbidden: [
    only(
      "no-cycles",
      "a cycle is two modules that are one",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    only(
      "domain-imports-nothing-of-ours",
      "the domain is pure: values in, values out",
      { path: "^src/domain/" },
      { path: "^(src/(?!domain/)|flows/|db/|webhooks/|test/)" },
    ),
    only(
      "domain-is-pure",
      "no input, output, clock or chance in the domain",
      { path: "^(src/domain|flows)/" },
      { path: "^(fs|net|http|https|child_process|worker_threads|timers|dns|os|process|crypto)(/|$)" },
    ),
    only(
      "flows-import-the-domain",
      "what we say and when knows nothing of how",
      { path: "^flows/" },
      { path: "^(src/(?!domain/)|db/|webhooks/|test/)" },
    ),
    only(
      "db-imports-the-domain",
      "queries know no use case",
      { path: "^db/" },
      { path: "^(src/(?!domain/|clock\\.ts|ids\\.ts|log\\.ts)|flows/|webhooks/|test/)" },
    ),
    only(
      "app-is-below-the-edges",
      "a use case knows no edge that calls it",
      { path: "^src/app/" },
      { path: "^(src/(web|jobs|console|bench|cli)/|src/(main|cli|installation)\\.ts|webhooks/|test/)" },
    ),
    only(
      "channels-know-no-use-case",
      "a channel is reached through its port",
      { path: "^src/channels/" },
      { path: "^(src/(app|web|jobs|console|payment-providers)/|flows/|db/|webhooks/)" },
    ),
    only(
      "providers-know-no-use-case",
      "a payment provider is reached through its port",
      { path: "^src/payment-providers/" },
      { path: "^(src/(app|web|jobs|console|channels)/|flows/|db/|webhooks/)" },
    ),
    only(
      "app-knows-ports-only",
      "a use case knows the port and its pure parts, never a driver",
      { path: "^src/app/" },
      {
        path: "^src/(channels/cloud-api|payment-providers/(stripe|test-checkout|manual-transfer))",
        dependencyTypesNot: ["type-only"],
      },
    ),
    only(
      "console-knows-the-contract",
      "the browser knows the API's types and how money is written",
      { path: "^src/console/" },
      { path: "^(src/(?!console/|web/contract|domain/money\\.ts)|flows/|db/|webhooks/|test/)" },
    ),
    only("nobody-imports-main", "main wires, and is imported by none", {}, { path: "^src/main\\.ts$" }),
    only("nothing-imports-tests", "tests are at the end of every arrow", { pathNot: "^test/" }, { path: "^test/" }),
    vendor("xstate", "xstate/", "^(flows|test)/"),
    vendor("drizzle-orm", "drizzle-orm/", "^(db|test)/"),
    vendor("postgres", "postgres/", "^(db|test|src/bench)/"),
    vendor("graphile-worker", "graphile-worker/", "^(src/jobs/queue\\.ts|test/)"),
    vendor("express", "express/", "^(src/web|webhooks|test)/"),
    vendor("stripe", "stripe/", "^(src/payment-providers|test)/"),
    vendor("better-auth", "better-auth/", "^(src/web|test)/"),
    vendor("react", "react(-dom)?/", "^src/console/"),
    vendor("commander", "commander/", "^src/cli(\\.ts|/)"),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // TypeScript 7 has no compiler API yet; swc reads the sources instead. It cannot read `await using`, which tests use.
    parser: "swc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
