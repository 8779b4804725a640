import { useEffect, useState } from "react";
import type { Viewer } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { useSession } from "../api/session.ts";
import { businessNow } from "../format/business-clock.ts";
import { useLive, type Viewing } from "../live/live-provider.tsx";

const TELL_EVERY_MS = 10_000;
/** As long as the server believes a colleague who fell silent. */
const FORGOTTEN_AFTER_MS = 25_000;

type Seen = Viewing & { readonly heardMs: number };

/** Tells colleagues that this conversation is open here, and shows who else has it open. */
export function useViewers(id: string, loaded: readonly Viewer[], isWriting: boolean): readonly Viewer[] {
  const { onViewing } = useLive();
  const { user } = useSession();
  const [heard, setHeard] = useState<readonly Seen[]>([]);

  useEffect(() => {
    // Losing one of these costs nothing: the next one says the same.
    const tell = () => void post(`/api/conversations/${id}/viewing`, { isWriting }).catch(() => undefined);
    tell();
    const timer = setInterval(tell, TELL_EVERY_MS);
    return () => clearInterval(timer);
  }, [id, isWriting]);

  useEffect(() => {
    const stop = onViewing((conversationId, viewing) => {
      if (conversationId !== id) return;
      setHeard((all) => [
        ...all.filter((one) => one.user.id !== viewing.user.id),
        { ...viewing, heardMs: businessNow() },
      ]);
    });
    const timer = setInterval(() => setHeard((all) => all.filter(isFresh)), TELL_EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [id, onViewing]);

  const fresh = heard.filter(isFresh).map((seen): Viewer => ({ ...seen.user, isWriting: seen.isWriting }));
  const others = loaded.filter((viewer) => !fresh.some((one) => one.id === viewer.id));
  return [...others, ...fresh].filter((viewer) => viewer.id !== user.id);
}

function isFresh({ heardMs }: Seen): boolean {
  return businessNow() - heardMs < FORGOTTEN_AFTER_MS;
}
