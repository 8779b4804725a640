import { DateTime } from "luxon";
import { z } from "zod";
import type { LinkRow } from "../../../../db/linked-phones.ts";
import { LINK_ENDS } from "../../../channels/channel.ts";
import { whatsappKey } from "../../../domain/phone.ts";
import type { LinkedPhone, LinkStand, LinkView, NumberLink } from "../../contract/number-link.ts";
import { moment, momentOrNull } from "./moments.ts";

/** `LinkState` as it is kept: moments as text, and without what is sealed beside it. */
const Kept = z.discriminatedUnion("state", [
  z.object({ state: z.literal("unlinked"), told: z.boolean().optional() }),
  z.object({ state: z.literal("qr"), expiresAt: z.iso.datetime({ offset: true }), left: z.int().min(0) }),
  z.object({ state: z.literal("code"), expiresAt: z.iso.datetime({ offset: true }) }),
  z.object({ state: z.literal("linking") }),
  z.object({ state: z.literal("connecting") }),
  z.object({ state: z.literal("open"), self: z.object({ phone: z.string().optional() }) }),
  z.object({ state: z.literal("down"), because: z.string(), retryAt: z.iso.datetime({ offset: true }) }),
  z.object({
    state: z.literal("restricted"),
    because: z.string(),
    until: z.iso.datetime({ offset: true }).nullish(),
  }),
  z.object({ state: z.literal("ended"), because: z.enum(LINK_ENDS), detail: z.string() }),
]);
type KeptState = z.infer<typeof Kept>;

const Asked = z.object({ what: z.enum(["link-by-qr", "link-by-code", "unlink"]) });

/** Where a link stands, without what lets anybody link. A state that needs a process is none while no process has the phone. */
export function linkStand(row: LinkRow, realNow: DateTime): LinkStand {
  return withoutSecret(standing(row, realNow));
}

/** The same with the QR or the code, for whoever may link. */
export function linkView(row: LinkRow, realNow: DateTime, unseal: (sealed: Uint8Array) => string): LinkView {
  const kept = standing(row, realNow);
  if (kept.state === "qr" && row.secret) {
    return { state: "qr", qr: unseal(row.secret), expiresAt: utc(kept.expiresAt), left: kept.left };
  }
  if (kept.state === "code" && row.secret) {
    return { state: "code", code: unseal(row.secret), expiresAt: utc(kept.expiresAt) };
  }
  return withoutSecret(kept);
}

export function askedView({ asked }: LinkRow): NumberLink["asked"] {
  return asked === null ? null : Asked.parse(asked).what;
}

export function linkedPhone(
  { linkedAt, linkedBy, selfPhone, expectedPhone }: LinkRow,
  nameOf: NameOf,
): LinkedPhone | null {
  if (linkedAt === null) return null;
  const isExpected =
    selfPhone === null || expectedPhone === null ? null : whatsappKey(selfPhone) === whatsappKey(expectedPhone);
  return { phone: selfPhone, by: nameOf(linkedBy), at: momentOrNull(linkedAt), isExpected };
}

export type NameOf = (actor: string | null) => string | null;

/** These go on by themselves, or say that it is connected: both are true only while a process has the phone. */
const NEEDS_PROCESS: ReadonlySet<KeptState["state"]> = new Set(["qr", "code", "linking", "connecting", "open", "down"]);

type Standing = KeptState | { readonly state: "unattended" };

function standing({ state, heldUntil }: LinkRow, realNow: DateTime): Standing {
  if (state === null) return { state: "unlinked" };
  const kept = Kept.parse(state);
  const isHeld = heldUntil !== null && heldUntil > realNow;
  return !isHeld && NEEDS_PROCESS.has(kept.state) ? { state: "unattended" } : kept;
}

function withoutSecret(kept: Standing): LinkStand {
  switch (kept.state) {
    case "unlinked":
      return { state: "unlinked", ...(kept.told === false && { isLeft: true }) };
    case "open":
      return { state: "open", phone: kept.self.phone ?? null };
    case "down":
      return { ...kept, retryAt: utc(kept.retryAt) };
    case "restricted":
      return { ...kept, until: kept.until ? utc(kept.until) : null };
    case "ended":
      return kept;
    default:
      return { state: kept.state };
  }
}

function utc(text: string): string {
  return moment(DateTime.fromISO(text, { zone: "utc" }));
}
