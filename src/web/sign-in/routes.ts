import { json, type NextFunction, type Request, type Response, Router } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { AppError } from "../../domain/errors.ts";
import type { WebDeps } from "../deps.ts";
import { ADDRESS_HEADER, LINK_LEADS_TO } from "./auth.ts";

/** Of all that the sign-in library can answer, this is what exists here. */
const ADDRESSES = [
  { method: "post", path: "/sign-in/email" },
  { method: "get", path: "/magic-link/verify" },
  { method: "post", path: "/sign-out" },
] as const;

/**
 * Signing in and out. The library slows down an address that tries too often; here the account is protected too, from many
 * addresses at once: ten wrong passwords in a quarter of an hour, and a link is the only way in until it is over.
 */
export function signInRoutes({ signIn }: Pick<WebDeps, "signIn">): Router {
  const router = Router();
  router.use(json({ limit: "10kb" }));
  router.post(
    "/sign-in/email",
    rateLimit({
      windowMs: 15 * 60_000,
      limit: 10,
      skipSuccessfulRequests: true,
      standardHeaders: "draft-8",
      legacyHeaders: false,
      keyGenerator: accountOf,
      handler: () => {
        throw new AppError(
          "request.too-many",
          "Too many wrong passwords for this account: wait a quarter of an hour, or ask for a sign-in link.",
        );
      },
    }),
  );
  router.get("/magic-link/verify", onlyHome);
  for (const { method, path } of ADDRESSES) {
    router[method](path, async (request, response) => {
      request.headers[ADDRESS_HEADER] = request.ip ?? "";
      response.setHeader("Cache-Control", "no-store");
      await signIn.handle(request, response);
    });
  }
  return router;
}

/** A link leads where `linkTo` made it lead, whatever somebody writes into it: to this console, signed in or not. */
function onlyHome({ query }: Request, _response: Response, next: NextFunction): void {
  const known = new Set(["token", "callbackURL", "errorCallbackURL"]);
  const isAsMade =
    query["callbackURL"] === LINK_LEADS_TO.callbackURL && query["errorCallbackURL"] === LINK_LEADS_TO.errorCallbackURL;
  if (!isAsMade || Object.keys(query).some((key) => !known.has(key)))
    throw new AppError("request.forbidden", "This is not a sign-in link of this console.");
  next();
}

function accountOf(request: Request): string {
  const body: unknown = request.body;
  const email = typeof body === "object" && body !== null && "email" in body ? body.email : undefined;
  return typeof email === "string"
    ? `account:${email.toLowerCase().slice(0, 200)}`
    : `address:${ipKeyGenerator(request.ip ?? "")}`;
}
