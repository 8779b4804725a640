import type { Request, RequestHandler, Response } from "express";
import { z } from "zod";
import { AppError, ERRORS, type ErrorCode } from "../../domain/errors.ts";
import type { Permission } from "../permissions.ts";
import { requestIdOf } from "../request-id.ts";
import { demand, type Who, type WhoDeps, whoAsks } from "../who.ts";

/** What a route is given once it is known who asks, that they may, and that what they sent has the right shape. */
export type Call<Body, Query> = {
  readonly who: Who;
  readonly body: Body;
  readonly query: Query;
  /** A UUID of the path. What is none is the id of nothing: 404. */
  id(name?: string): string;
  /** Any other part of the path. */
  part(name: string): string;
  readonly request: Request;
  readonly response: Response;
};

/** What a route answers. `undefined`: it has answered by itself. */
export type Answer = { readonly status: number; readonly json?: object } | undefined;

export type Spec<Body, Query> = {
  readonly permission: Permission;
  readonly body?: z.ZodType<Body>;
  readonly query?: z.ZodType<Query>;
};

export type Endpoint = <Body = undefined, Query = undefined>(
  spec: Spec<Body, Query>,
  answer: (call: Call<Body, Query>) => Promise<Answer>,
) => RequestHandler;

/** Makes routes: one way to ask who it is, to check the right to it, to read the input and to write the answer. */
export function makeEndpoint(deps: WhoDeps): Endpoint {
  return ({ permission, body, query }, answer) =>
    async (request, response) => {
      const who = await whoAsks(deps, request);
      demand(who, permission);
      const given = await answer({
        who,
        body: read(body, request.body, "body"),
        query: read(query, request.query, "query"),
        id: (name = "id") => idOf(request, name),
        part: (name) => String(request.params[name] ?? ""),
        request,
        response,
      });
      if (!given) return;
      response.setHeader("Cache-Control", "private, no-store");
      if (given.json) response.status(given.status).json(given.json);
      else response.status(given.status).end();
    };
}

export const ok = <T extends object>(json: T): Answer => ({ status: 200, json });
export const created = <T extends object>(json: T): Answer => ({ status: 201, json });
export const done: Answer = { status: 204 };

/** A refusal, in the shape of every failure, with what else it has to say. */
export function refused(response: Response, code: ErrorCode, message: string, more: object = {}): Answer {
  return { status: ERRORS[code].status, json: { code, message, requestId: requestIdOf(response), ...more } };
}

export function notFound(what: string): AppError {
  return new AppError("request.not-found", `There is no such ${what} here.`);
}

function idOf(request: Request, name: string): string {
  const id = z.uuid().safeParse(request.params[name]);
  if (!id.success) throw notFound(name === "id" ? "thing" : name);
  return id.data.toLowerCase();
}

/** Without a schema nothing is read: the type is `undefined` then, and so is the value. */
function read<T>(schema: z.ZodType<T> | undefined, value: unknown, where: string): T {
  if (!schema) return undefined as T;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${[where, ...issue.path].join(".")}: ${issue.message}`);
  throw new AppError("request.invalid", problems.join("; "), { cause: parsed.error });
}
