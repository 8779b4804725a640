import { connect } from "../../db/client.ts";

/** A process that freezes with a number's row locked, its next statement's text sent and the values not yet. */
const [appUrl = "", businessId = "", channelId = ""] = process.argv.slice(2);
const db = connect(appUrl, { max: 1, name: "saldar-test-standing" });
await db.inBusiness(businessId, async (tx) => {
  await tx`select from channel where business_id = ${businessId} and id = ${channelId} for update`;
  tx`update channel set name = ${"Standing"} where business_id = ${businessId} and id = ${channelId}`.execute();
  // After the client's own, which writes the text out.
  await Promise.resolve();
  setImmediate(() => process.kill(process.pid, "SIGSTOP"));
  await new Promise(() => undefined);
});
