import type { Rejection, SendClass } from "../channel.ts";
import { metaError } from "./errors.ts";

/** What a refusal means: by Meta's code when it is known, else by the HTTP status it came with. */
export function rejectionOf({ code, status, detail, retryAfterSeconds }: Refusal): Rejection {
  const known = code === undefined ? undefined : metaError(code);
  return {
    state: "rejected",
    code: code === undefined ? `http.${status}` : String(code),
    class: known?.class ?? classOfStatus(status),
    slowsChannel: known === undefined ? status === 429 : known.slowsChannel === true,
    slowsRecipient: known?.slowsRecipient === true,
    retryAfterSeconds,
    detail,
  };
}

type Refusal = {
  /** Meta's `error.code`, when the answer was Meta's. */
  readonly code?: number | undefined;
  readonly status: number;
  readonly detail: string;
  readonly retryAfterSeconds?: number | undefined;
};

function classOfStatus(status: number): SendClass {
  if (status === 429 || status >= 500) return "retry";
  return status === 401 || status === 403 ? "channel" : "reshape";
}
