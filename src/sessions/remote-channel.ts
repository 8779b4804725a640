import type { Capabilities, Channel, Settlement } from "../channels/channel.ts";
import type { LinkedKind } from "../domain/channel-kind.ts";
import type { Line } from "./host.ts";
import { gone, sentNowhere } from "./pending.ts";
import type { Answer, Call } from "./protocol.ts";

/**
 * A linked phone as the application knows it. Its session is in a host of this process, or of another, or in none: only with a
 * line to it, and while the phone is connected, can anything be sent from here.
 */
export type RemoteChannel = Channel & {
  /** The session is in this host from now on; undefined: in none of ours. */
  attach(line: Line | undefined): void;
  /** The phone is connected, or is not. */
  setOpen(isOpen: boolean): void;
  canSend(): boolean;
};

export function remoteChannel({ id, kind, can }: { id: string; kind: LinkedKind; can: Capabilities }): RemoteChannel {
  let line: Line | undefined;
  let isOpen = false;
  const call = async (what: Call): Promise<Answer> => {
    if (line === undefined) throw gone();
    return line.call(id, what);
  };
  return {
    id,
    kind,
    can,
    attach(given) {
      line = given;
      isOpen = false;
    },
    setOpen(given) {
      isOpen = given;
    },
    canSend: () => line !== undefined && isOpen,
    send: (message) => line?.send({ channelId: id, answersWithinMs: can.answersWithinMs }, message) ?? sentNowhere(),
    async settle(outboxId) {
      if (line === undefined) return CANNOT_TELL;
      const answer = await line.call(id, { what: "settle", outboxId }).catch(() => undefined);
      return isSettlement(answer) ? answer : CANNOT_TELL;
    },
    async upload(file) {
      const token = await call({ what: "upload", file });
      if (typeof token !== "string") throw gone();
      return token;
    },
    async download(media) {
      const bytes = await call({ what: "download", media });
      if (!(bytes instanceof Uint8Array)) throw gone();
      return bytes;
    },
    async markRead(read) {
      // A courtesy: its failure is nobody's loss.
      await call({ what: "markRead", read }).catch(() => undefined);
    },
    // The session is its supervisor's to close.
    close: () => Promise.resolve(),
  };
}

const CANNOT_TELL: Settlement = { state: "cannot-tell" };

function isSettlement(answer: Answer): answer is Settlement {
  return typeof answer === "object" && "state" in answer;
}
