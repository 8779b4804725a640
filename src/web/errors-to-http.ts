import type { ErrorRequestHandler } from "express";
import { isDatabaseAway } from "../../db/is-database-away.ts";
import { AppError, ERRORS, type ErrorCode } from "../domain/errors.ts";
import type { Log } from "../log.ts";
import type { Failure } from "./contract/common.ts";
import { requestIdOf } from "./request-id.ts";

/**
 * The one place where an error becomes an answer: a failure of the world by the table of codes, what the caller did wrong as
 * 4xx, and everything else as 500 without a word about its inside. A refusal never gets here: it is a value.
 */
export function errorsToHttp(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const requestId = requestIdOf(response);
    const failure = asAppError(error);
    if (!failure)
      log.error(
        { error, requestId, method: request.method, path: request.route?.path },
        "a request failed and should not have",
      );
    else if (ERRORS[failure.code].status >= 500)
      log.warn({ error, requestId, code: failure.code }, "a request could not be served");

    // Half an answer is out: only cutting the connection tells the other side that it is not whole.
    if (response.headersSent) return next(error);
    if (failure?.retryAfterSeconds !== undefined)
      response.setHeader("Retry-After", Math.ceil(failure.retryAfterSeconds));
    const body: Failure = failure
      ? { code: failure.code, message: failure.message, requestId }
      : {
          code: "internal",
          message: "This should not have happened. The log has the details under the request's id.",
          requestId,
        };
    response.status(failure ? ERRORS[failure.code].status : 500).json(body);
  };
}

function asAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return undefined;
  if (isDatabaseAway(error))
    return new AppError("database.unavailable", "The database does not answer just now: try again.", { cause: error });
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  if (status === undefined || status >= 500) return undefined;
  return new AppError(CODES[status] ?? "request.invalid", error.message, { cause: error });
}

/** What express and its body parsers refuse by themselves. */
const CODES: Readonly<Record<number, ErrorCode>> = {
  403: "request.forbidden",
  404: "request.not-found",
  413: "request.too-large",
  429: "request.too-many",
};
