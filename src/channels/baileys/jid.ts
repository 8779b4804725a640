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

/**
 * The spellings under which one phone may be known to WhatsApp, the given one first: Mexico's old mobile 1, Argentina's 9, and
 * Brazil's ninth digit are in some people's ids and not in others'.
 */
export function spellings(phone: string): readonly string[] {
  const others = VARIANTS.flatMap(({ long, short }) => {
    if (long.test(phone)) return [phone.replace(long, "$1$2")];
    return short.test(phone)
      ? [phone.replace(short, (_, head: string, tail: string) => head + added(head) + tail)]
      : [];
  });
  return [phone, ...others];
}

const VARIANTS = [
  { long: /^(52)1(\d{10})$/, short: /^(52)(\d{10})$/ },
  { long: /^(54)9(\d{10})$/, short: /^(54)([1-8]\d{9})$/ },
  { long: /^(55\d{2})9(\d{8})$/, short: /^(55\d{2})([6-9]\d{7})$/ },
] as const;

function added(head: string): string {
  return head === "52" ? "1" : "9";
}

/** Whether two spellings are one phone. */
export function isSamePhone(one: string, other: string): boolean {
  return spellings(one).includes(other);
}
