/** An address: `573000000001:2@s.whatsapp.net` is the second device of a phone number, `…@lid` hides the number. */
export type Jid = { readonly user: string; readonly device: number; readonly server: string };

export function parseJid(text: string): Jid {
  const [left = "", server = ""] = text.split("@");
  const [user = "", device] = left.split(":");
  return { user, device: Number(device ?? 0), server };
}

/** The address of one device of a user; the phone is device 0, and is written without a number. */
export function deviceJid(jid: string, device: number): string {
  const { user, server } = parseJid(jid);
  return device === 0 ? `${user}@${server}` : `${user}:${device}@${server}`;
}
