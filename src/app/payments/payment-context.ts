import type { DateTime } from "luxon";
import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import type { MoveContext, MoveDeps } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";

/** Besides the business's time, the real one: providers, leases and back-off live in it. */
export type PaymentContext = MoveContext<MoveDeps> & { readonly realNow: DateTime };

export type ContextDeps = Pick<Deps, "clock"> & MoveDeps;

/** The transaction's business at its own time, and at the real one. */
export async function paymentContext(deps: ContextDeps, tx: Tx): Promise<PaymentContext> {
  const realNow = deps.clock.now();
  const business = present(await readBusiness(tx), "the business");
  return { deps, tx, business, realNow, now: businessTime(realNow, Number(business.clockOffsetMs)) };
}
