import type { Deps } from "../app/deps.ts";
import type { Receive } from "../app/messages/receive.ts";
import type { Config } from "../config.ts";
import type { Pump } from "./events/pump.ts";
import type { Readiness } from "./health.ts";
import type { Metrics } from "./metrics.ts";
import type { SignIn } from "./sign-in/sign-in.ts";
import type { UseCases } from "./use-cases.ts";

/** What the web server is given on top of what use cases are given. */
export type WebDeps = Deps & {
  readonly config: Pick<Config, "SALDAR_MODE" | "whatsapp" | "stripe">;
  /** Lets `/metrics` be read from elsewhere. */
  readonly metricsToken: string | undefined;
  readonly signIn: SignIn;
  readonly receive: Receive;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly useCases: UseCases;
  readonly pump: Pump;
};
