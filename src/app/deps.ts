import type { Database } from "../../db/client.ts";
import type { Channel } from "../channels/channel.ts";
import type { Clock } from "../clock.ts";
import type { LanguageModel } from "../language-model/language-model.ts";
import type { Log } from "../log.ts";
import type { PaymentProvider } from "../payment-providers/payment-provider.ts";
import type { Secrets } from "../secrets.ts";

/** What a use case is given: everything that is not pure, named once. */
export type Deps = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  /** Payment links in messages begin with it; no slash at the end. */
  readonly publicUrl: string;
  /** Every number in use, by its id: what it can is known in each process. It grows and shrinks while the process runs. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** The numbers of a business through which this very process can send at this moment: it takes no other's sends. */
  readonly sendable: (businessId: string) => readonly string[];
  readonly providers: ReadonlyMap<string, PaymentProvider>;
  readonly observe: Observe;
  /** Off unless an operator names one: everything works without it. */
  readonly languageModel?: LanguageModel | undefined;
};

/** Figures about what was done, for an operator; no personal data. */
export type Observe = {
  turnsTaken(count: number): void;
  sent(state: "accepted" | "unknown" | "rejected"): void;
  blocked(reason: string): void;
};
