import { json, type NextFunction, type Request, type Response, Router } from "express";
import { AppError } from "../../domain/errors.ts";
import { keyIn, slowDownWrongKeys } from "../api-key.ts";
import type { WebDeps } from "../deps.ts";
import type { Streams } from "../events/stream.ts";
import { sameOrigin } from "../same-origin.ts";
import { consoleHeaders } from "../security-headers.ts";
import { signInRoutes } from "../sign-in/routes.ts";
import { agentRoutes } from "./agent-actions.ts";
import { alarmRoutes } from "./alarms.ts";
import { blockedRoutes } from "./blocked.ts";
import { channelRoutes } from "./channels.ts";
import { cloudNumberRoutes } from "./cloud-numbers.ts";
import { contactExportRoutes } from "./contact-export.ts";
import { contactLawRoutes } from "./contact-law.ts";
import { contactRecordRoutes } from "./contact-records.ts";
import { conversationRoutes } from "./conversation.ts";
import { costRoutes } from "./costs.ts";
import { debtorFileRoutes } from "./debtor-file.ts";
import { debtorListRoutes } from "./debtor-lists.ts";
import { debtorRoutes } from "./debtors.ts";
import { disputeRoutes } from "./disputes.ts";
import { type Endpoint, makeEndpoint } from "./endpoint.ts";
import { erasureRoutes } from "./erasure.ts";
import { eventsRoute } from "./events.ts";
import { holdRoutes } from "./holds.ts";
import { inboxRoutes } from "./inbox.ts";
import { ledgerRoutes } from "./ledger.ts";
import { listOpeningRoutes } from "./list-openings.ts";
import { notUnderstoodRoutes } from "./not-understood.ts";
import { numberEventRoutes } from "./number-events.ts";
import { numberHealthRoutes } from "./number-health.ts";
import { numberLinkRoutes } from "./number-link.ts";
import { numberRoutes } from "./numbers.ts";
import { outcomeRoutes } from "./outcomes.ts";
import { outsideContactRoutes } from "./outside-contacts.ts";
import { readingRoutes } from "./readings.ts";
import { receiptRoutes } from "./receipts.ts";
import { businessRoutes, sessionRoutes } from "./session.ts";
import { simulatorRoutes } from "./simulator.ts";
import { suspenseRoutes } from "./suspense.ts";
import { teamRoutes } from "./team.ts";
import { templateRoutes } from "./templates.ts";
import { viewingRoutes } from "./viewing.ts";

/** Everything under `/api`: what the console asks, in the words of `contract.ts`. */
export function apiRoutes(deps: WebDeps, streams: Streams): Router {
  const router = Router();
  router.use(consoleHeaders(deps));
  const ours = sameOrigin(deps);
  router.use("/auth", ours, signInRoutes(deps));
  router.use(unlessKey(ours));
  router.get("/events", eventsRoute(deps, streams));

  const endpoint = makeEndpoint(deps);
  // An upload is not JSON and passes by. The largest JSON is a picture from the simulated phone.
  router.use(json({ limit: "3mb" }));
  for (const resource of resources(deps, endpoint)) router.use(resource);
  router.use(() => {
    throw new AppError("request.not-found", "There is nothing at this address.");
  });
  router.use(slowDownWrongKeys());
  return router;
}

/** All that is made of `Endpoint`s: each address with the permission that it needs. */
export function resources(deps: WebDeps, endpoint: Endpoint): Router[] {
  return [
    sessionRoutes(deps, endpoint),
    businessRoutes(deps, endpoint),
    inboxRoutes(deps, endpoint),
    conversationRoutes(deps, endpoint),
    agentRoutes(deps, endpoint),
    viewingRoutes(deps, endpoint),
    readingRoutes(deps, endpoint),
    notUnderstoodRoutes(deps, endpoint),
    debtorRoutes(deps, endpoint),
    debtorFileRoutes(deps, endpoint),
    contactExportRoutes(deps, endpoint),
    blockedRoutes(deps, endpoint),
    channelRoutes(deps, endpoint),
    numberRoutes(deps, endpoint),
    numberLinkRoutes(deps, endpoint),
    templateRoutes(deps, endpoint),
    costRoutes(deps, endpoint),
    numberHealthRoutes(deps, endpoint),
    cloudNumberRoutes(deps, endpoint),
    numberEventRoutes(deps, endpoint),
    contactLawRoutes(deps, endpoint),
    debtorListRoutes(deps, endpoint),
    listOpeningRoutes(deps, endpoint),
    receiptRoutes(deps, endpoint),
    disputeRoutes(deps, endpoint),
    holdRoutes(deps, endpoint),
    contactRecordRoutes(deps, endpoint),
    outsideContactRoutes(deps, endpoint),
    erasureRoutes(deps, endpoint),
    ledgerRoutes(deps, endpoint),
    suspenseRoutes(deps, endpoint),
    outcomeRoutes(deps, endpoint),
    alarmRoutes(deps, endpoint),
    teamRoutes(deps, endpoint),
    ...(deps.useCases.simulator ? [simulatorRoutes(deps.useCases.simulator, endpoint)] : []),
  ];
}

/**
 * Where a request came from matters because a browser adds cookies by itself. It adds no key: another site's page could send one
 * only after asking whether it may, which we never grant; and who brings a key is not asked for a cookie (`whoAsks`).
 */
function unlessKey(check: ReturnType<typeof sameOrigin>) {
  return (request: Request, response: Response, next: NextFunction): void =>
    keyIn(request) === undefined ? check(request, response, next) : next();
}
