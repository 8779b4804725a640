import type { ChannelIdentity } from "../channel.ts";

/** The address under which WhatsApp Web knows a person; a LID first, since a number may have moved to one. */
export function widOf({ lid, phone }: ChannelIdentity): string | undefined {
  if (lid !== undefined) return `${lid}@lid`;
  return phone === undefined ? undefined : `${phone}@c.us`;
}

/** Who is behind an address; `undefined` for groups, broadcasts, status and channels. The device after a colon is left out. */
export function identityOf(wid: string): ChannelIdentity | undefined {
  const [, user, server] = /^(\d+)(?::\d+)?@(c\.us|s\.whatsapp\.net|lid)$/.exec(wid) ?? [];
  if (user === undefined) return undefined;
  return server === "lid" ? { lid: user } : { phone: user };
}
