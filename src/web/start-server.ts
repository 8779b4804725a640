import { createServer, type Server } from "node:http";
import { AppError } from "../domain/errors.ts";
import type { WebServer } from "./server.ts";

export type RunningServer = {
  readonly port: number;
  /** Takes no new request, ends event streams, and waits for what is being answered, at most so many seconds. */
  stop(): Promise<void>;
};

const GRACE_MS = 10_000;

/** @throws {AppError} `config.invalid` when the address cannot be listened on. */
export async function startServer(
  web: WebServer,
  { host, port }: { host: string; port: number },
): Promise<RunningServer> {
  const server = createServer(web.app);
  // Meta and proxies keep connections open for minutes; one that we close in the wrong moment would be a lost delivery.
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 60_000;
  await listen(server, host, port);
  return { port: portOf(server), stop: () => stop(server, web) };
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen({ host, port, backlog: 1024 }, resolve);
  try {
    await promise;
  } catch (cause) {
    const inUse = cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE";
    const advice = inUse
      ? `Port ${port} is taken: stop what listens there, or set PORT to another.`
      : `Cannot listen on ${host}:${port}.`;
    throw new AppError("config.invalid", advice, { cause });
  }
  server.off("error", reject);
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

async function stop(server: Server, { streams }: WebServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  streams.stop();
  server.closeIdleConnections();
  const giveUp = setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
  await promise;
  clearTimeout(giveUp);
}
