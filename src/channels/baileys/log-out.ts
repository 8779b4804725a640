import type { WASocket } from "@whiskeysockets/baileys";
import type { After } from "./after.ts";

const LIMIT_MS = 10_000;

/**
 * Takes the companion off the phone where that can be done in time. What cannot be is reported, and the socket ends in any case.
 * True only when WhatsApp has answered that it is off: Baileys' own `logout` resolves as soon as the bytes have left, which says
 * nothing on a line that has gone quiet.
 */
export async function logOut(
  socket: Pick<WASocket, "query" | "end">,
  { jid, after, report }: Farewell,
): Promise<boolean> {
  let cancel = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = after(LIMIT_MS, () => reject(new Error("the farewell took too long")));
  });
  try {
    await Promise.race([sayFarewell(socket, jid), late]);
    return true;
  } catch (error) {
    report(error, "taking a companion off a phone");
    return false;
  } finally {
    cancel();
    socket.end(undefined).catch((error: unknown) => report(error, "closing a socket"));
  }
}

export type Farewell = {
  /** Who the companion is. */
  readonly jid: string | undefined;
  readonly after: After;
  readonly report: (error: unknown, doing: string) => void;
};

/** The same question as Baileys' `logout`, with its answer. */
async function sayFarewell({ query }: Pick<WASocket, "query">, jid: string | undefined): Promise<void> {
  if (jid === undefined) throw new Error("the companion does not know who it is");
  const remove = { tag: "remove-companion-device", attrs: { jid, reason: "user_initiated" } };
  const iq = { tag: "iq", attrs: { to: "s.whatsapp.net", type: "set", xmlns: "md" }, content: [remove] };
  // A question that is not answered in time resolves too, with nothing.
  const answer: unknown = await query(iq, LIMIT_MS);
  if (answer === undefined) throw new Error("the farewell was not answered");
}
