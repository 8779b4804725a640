import type { ChannelIdentity } from "../channel.ts";

/** A person's address on WhatsApp's wire: `<phone>@s.whatsapp.net` or `<hidden id>@lid`, with the device left out. */
export function jidOf({
  phone,
  lid,
}: {
  readonly phone?: string | undefined;
  readonly lid?: string | undefined;
}): string {
  return lid === undefined ? `${phone ?? ""}@s.whatsapp.net` : `${lid}@lid`;
}

/** Who is meant, or undefined for whatever is no single person: groups, broadcasts, newsletters, WhatsApp itself. */
export function identityOf(jid: string | undefined): ChannelIdentity | undefined {
  const [, user, server] = /^(\d+)(?:_\d+)?(?::\d+)?@(.+)$/.exec(jid ?? "") ?? [];
  if (user === undefined) return undefined;
  if (server === "s.whatsapp.net" || server === "c.us" || server === "hosted") return { phone: user };
  return server === "lid" || server === "hosted.lid" ? { lid: user } : undefined;
}

/** Both names of one person, from two addresses of which either may be missing. */
export function bothNames(one: string | undefined, other: string | undefined): ChannelIdentity | undefined {
  const [first, second] = [identityOf(one), identityOf(other)];
  if (first === undefined) return undefined;
  const phone = first.phone ?? second?.phone;
  const lid = first.lid ?? second?.lid;
  return { ...(phone !== undefined && { phone }), ...(lid !== undefined && { lid }) };
}
