import { timingSafeEqual } from "node:crypto";
import { type Request, type RequestHandler, Router } from "express";
import { hashToken } from "../secrets.ts";
import type { WebDeps } from "./deps.ts";

/** Each thing that has to be so before requests make sense, by name: `database`, `migrations`, `queue`. */
export type Readiness = () => Promise<Readonly<Record<string, boolean>>>;

/**
 * `/healthz`: the process answers. `/readyz`: so does what it needs, else 503 with what is missing. `/metrics`: to this
 * machine itself without a proxy between, or to whoever brings `Authorization: Bearer <token>`; to others it is not there.
 */
export function healthRoutes({
  readiness,
  metrics,
  metricsToken,
}: Pick<WebDeps, "readiness" | "metrics" | "metricsToken">): Router {
  const router = Router();
  router.get("/healthz", (_request, response) => {
    response.type("text/plain").send("ok\n");
  });
  router.get("/readyz", async (_request, response) => {
    const checks = await readiness();
    response.status(Object.values(checks).every(Boolean) ? 200 : 503).json(checks);
  });
  router.get("/metrics", onlyForOperators(metricsToken), async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  return router;
}

function onlyForOperators(token: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (isLocal(request) || (token !== undefined && bears(request, token))) next();
    else response.sendStatus(404);
  };
}

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** A proxy on this machine also calls from loopback, but says for whom. */
function isLocal(request: Request): boolean {
  return (
    LOOPBACK.has(request.socket.remoteAddress ?? "") &&
    request.get("x-forwarded-for") === undefined &&
    request.get("forwarded") === undefined
  );
}

function bears(request: Request, token: string): boolean {
  const [scheme, given = ""] = (request.get("authorization") ?? "").split(" ");
  return scheme === "Bearer" && timingSafeEqual(hashToken(given), hashToken(token));
}
