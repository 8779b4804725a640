import { chatsReadUpTo, keepChatsReadUpTo } from "../../db/channel-links.ts";
import { holdsLease } from "../../db/session-lease.ts";
import { LeaseLost } from "../channels/session-store.ts";
import type { WhatsAppWebSettings } from "../channels/whatsapp-web/whatsapp-web.ts";
import { present } from "../domain/assert.ts";
import { chance } from "../ids.ts";
import type { DriverContext } from "./driver.ts";
import { reportTo } from "./report-to.ts";

/**
 * What a phone in a Chromium is opened with. Its keys are in the folder of this machine, not in the database; of what it read only
 * the mark is kept there, while the lease is ours.
 */
export async function whatsappWebSettings({
  session: { businessId, channelId, phone },
  owner,
  db,
  clock,
  log,
  settings,
}: DriverContext): Promise<WhatsAppWebSettings> {
  const readUpTo = await db.inBusinessByKey(businessId, (tx) => chatsReadUpTo(tx, businessId, channelId));
  return {
    id: channelId,
    clock,
    chance,
    folder: present(settings["whatsappWebFolder"], "the folder of WhatsApp Web's profiles"),
    chromiumPath: settings["chromiumPath"],
    expectedPhone: phone,
    readUpTo,
    keepReadUpTo: (moment) =>
      db.inBusinessByKey(businessId, async (tx) => {
        if (!(await holdsLease(tx, businessId, { channelId, owner }))) throw new LeaseLost();
        await keepChatsReadUpTo(tx, businessId, { channelId, moment });
      }),
    report: reportTo(log, channelId),
  };
}
