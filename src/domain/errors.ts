/**
 * What the world can do to us, in one table: the HTTP status a caller sees, and whether trying again can help.
 * docs/errors.md explains each code; a test holds the two lists equal.
 *
 * A refusal (outside hours, a bad row, a used link) is no error: it is returned as a value. A broken assumption is
 * `BrokenInvariant`: our bug, caught by nobody.
 */
export const ERRORS = {
  "config.invalid": { status: 500, retry: false },
  "database.unavailable": { status: 503, retry: true },
  "database.newer-than-build": { status: 500, retry: false },
  "database.held-by-another": { status: 500, retry: false },
  "database.cannot-run": { status: 500, retry: false },
  "database.role-missing": { status: 500, retry: false },
  "request.invalid": { status: 400, retry: false },
  "request.unsigned": { status: 401, retry: false },
  "request.signed-out": { status: 401, retry: false },
  "session.other-business": { status: 409, retry: false },
  "request.unknown-key": { status: 401, retry: false },
  "request.forbidden": { status: 403, retry: false },
  "request.not-found": { status: 404, retry: false },
  "request.conflict": { status: 409, retry: false },
  "request.too-large": { status: 413, retry: false },
  "request.too-many": { status: 429, retry: true },
  "conversation.taken": { status: 409, retry: false },
  "conversation.stale": { status: 409, retry: false },
  "conversation.window-closed": { status: 409, retry: false },
  "contact.denied": { status: 409, retry: false },
  "contact.stopped": { status: 409, retry: false },
  "content.forbidden": { status: 422, retry: false },
  "content.doubtful": { status: 409, retry: false },
  "channel.rate-limited": { status: 503, retry: true },
  "channel.unavailable": { status: 503, retry: true },
  "channel.number-blocked": { status: 502, retry: false },
  "channel.rejected": { status: 502, retry: false },
  "channel.no-process": { status: 503, retry: true },
  "number.not-checked": { status: 409, retry: false },
  "number.taken": { status: 409, retry: false },
  "number.risk-not-accepted": { status: 409, retry: false },
  "payment-provider.missing": { status: 503, retry: false },
  "payment-provider.unavailable": { status: 503, retry: true },
  "payment-provider.rejected": { status: 502, retry: false },
  "debtor-list.unreadable": { status: 422, retry: false },
} as const satisfies Record<string, { status: number; retry: boolean }>;

export type ErrorCode = keyof typeof ERRORS;

/** A failure of the world. The message says what to do next; `retryAfterSeconds` is set when the other side named it. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; retryAfterSeconds?: number } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
