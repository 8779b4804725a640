import { dropReports, dueReports } from "../../../db/simulator.ts";
import type { Deps } from "../deps.ts";
import type { Receive } from "../messages/receive.ts";
import { readReport } from "./reports.ts";

export type ReleaseDeps = Pick<Deps, "db" | "clock" | "secrets"> & { readonly receive: Receive };

/**
 * Hands on what simulated phones have to report by now, as webhooks would. First kept, then dropped here: killed in
 * between, it is handed on twice, as Meta does, and the second is recognised.
 */
export async function releaseReports(
  { db, clock, receive }: Pick<ReleaseDeps, "db" | "clock" | "receive">,
  businessId: string,
): Promise<number> {
  const now = clock.now();
  const due = await db.inBusiness(businessId, (tx) => dueReports(tx, businessId, now));
  if (due.length === 0) return 0;
  for (const [channelId, ofChannel] of Map.groupBy(due, (row) => row.channelId)) {
    const reports = ofChannel.map(({ report }) => readReport(report));
    await receive({
      businessId,
      channelId,
      body: JSON.stringify(reports),
      messages: reports.filter((report) => report.type === "message"),
      statuses: reports.filter((report) => report.type === "status"),
      receivedAt: now,
    });
  }
  await db.inBusiness(businessId, (tx) =>
    dropReports(
      tx,
      businessId,
      due.map(({ sequence }) => sequence),
    ),
  );
  return due.length;
}
