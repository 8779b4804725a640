import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AskForLink, NumberLink } from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { businessNow } from "../format/business-clock.ts";

/** Where an event is missed, as after a process died, the page hears of it all the same. */
const AGAIN_AFTER_MS = 10_000;

/** The link, and by this page's own clock when the QR or the code is over; undefined where there is none. */
export type LinkNow = NumberLink & { readonly endsMs: number | undefined };

/** A link as it stands, and what can be asked of it. What links a phone is forgotten as soon as nobody looks. */
export function useLink(id: string) {
  const queries = useQueryClient();
  const link = useQuery({
    queryKey: keys.numberLink(id),
    queryFn: async (): Promise<LinkNow> => {
      const answer = await get<NumberLink>(`/api/channels/${id}/link`);
      return { ...answer, endsMs: endsMs(answer) };
    },
    staleTime: 0,
    gcTime: 0,
    refetchInterval: AGAIN_AFTER_MS,
  });
  const again = () => queries.invalidateQueries({ queryKey: keys.numbers });
  const ask = useMutation({
    mutationFn: (body: AskForLink) => post(`/api/channels/${id}/link`, body),
    onSettled: again,
  });
  const acceptRisk = useMutation({ mutationFn: () => post(`/api/channels/${id}/accept-risk`), onSuccess: again });
  return { link, ask, acceptRisk };
}

/** By how long it is good for, told by the server's clock: this computer's may be wrong. */
function endsMs({ link, now }: NumberLink): number | undefined {
  if (!("expiresAt" in link)) return undefined;
  return businessNow() + Date.parse(link.expiresAt) - Date.parse(now);
}
