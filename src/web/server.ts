import express, { type Express } from "express";
import { shutDoor } from "../../webhooks/shut-door.ts";
import { stripeWebhook } from "../../webhooks/stripe.ts";
import { whatsappWebhook } from "../../webhooks/whatsapp.ts";
import { AppError } from "../domain/errors.ts";
import { apiRoutes } from "./api/routes.ts";
import { consoleFiles } from "./console-files.ts";
import type { WebDeps } from "./deps.ts";
import { errorsToHttp } from "./errors-to-http.ts";
import { makeStreams, type Streams } from "./events/stream.ts";
import { healthRoutes } from "./health.ts";
import { paymentPages } from "./payment-pages.ts";
import { nameRequest } from "./request-id.ts";

export type WebServer = { readonly app: Express; readonly streams: Streams };

/** Everything that answers over HTTP, in the order in which a request meets it. `startServer` lets it listen. */
export function makeServer(deps: WebDeps, { consoleFolder }: { consoleFolder: string }): WebServer {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  // A proxy beside us says whom it speaks for; from anywhere else that header is only a claim.
  app.set("trust proxy", "loopback, linklocal, uniquelocal");
  app.set("query parser", "simple");
  app.use(nameRequest);

  // First, and before anything reads a body: a signature is over raw bytes, and this is the busiest door.
  webhookRoutes(app, deps);
  app.use(healthRoutes(deps));

  const streams = makeStreams(deps);
  app.use("/api", apiRoutes(deps, streams));
  app.use(paymentPages(deps));
  app.use(consoleFiles({ folder: consoleFolder, publicUrl: deps.publicUrl }));
  app.use(() => {
    throw new AppError("request.not-found", "There is nothing at this address.");
  });
  app.use(errorsToHttp(deps.log));
  return { app, streams };
}

/** A door is open only where its secret is set; a number of the database brings its own. */
function webhookRoutes(app: Express, deps: WebDeps): void {
  const { whatsapp, stripe } = deps.config;
  // A demo is joined to no number: neither to that of the settings nor to one of the database.
  if (deps.config.SALDAR_MODE === "production") {
    const answered = (status: number, seconds: number) => deps.metrics.webhookAnswered("whatsapp", status, seconds);
    app.use("/webhooks/whatsapp", whatsappWebhook({ ...deps, settings: whatsapp, answered }));
  }
  if (!whatsapp) app.use("/webhooks/whatsapp", shutDoor("whatsapp", deps.config));
  if (stripe) {
    const answered = (status: number, seconds: number) => deps.metrics.webhookAnswered("stripe", status, seconds);
    const keep = deps.useCases.payments.keepProviderDelivery;
    app.use("/webhooks/stripe", stripeWebhook({ ...deps, secret: stripe.webhookSecret, keep, answered }));
  } else app.use("/webhooks/stripe", shutDoor("stripe", deps.config));
}
