import { connect } from "../../../db/client.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { systemClock } from "../../../src/clock.ts";
import { makeSecrets } from "../../../src/secrets.ts";

/** Commits a business's lists until nothing is left, as a worker does: a process that a test can kill. */
const [appUrl = "", businessId = "", secret = ""] = process.argv.slice(2);
const db = connect(appUrl, { max: 2, name: "killed" });
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
await commitLists({ db, clock: systemClock, log, secrets: makeSecrets(secret), channels: new Map() }, businessId);
await db.close();
