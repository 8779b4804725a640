import { recordAudit } from "../../../db/audit.ts";
import { insertChannel, readBusiness } from "../../../db/businesses.ts";
import { tellConsole } from "../../../db/intake.ts";
import { isPhoneTaken, setPhone } from "../../../db/linked-phones.ts";
import { present } from "../../domain/assert.ts";
import { toE164, whatsappNumber } from "../../domain/phone.ts";
import { newId } from "../../ids.ts";
import type { Deps } from "../deps.ts";
import { recordRisk } from "./accept-risk.ts";

export type AddLinkedPhone = {
  readonly businessId: string;
  readonly userId: string;
  readonly kind: "baileys" | "whatsapp_web";
  readonly name: string;
  /** The one that is expected, as people write it, with its country. */
  readonly phone: string;
};

/**
 * A phone that is to be linked, with its risk accepted by whoever adds it. Nothing is connected yet: that begins when somebody asks for
 * a QR or a code. A demo has no real number.
 */
export async function addLinkedPhone(
  { db, clock }: Pick<Deps, "db" | "clock">,
  { businessId, userId, kind, name, phone: written }: AddLinkedPhone,
): Promise<{ readonly id: string } | "taken" | "demo" | "no-phone"> {
  return db.inBusiness(businessId, async (tx) => {
    if (present(await readBusiness(tx), "the business").isDemo) return "demo";
    const phone = digitsOf(written);
    if (phone === undefined) return "no-phone";
    if (await isPhoneTaken(tx, businessId, phone)) return "taken";
    const id = newId();
    const at = clock.now();
    await insertChannel(tx, businessId, { id, kind, name, routingKey: `linked:${id}` });
    await setPhone(tx, businessId, id, phone);
    const added = { subject: "channel", subjectId: id, before: null, at };
    await recordAudit(tx, businessId, { ...added, actor: userId, action: "channel.add", after: { kind, name, phone } });
    await recordRisk(tx, { businessId, userId, channelId: id }, { kind, at });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: id }]);
    return { id };
  });
}

/** A number of any country, so it has to say which: the country for those that do not is never asked. */
function digitsOf(written: string): string | undefined {
  if (!/^\s*(\+|00)/.test(written)) return undefined;
  const phone = toE164(written, "US");
  return "problem" in phone ? undefined : whatsappNumber(phone);
}
