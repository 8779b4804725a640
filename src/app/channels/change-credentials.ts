import { recordAudit } from "../../../db/audit.ts";
import { tellConsole } from "../../../db/intake.ts";
import { liftBlocks } from "../../../db/number-blocks.ts";
import { lockNumber, type NumberRow, numberOf, saveCredentials, saveNumberFacts } from "../../../db/numbers.ts";
import { AppError } from "../../domain/errors.ts";
import { moveContext } from "../conversations/apply-event.ts";
import { placeAnew } from "../outbox/place-anew.ts";
import { type CheckedNumber, checkCloudNumber, mayBeAdded } from "./check-cloud-number.ts";
import { clearTokenAlarms } from "./clear-token-alarms.ts";
import type { CloudDeps } from "./cloud-deps.ts";
import { type CloudCredentials, sealCredentials } from "./credentials.ts";
import { judgeNumbers } from "./judge-numbers.ts";
import { factsOf } from "./number-facts.ts";

export type ChangeCredentials = {
  readonly businessId: string;
  readonly userId: string;
  readonly channelId: string;
  readonly credentials: CloudCredentials;
};

/**
 * Puts other secrets in the place of a number's, when they pass every check, on the record; what waits because the former token was
 * refused leaves then, what was told of it is cleared, and the number's health judged in the same transaction. What blocks it for another reason
 * goes on doing so. The former secrets stay where these do not work. `undefined` when there is no such number.
 *
 * @throws {AppError} `request.conflict` for one that has no secrets of its own here: that of the settings, or a retired one; and in a demo
 */
export async function changeCredentials(
  deps: CloudDeps,
  asked: ChangeCredentials,
): Promise<{ changed: boolean; checked: CheckedNumber } | undefined> {
  const { businessId, channelId, credentials } = asked;
  const number = await deps.db.inBusiness(businessId, (tx) => numberOf(tx, businessId, channelId));
  if (number?.kind !== "cloud") return undefined;
  refuseWithoutSecrets(number);
  const checked = await checkCloudNumber(
    deps,
    {
      ...credentials,
      phoneNumberId: number.routingKey,
      wabaId: number.wabaId ?? undefined,
      expectedPhone: number.phone ?? undefined,
    },
    { subscribes: true },
  );
  if (!mayBeAdded(checked)) return { changed: false, checked };
  const roomier = await save(deps, asked, checked);
  await deps.channelsChanged();
  for (const id of roomier) await placeAnew(deps, { businessId, channelId: id });
  return { changed: true, checked };
}

async function save(
  deps: CloudDeps,
  { businessId, channelId: id, userId, credentials }: ChangeCredentials,
  { number }: CheckedNumber,
): Promise<string[]> {
  return deps.db.inBusiness(businessId, async (tx) => {
    const locked = await lockNumber(tx, businessId, id);
    // Retired while Meta was asked: its secrets are forgotten, and these would be remembered.
    if (locked) refuseWithoutSecrets(locked);
    await saveCredentials(tx, businessId, { id, credentials: sealCredentials(deps.secrets, credentials) });
    const at = deps.clock.now();
    await liftBlocks(tx, businessId, { channelId: id, sources: ["credentials"] });
    await clearTokenAlarms(tx, businessId, { channelId: id, at });
    await saveNumberFacts(tx, businessId, { id, facts: factsOf(number), at });
    const context = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: userId,
      action: "channel.credentials-changed",
      subject: "channel",
      subjectId: id,
      before: { blockedBecause: locked?.blockedBecause ?? null },
      after: { blockedBecause: (await numberOf(tx, businessId, id))?.blockedBecause ?? null },
      at: context.now,
    });
    await tellConsole(tx, businessId, [{ kind: "channel.changed", subjectId: id }]);
    return judgeNumbers(context, { only: id });
  });
}

function refuseWithoutSecrets({ retiredAt, credentials }: NumberRow): void {
  if (retiredAt !== null) throw new AppError("request.conflict", "This number was retired: add it again.");
  if (credentials === null)
    throw new AppError(
      "request.conflict",
      "This number's credentials are in the WHATSAPP_… settings: change them there.",
    );
}
