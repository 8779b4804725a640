import { connect } from "../../db/client.ts";

/**
 * A process that freezes with a number's row locked: `between` its next statement's text, which it has sent, and the values; or
 * `receiving` a result of 200 MB.
 */
const [appUrl = "", how = "", businessId = "", channelId = ""] = process.argv.slice(2);
const db = connect(appUrl, { max: 1, name: "saldar-test-standing" });
await db.inBusiness(businessId, async (tx) => {
  await tx`select from channel where business_id = ${businessId} and id = ${channelId} for update`;
  if (how === "between")
    tx`update channel set name = ${"Standing"} where business_id = ${businessId} and id = ${channelId}`.execute();
  else tx`select repeat('a', 1000000) from generate_series(1, 200)`.execute();
  // After the client's own, which writes the text out.
  await Promise.resolve();
  setImmediate(() => process.kill(process.pid, "SIGSTOP"));
  await new Promise(() => undefined);
});
