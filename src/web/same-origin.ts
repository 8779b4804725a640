import type { NextFunction, Request, Response } from "express";
import { AppError } from "../domain/errors.ts";

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets a request change something only when our own page made it: the browser says so in `Sec-Fetch-Site`, and one that is
 * too old for that in `Origin` (OWASP, "Cross-Site Request Forgery Prevention": Fetch Metadata). A caller that says neither
 * is refused, since cookies are only ever a browser's.
 */
export function sameOrigin({
  publicUrl,
}: {
  publicUrl: string;
}): (request: Request, response: Response, next: NextFunction) => void {
  const ours = new URL(publicUrl).origin;
  return (request, _response, next) => {
    if (SAFE.has(request.method) || isOurs(request, ours)) return next();
    throw new AppError(
      "request.forbidden",
      "This request did not come from a page of this console. A program brings an API key: docs/api.md.",
    );
  };
}

function isOurs(request: Request, ours: string): boolean {
  const site = request.get("sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const origin = request.get("origin");
  return origin !== undefined && (origin === ours || hostOf(origin) === request.get("host"));
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
