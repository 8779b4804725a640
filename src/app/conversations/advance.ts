import type { DateTime } from "luxon";
import { readBusiness } from "../../../db/businesses.ts";
import type { Tx } from "../../../db/client.ts";
import { type OwedInConversations, owedInConversations } from "../../../db/owed.ts";
import { opinionsOnWaiting } from "../../../db/second-opinions.ts";
import {
  findDueConversations,
  type LockedConversation,
  lockConversations,
  recordTurnFailure,
  takeWaiting,
  type WaitingMessage,
} from "../../../db/turns.ts";
import { flowAt } from "../../../flows/registry.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import type { Money } from "../../domain/money.ts";
import { isoDate } from "../../domain/time.ts";
import type { Deps } from "../deps.ts";
import { type Asked, consult, type Opinions } from "../opinions/consult.ts";
import { decideTurn, type MoveFacts } from "./decide-turn.ts";
import { quarantine } from "./quarantine.ts";
import { reopen } from "./reopen.ts";
import { type DecidedMove, type MoveContext, type MoveDeps, saveMoves } from "./save-moves.ts";
import { todayOf } from "./today-of.ts";

type TurnDeps = Pick<Deps, "db" | "clock" | "log" | "languageModel"> & MoveDeps;

/**
 * Conversations of one transaction. Measured with 1,000 chats: batches of 64 bring 6 % more turns, and webhooks wait behind them
 * (99th percentile 286 ms against 112 with 32).
 */
const BATCH = 32;
/** After that many failures in a row a person looks at it, with the reason. */
const MOST_FAILURES = 5;
const RETRY_SECONDS = 2;

/** What one look did: how many moved, and whether there may be more that no bell will be rung for. */
export type Advanced = {
  readonly moved: number;
  readonly isMoreDue: boolean;
  /** What a language model is to be asked, now that it is written down. */
  readonly asked: readonly Asked[];
  /** The conversations in which the bot has read what the debtor wrote. */
  readonly readIn: readonly string[];
};
const NOTHING: Advanced = { moved: 0, isMoreDue: false, asked: [], readIn: [] };

/**
 * Gives every conversation of one business that has something to do its turn: many in one transaction, or, when that
 * fails, one by one, so that one poison message stops nobody else.
 */
export async function advanceDue(deps: TurnDeps, businessId: string): Promise<Advanced> {
  try {
    return await deps.db.inBusinessByKey(businessId, (tx) => advanceBatch(deps, tx, businessId));
  } catch (error) {
    deps.log.warn({ error, businessId }, "a batch of turns failed; taking them one by one");
    return advanceOneByOne(deps, businessId);
  }
}

async function advanceBatch(deps: TurnDeps, tx: Tx, businessId: string, only?: readonly string[]): Promise<Advanced> {
  const realNow = deps.clock.now();
  // Statements whose answers do not depend on each other are sent together: at hundreds of turns a second, going back and
  // forth costs more than the statements.
  const [found, due] = await Promise.all([
    readBusiness(tx),
    only ?? findDueConversations(tx, businessId, { realNow, limit: BATCH }),
  ]);
  const business = present(found, "the business");
  if (due.length === 0) return NOTHING;

  // Read after the locks, by a statement of its own: what was committed before we got them is seen, what comes later waits
  // for the next bell.
  const [locked, taken, owed, stored] = await Promise.all([
    lockConversations(tx, businessId, due),
    takeWaiting(tx, businessId, due),
    owedInConversations(tx, businessId, due, business.currency),
    deps.languageModel ? opinionsOnWaiting(tx, businessId, due) : [],
  ]);
  if (locked.length === 0) return NOTHING;
  const waiting = Map.groupBy(taken, ({ conversationId }) => conversationId);
  const context: MoveContext<TurnDeps> = {
    deps,
    tx,
    business,
    now: businessTime(realNow, Number(business.clockOffsetMs)),
    isSentNext: true,
  };

  // Written to a conversation that was closing at that moment: it belongs to a new one.
  const over = locked.filter(({ closedAt, id }) => closedAt !== null && waiting.has(id));
  const isAnyReopened = over.length > 0 && (await reopen(context, over));

  const open = locked.filter(({ closedAt }) => closedAt === null);
  const decideOne = (conversation: LockedConversation, opinions?: Opinions): readonly DecidedMove[] =>
    decide(context, conversation, { waiting: waiting.get(conversation.id) ?? [], opinions, ...owed });
  const { moves, asked } = deps.languageModel
    ? await consult({ context, model: deps.languageModel, stored, decide: decideOne }, open)
    : { moves: open.flatMap((conversation) => decideOne(conversation)), asked: [] };
  if (moves.length > 0) await saveMoves(context, moves);
  const isAnyDone = moves.length > 0 || asked.length > 0;
  return {
    moved: moves.length,
    isMoreDue: isAnyReopened || (isAnyDone && due.length === BATCH),
    asked,
    readIn: moves.flatMap(({ before, waiting: read }) =>
      before.owner === "bot" && read.length > 0 ? [before.id] : [],
    ),
  };
}

