import type { Rejection, SendClass } from "./channel.ts";

/** The request surely never left. It is tried again, unless `kind` says that trying cannot cure it. */
export function notStarted(detail: string, kind: SendClass = "retry"): Rejection {
  return {
    state: "rejected",
    code: "not-started",
    class: kind,
    slowsChannel: false,
    slowsRecipient: false,
    retryAfterSeconds: undefined,
    detail,
  };
}
