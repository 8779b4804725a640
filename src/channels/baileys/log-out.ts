import type { WASocket } from "@whiskeysockets/baileys";
import type { After } from "./after.ts";

const LIMIT_MS = 10_000;

/** Takes the companion off the phone where that can be done in time. What cannot be is reported, and the socket ends in any case. */
export async function logOut(
  socket: Pick<WASocket, "logout" | "end">,
  { after, report }: { readonly after: After; readonly report: (error: unknown, doing: string) => void },
): Promise<void> {
  let cancel = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    cancel = after(LIMIT_MS, () => reject(new Error("the farewell took too long")));
  });
  try {
    await Promise.race([socket.logout(), late]);
  } catch (error) {
    report(error, "taking a companion off a phone");
  } finally {
    cancel();
    socket.end(undefined).catch((error: unknown) => report(error, "closing a socket"));
  }
}
