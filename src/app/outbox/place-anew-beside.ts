import type { Deps } from "../deps.ts";
import { type OfNumber, placeAnew } from "./place-anew.ts";

/**
 * The same for whoever must not wait for it, as where Meta waits for its answer. Nobody is told when it ends: where it fails, or the process is
 * stopped meanwhile, the rest waits for its old moment, at which dispatch decides on it by the new limit.
 */
export function placeAnewBeside(
  deps: Pick<Deps, "db" | "clock" | "log" | "channels">,
  { businessId, channelIds }: Pick<OfNumber, "businessId"> & { readonly channelIds: Iterable<string> },
): void {
  for (const channelId of channelIds)
    placeAnew(deps, { businessId, channelId }).catch((error: unknown) =>
      deps.log.error({ error, channelId }, "what waits under a number's former limit keeps its moments"),
    );
}
