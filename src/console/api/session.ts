import { useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import type { Permission, Session } from "../../web/contract.ts";
import { anchorBusinessClock } from "../format/business-clock.ts";
import { get } from "./client.ts";
import { keys } from "./keys.ts";
import { drawPageFor } from "./page-business.ts";

/** Asked again every five minutes: it brings the clock, which a computer that slept has lost. */
const AGAIN_AFTER_MS = 5 * 60_000;

export function useSessionQuery() {
  return useQuery({
    queryKey: keys.session,
    queryFn: async () => {
      const session = await get<Session>("/api/session");
      drawPageFor(session.business.id);
      anchorBusinessClock(session.business.now);
      return session;
    },
    refetchInterval: AGAIN_AFTER_MS,
    refetchOnWindowFocus: true,
  });
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a page is drawn without a session");
  return session;
}

/** What the role allows. The server checks each again: this only decides what is shown. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
