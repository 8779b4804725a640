import type { NextFunction, Request, Response } from "express";
import { newId } from "../ids.ts";

const ids = new WeakMap<Response, string>();

/** Names each request, so that what a person sees of a failure can be found in the log. */
export function nameRequest(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader("X-Request-Id", requestIdOf(response));
  next();
}

export function requestIdOf(response: Response): string {
  const known = ids.get(response);
  if (known !== undefined) return known;
  const id = newId();
  ids.set(response, id);
  return id;
}
