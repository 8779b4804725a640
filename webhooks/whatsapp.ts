import { type Request, type RequestHandler, Router } from "express";
import { isProbeToken } from "../src/app/channels/probe-token.ts";
import type { Deps } from "../src/app/deps.ts";
import type { Receive } from "../src/app/messages/receive.ts";
import type { WhatsAppSettings } from "../src/config.ts";
import { newToken } from "../src/ids.ts";
import { type KnownNumber, type KnownNumbers, makeKnownNumbers } from "./known-numbers.ts";
import { bytesOf, rawBody } from "./raw-body.ts";
import { answerToChallenge, isSigned } from "./whatsapp-signature.ts";
import { type Door, makeTake } from "./whatsapp-take.ts";

export type WhatsappWebhookDeps = Pick<Deps, "db" | "clock" | "log" | "secrets" | "channels"> & {
  readonly receive: Receive;
  /** The one number of the settings; without it the address of all is not here, and each number's own is. */
  readonly settings: Pick<WhatsAppSettings, "appSecret" | "verifyToken" | "phoneNumberId"> | undefined;
  /** Is told how each delivery was answered and how long that took. */
  readonly answered: (status: number, seconds: number) => void;
};

/** Meta sends at most 3 MB ("Webhooks: payload"). */
const LIMIT = "3mb";

/**
 * `GET` proves to Meta that the address is ours; `POST` takes what it tells. 401 and nothing else for bytes it did not sign;
 * 200 once all of a delivery is durable, and not before: whatever else is answered, Meta sends again, for up to a week.
 *
 * `/` has the secrets of the settings, `/<phone number id>` that number's own. One that nobody here has answers as a forgery does,
 * after the same work.
 */
export function whatsappWebhook(deps: WhatsappWebhookDeps): Router {
  const { settings } = deps;
  const router = Router();
  const numbers = makeKnownNumbers(deps);
  const take = makeTake({ ...deps, numbers, settingsSecret: settings?.appSecret });
  const takes =
    (doorOf: FindDoor): RequestHandler =>
    async (request, response) => {
      const startedMs = deps.clock.elapsedMs();
      response.on("finish", () => deps.answered(response.statusCode, (deps.clock.elapsedMs() - startedMs) / 1000));
      const body = bytesOf(request.body);
      const door = await doorOf(request, body);
      if (!door) {
        response.sendStatus(401);
        return;
      }
      await take({ body, receivedAt: deps.clock.now(), door });
      response.sendStatus(200);
    };

  if (settings) {
    router.get("/", (request, response) => {
      const answer = answerToChallenge(challengeIn(request), settings.verifyToken);
      if (answer === undefined) response.sendStatus(403);
      else response.type("text/plain").send(answer);
    });
    router.post("/", rawBody({ limit: LIMIT }), takes(doorOfSettings(settings, numbers)));
  }
  const secrets = makeNumberSecrets(numbers);
  router.get("/:phoneNumberId", async (request, response) => {
    const answer = await answerOfNumber(deps, request, secrets);
    if (answer === undefined) response.sendStatus(403);
    else response.type("text/plain").send(answer);
  });
  router.post("/:phoneNumberId", rawBody({ limit: LIMIT }), takes(doorOfNumber(secrets)));
  return router;
}

/** By whose secret these bytes are signed; `undefined` when they are forged. */
type FindDoor = (request: Request, body: Buffer) => Promise<Door | undefined>;

function doorOfSettings(
  { appSecret, phoneNumberId }: NonNullable<WhatsappWebhookDeps["settings"]>,
  numbers: KnownNumbers,
): FindDoor {
  return async (request, body) => {
    if (!isSigned(body, request.get(SIGNATURE), appSecret)) return undefined;
    const businessId = (await numbers.find(phoneNumberId))?.businessId;
    return { appSecret, businessId, isOfSettings: true };
  };
}

function doorOfNumber(secrets: NumberSecrets): FindDoor {
  return (request, body) =>
    secrets.prove(phoneNumberIdIn(request), ({ appSecret }, number) =>
      isSigned(body, request.get(SIGNATURE), appSecret)
        ? { appSecret, businessId: number?.businessId, isOfSettings: false }
        : undefined,
    );
}

/** Meta's question when it registers a number's address, or our own whether the address leads here (`check-cloud-number.ts`). */
async function answerOfNumber(
  deps: Pick<Deps, "secrets" | "clock">,
  request: Request,
  secrets: NumberSecrets,
): Promise<string | undefined> {
  const asked = challengeIn(request);
  const phoneNumberId = phoneNumberIdIn(request);
  const isOurs = isProbeToken(deps, phoneNumberId, asked.verifyToken);
  const proved = await secrets.prove(phoneNumberId, ({ verifyToken }) => answerToChallenge(asked, verifyToken));
  return proved ?? (isOurs && typeof asked.challenge === "string" ? asked.challenge : undefined);
}

type NumberSecrets = {
  /** What `proof` makes of the number's secrets, as remembered or else as they are now; of others' for a number that is not here. */
  prove<T>(
    phoneNumberId: string,
    proof: (secrets: NonNullable<KnownNumber["credentials"]>, number: KnownNumber | undefined) => T | undefined,
  ): Promise<T | undefined>;
};

/**
 * Whatever is not proved at once is asked of the database once, and tried again: secrets that were changed a second ago hold in every
 * process, and nobody can tell by the time it takes which numbers are here.
 */
function makeNumberSecrets(numbers: KnownNumbers): NumberSecrets {
  const nobodys = { appSecret: newToken(), verifyToken: newToken() };
  return {
    async prove(phoneNumberId, proof) {
      const tryWith = (number: KnownNumber | undefined) => {
        const proved = proof(number?.credentials ?? nobodys, number);
        return number?.credentials === undefined ? undefined : proved;
      };
      return tryWith(numbers.remembered(phoneNumberId)) ?? tryWith(await numbers.findAnew(phoneNumberId));
    },
  };
}

const SIGNATURE = "x-hub-signature-256";

function challengeIn({ query }: Request) {
  return { mode: query["hub.mode"], verifyToken: query["hub.verify_token"], challenge: query["hub.challenge"] };
}

function phoneNumberIdIn({ params }: Request): string {
  return String(params["phoneNumberId"] ?? "");
}
