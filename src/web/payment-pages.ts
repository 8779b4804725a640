import { fileURLToPath } from "node:url";
import { type Response, Router, urlencoded } from "express";
import { z } from "zod";
import { AppError } from "../domain/errors.ts";
import type { WebDeps } from "./deps.ts";
import { paymentLinkPage } from "./pages/payment-link-page.ts";
import { testCheckoutClosedPage, testCheckoutPage } from "./pages/test-checkout-page.ts";
import { thanksPage } from "./pages/thanks-page.ts";
import { paymentPageHeaders } from "./security-headers.ts";
import type { TestCheckoutUseCases } from "./use-cases.ts";

const STYLE = fileURLToPath(new URL("payment-page.css", import.meta.url));
const Choice = z.object({ choice: z.enum(["paid", "declined"]) });

/**
 * What payers see: our own link, the thanks, and the demo's checkout. No session, no script; the token is the only key, so
 * these answers are kept by no cache. A form here needs no proof of origin: whoever has the link may pay.
 */
export function paymentPages({ useCases, publicUrl }: Pick<WebDeps, "useCases" | "publicUrl">): Router {
  const { payments } = useCases;
  const router = Router();
  router.get("/payment-page.css", (_request, response) => response.sendFile(STYLE, { maxAge: "1h" }));
  router.use(["/p", "/test-checkout"], paymentPageHeaders({ publicUrl, pageOrigins: payments.pageOrigins }));

  router.get("/p/:token", async (request, response) => {
    const page = await payments.openPaymentPage(request.params.token);
    if (!page) throw noSuchLink();
    show(response, paymentLinkPage(page));
  });
  router.post("/p/:token", async (request, response) => {
    const started = await payments.startPayment(request.params.token);
    if (!started) throw noSuchLink();
    // 303: the provider's page is fetched with GET, whatever the form's own method was.
    if ("redirectTo" in started) response.redirect(303, started.redirectTo);
    else show(response, paymentLinkPage(started.page));
  });
  router.get("/p/:token/thanks", async (request, response) => {
    const page = await payments.openThanksPage(request.params.token);
    if (!page) throw noSuchLink();
    show(response, thanksPage(page));
  });
  if (payments.testCheckout) testCheckoutRoutes(router, payments.testCheckout);
  return router;
}

function testCheckoutRoutes(router: Router, checkout: TestCheckoutUseCases): void {
  router.get("/test-checkout/:token", async (request, response) => {
    const page = await checkout.open(request.params.token);
    show(response, "closed" in page ? testCheckoutClosedPage(page.closed) : testCheckoutPage(page));
  });
  router.post("/test-checkout/:token", urlencoded({ extended: false, limit: "1kb" }), async (request, response) => {
    const chosen = Choice.safeParse(request.body);
    if (!chosen.success) throw new AppError("request.invalid", "Choose whether this test payment succeeds or fails.");
    const next = await checkout.choose(request.params.token, chosen.data.choice);
    if ("closed" in next) show(response, testCheckoutClosedPage(next.closed));
    else response.redirect(303, next.redirectTo);
  });
}

function show(response: Response, html: string): void {
  response.setHeader("Cache-Control", "private, no-store");
  response.type("html").send(html);
}

function noSuchLink(): AppError {
  return new AppError("request.not-found", "There is no such payment link. Ask whoever sent it for a new one.");
}
