import type { Report } from "./inbox.ts";
import { withinMs } from "./time-out.ts";

/** The page loads itself anew at its end, which breaks off its own answer; that it did so may be heard a little after. */
const HEARD_AFTER_MS = 1_000;

/**
 * Takes the companion off the phone where that can be done in time, and reports what cannot. True only when WhatsApp Web has said
 * that it is off: it answered, or it left its page as it does when it is logged out.
 */
export async function logOut(
  client: Leaving,
  { limitMs, report }: { readonly limitMs: number; readonly report: Report },
): Promise<boolean> {
  const left = Promise.withResolvers<true>();
  const onDisconnected = (because: unknown): void => {
    if (because === "LOGOUT") left.resolve(true);
  };
  const answer = async (): Promise<true> => {
    try {
      await client.logout();
    } catch (error) {
      if ((await withinMs(left.promise, HEARD_AFTER_MS)) === undefined) throw error;
    }
    return true;
  };
  client.on("disconnected", onDisconnected);
  try {
    if ((await withinMs(answer(), limitMs)) === true) return true;
    throw new Error("the farewell took too long");
  } catch (error) {
    report(error, "taking a companion off a phone");
    return false;
  } finally {
    client.off("disconnected", onDisconnected);
  }
}

type Hearing = (event: "disconnected", listener: (because: unknown) => void) => unknown;
/** Of the library's client, what is needed to leave. */
type Leaving = { on: Hearing; off: Hearing; logout(): Promise<void> };