type Known = OwedInConversations & {
  readonly waiting: readonly WaitingMessage[];
  readonly opinions: Opinions | undefined;
};

function decide(
  context: MoveContext<MoveDeps>,
  conversation: LockedConversation,
  { waiting, opinions, owed, elsewhere }: Known,
): DecidedMove[] {
  const isAlarm = waiting.length === 0 && conversation.alarmAt !== null && conversation.alarmAt <= context.now;
  if (waiting.length === 0 && !isAlarm) return [];
  const moved = decideTurn(
    {
      conversation,
      flow: flowAt(conversation.flow, conversation.flowVersion),
      waiting,
      events: isAlarm ? [{ type: "alarm.rang" }] : [],
    },
    {
      ...factsFor(context, conversation, conversation.debtorId === null ? undefined : owed.get(conversation.debtorId)),
      owesElsewhere: conversation.debtorId !== null && elsewhere.has(conversation.debtorId),
      ...(opinions && { opinions }),
    },
  );
  return [{ before: conversation, waiting, moved, trigger: isAlarm ? "proactive" : "reply", actor: "bot" }];
}

/** What a decision may look at; a birth date is unsealed only when somebody gives one. */
export function factsFor(
  { deps, business, now }: MoveContext<Pick<Deps, "secrets">>,
  conversation: LockedConversation,
  owed: Money | undefined,
): MoveFacts {
  const { birthDateSealed, documentLastFour } = conversation;
  return {
    owed,
    hasPlan: conversation.hasPlan,
    policy: business.planPolicy,
    today: todayOf({ business, now }, conversation),
    country: conversation.debtorCountry ?? business.country,
    payDays: business.payDays,
    currency: business.currency,
    documentLastFour,
    birthDate: () => (birthDateSealed === null ? undefined : isoDate(deps.secrets.unseal(birthDateSealed))),
  };
}

async function advanceOneByOne(deps: TurnDeps, businessId: string): Promise<Advanced> {
  const due = await deps.db.inBusinessByKey(businessId, (tx) =>
    findDueConversations(tx, businessId, { realNow: deps.clock.now(), limit: BATCH }),
  );
  let moved = 0;
  let isMoreDue = false;
  const asked: Asked[] = [];
  const readIn: string[] = [];
  for (const id of due) {
    try {
      const one = await deps.db.inBusinessByKey(businessId, (tx) => advanceBatch(deps, tx, businessId, [id]));
      moved += one.moved;
      asked.push(...one.asked);
      readIn.push(...one.readIn);
      // Who waits for an answer to an earlier message is not looked at again before it is there.
      if (one.moved > 0 || one.asked.length > 0 || one.isMoreDue) isMoreDue = true;
    } catch (error) {
      deps.log.error({ error, businessId, conversationId: id }, "a turn failed");
      await putAside(deps, { businessId, id, error });
      // Whoever failed waits for another try, so the next look meets others.
      isMoreDue = true;
    }
  }
  return { moved, isMoreDue, asked, readIn };
}

async function putAside(
  deps: TurnDeps,
  { businessId, id, error }: { businessId: string; id: string; error: unknown },
): Promise<void> {
  const realNow: DateTime = deps.clock.now();
  await deps.db.inBusinessByKey(businessId, async (tx) => {
    const failures = await recordTurnFailure(tx, businessId, id, realNow.plus({ seconds: RETRY_SECONDS }));
    if (failures < MOST_FAILURES) return;
    const business = present(await readBusiness(tx), "the business");
    const now = businessTime(realNow, Number(business.clockOffsetMs));
    await quarantine({ tx, business, now }, id, { kind: "conversation.stuck", subjectId: id, error });
  });
}
