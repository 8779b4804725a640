import Stripe from "stripe";
import { AppError } from "../../domain/errors.ts";

/** What Stripe refused or could not do, as our own failure: whether trying again can help, and what to do next. */
export function stripeFailure(error: unknown, doing: string): AppError {
  if (!(error instanceof Stripe.errors.StripeError)) {
    return new AppError("payment-provider.unavailable", `Could not ${doing}: Stripe could not be asked.`, {
      cause: withoutSecrets(error),
    });
  }
  const { statusCode, code, requestId } = error;
  const id = requestId === undefined ? "" : ` (Stripe request ${requestId})`;
  const message = `Could not ${doing}: ${scrub(error.message)}${id}`;
  const cause = withoutSecrets(error);
  if (statusCode === 401 || statusCode === 403) {
    return new AppError("payment-provider.rejected", `${message} Check STRIPE_SECRET_KEY and its permissions.`, {
      cause,
    });
  }

  // 409 and lock_timeout: another request holds the same object or idempotency key at this moment.
  const passing = statusCode === undefined || statusCode === 409 || statusCode === 429 || statusCode >= 500;
  if (!passing && code !== "lock_timeout" && code !== "rate_limit") {
    return new AppError("payment-provider.rejected", message, { cause });
  }
  const retryAfterSeconds = readRetryAfter(error.headers);
  const options = retryAfterSeconds === undefined ? { cause } : { cause, retryAfterSeconds };
  return new AppError("payment-provider.unavailable", message, options);
}

function readRetryAfter(headers: Readonly<Record<string, string>> | undefined): number | undefined {
  const value = headers?.["retry-after"];
  return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}

/**
 * A library's error carries the whole answer, and an answer can quote a key or a payer. What goes to the log is its name
 * and its message with everything that looks like a key blacked out.
 */
function withoutSecrets(error: unknown): Error {
  if (!(error instanceof Error)) return new Error("an unknown failure");
  const copy = new Error(scrub(error.message));
  copy.name = error.name;
  return copy;
}

function scrub(text: string): string {
  return text.replace(/\b(?:sk|rk|pk|whsec)_[\w*]+/g, (key) => `${key.slice(0, key.indexOf("_"))}_…`);
}
