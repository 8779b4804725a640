import type { RequestHandler } from "express";
import helmet from "helmet";

/** For the console: our own scripts and styles and nobody else's, no frame around it, no text that becomes a script. */
export function consoleHeaders({ publicUrl }: { publicUrl: string }): RequestHandler {
  return headers(publicUrl, {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:", "blob:"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  });
}

/**
 * For the pages that payers see, which have no script at all. The pay button is a form whose answer leads to the provider's
 * page, and Chromium refuses that redirect to a host that `form-action` does not name.
 */
export function paymentPageHeaders({
  publicUrl,
  pageOrigins,
}: {
  publicUrl: string;
  pageOrigins: readonly string[];
}): RequestHandler {
  return headers(publicUrl, {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'", ...pageOrigins],
    frameAncestors: ["'none'"],
  });
}

function headers(publicUrl: string, directives: Record<string, string[]>): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // Without TLS a browser ignores it, and on a name that later gets TLS it would be too late to be careful.
    strictTransportSecurity: publicUrl.startsWith("https:"),
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
}

/** For what a stranger made and we only pass on, such as a picture: it may run nothing, be framed by nobody, be guessed at by no browser. */
export const FOREIGN_CONTENT_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": "default-src 'none'; sandbox",
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
};
