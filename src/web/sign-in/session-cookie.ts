import { createHmac, timingSafeEqual } from "node:crypto";

/** How the names of the sign-in library's cookies begin. */
export const COOKIE_PREFIX = "saldar";

/** The library puts `__Secure-` before the name where the console is reached over https. */
const NAMES = [`${COOKIE_PREFIX}.session_token`, `__Secure-${COOKIE_PREFIX}.session_token`];

/** Whether there is a session's cookie in a `Cookie` header at all, of whatever worth. */
export function bringsSession(header: string | undefined): boolean {
  return NAMES.some((name) => cookieValue(header ?? "", name) !== undefined);
}

/**
 * The session's token out of a `Cookie` header, or `undefined` when there is none that we signed. The library writes
 * `<token>.<HMAC-SHA256 of it, base64>`, percent-encoded; read here because its own check costs 1.6 ms of CPU and this with
 * one look-up a fifth of that, at every request of every console.
 */
export function sessionTokenOf(
  header: string | undefined,
  { name, secret }: { name: string; secret: string },
): string | undefined {
  const value = cookieValue(header ?? "", name);
  const dot = value?.lastIndexOf(".") ?? -1;
  if (value === undefined || dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

function cookieValue(header: string, name: string): string | undefined {
  for (const part of header.split(";")) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === name) return decoded(part.slice(equals + 1).trim());
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
