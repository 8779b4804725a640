import { readBusiness } from "../../../db/businesses.ts";
import { countContacts } from "../../../db/gate.ts";
import { recordOutcomes } from "../../../db/outbox.ts";
import { requeueUnsettled, unsettledSends } from "../../../db/unsettled.ts";
import type { Channel, Settlement } from "../../channels/channel.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { isLinked } from "../../domain/channel-kind.ts";
import { within } from "../../within.ts";
import type { Deps } from "../deps.ts";

/** A phone that is connected looks into its own memory. What it has not said by then it is asked again. */
const ANSWERS_WITHIN_MS = 5_000;

/**
 * Asks the phones of this process what became of sends whose answer was lost. What had arrived is recorded and never sent again;
 * what never arrived is sent again at once. Of the rest only a status can tell, or time (`resendUnsettled`). Other channels cannot
 * be asked, and nothing is read for them.
 */
export async function settleUnknown(
  { db, clock, channels, sendable, log }: Pick<Deps, "db" | "clock" | "channels" | "sendable" | "log">,
  businessId: string,
): Promise<void> {
  const phones = sendable(businessId).filter((id) => {
    const channel = channels.get(id);
    return channel !== undefined && isLinked(channel.kind);
  });
  if (phones.length === 0) return;
  const sends = await db.inBusiness(businessId, (tx) => unsettledSends(tx, businessId, phones));
  if (sends.length === 0) return;

  const settled = await Promise.all(
    sends.map(async (send) => {
      const channel = present(channels.get(send.channelId), "the phone");
      const settlement = await askWithin(channel, send.id, (error) =>
        log.warn({ error, businessId, outboxId: send.id }, "a phone could not be asked for a send"),
      );
      return { send, settlement };
    }),
  );
  const accepted = settled.flatMap(({ send, settlement }) =>
    settlement.state === "accepted" ? [{ ...send, providerId: settlement.providerId }] : [],
  );
  const lost = settled.flatMap(({ send, settlement }) => (settlement.state === "never-arrived" ? [send.id] : []));
  if (accepted.length + lost.length === 0) return;

  await db.inBusiness(businessId, async (tx) => {
    const none = { attempt: null, retryAt: null, leaseUntil: null, failure: null };
    await recordOutcomes(
      tx,
      businessId,
      accepted.map(({ id, providerId }) => ({ ...none, id, providerId, state: "accepted" })),
    );
    await requeueUnsettled(tx, businessId, lost);
    const business = present(await readBusiness(tx), "the business");
    const at = businessTime(clock.now(), Number(business.clockOffsetMs));
    // One whose process was killed has not counted before the law yet; one that has is not counted twice.
    const contacts = accepted.flatMap(({ id, trigger, debtorId }) =>
      trigger === "proactive" && debtorId !== null ? [{ debtorId, outboxId: id, at }] : [],
    );
    if (contacts.length > 0) await countContacts(tx, businessId, contacts);
  });
}

async function askWithin(channel: Channel, outboxId: string, failed: (error: unknown) => void): Promise<Settlement> {
  const told: { settlement: Settlement } = { settlement: { state: "cannot-tell" } };
  const asking = channel.settle(outboxId).then((settlement) => {
    told.settlement = settlement;
  });
  await within(asking.catch(failed), ANSWERS_WITHIN_MS);
  return told.settlement;
}
