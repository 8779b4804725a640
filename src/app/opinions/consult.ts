import { hash } from "node:crypto";
import type { DateTime } from "luxon";
import {
  insertOpinions,
  type NewOpinion,
  type StoredOpinion,
  verdictsGiven,
  waitNoMore,
} from "../../../db/second-opinions.ts";
import type { LockedConversation, WaitingMessage } from "../../../db/turns.ts";
import { writersOf } from "../../../db/writers.ts";
import { type Masked, mask } from "../../domain/understanding/masking/mask.ts";
import { OPINION_INTENTS, type Opinion } from "../../domain/understanding/opinion.ts";
import { type LanguageModel, type Question, readVerdict } from "../../language-model/language-model.ts";
import type { DecidedMove, MoveContext } from "../conversations/save-moves.ts";
import type { Deps } from "../deps.ts";
import { judge } from "./judge.ts";

/** A question that leaves once the transaction that wrote it down has committed. */
export type Asked = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly question: Question;
  readonly raw: string;
  readonly masked: Masked;
  readonly until: DateTime;
};

/** By message. There is one for each that was asked about and needs no more waiting for, with or without an opinion in it. */
export type Opinions = ReadonlyMap<string, Opinion | undefined>;

export type Consulted = { readonly moves: readonly DecidedMove[]; readonly asked: readonly Asked[] };

/** How long one turn waits for all its messages together, from the first question on. */
const TURN_WAITS = { milliseconds: 1500 } as const;
/** No model answers in less, and the turn has waited already. */
const SHORTEST_WAIT_MS = 150;

type Consulting = {
  readonly context: MoveContext<Pick<Deps, "clock" | "secrets">>;
  readonly model: LanguageModel;
  /** Known before this turn, and locked. */
  readonly stored: readonly StoredOpinion[];
  readonly decide: (conversation: LockedConversation, opinions: Opinions) => readonly DecidedMove[];
};

/**
 * Decides turns, and holds back those that a second opinion may help. What is asked is written down here and asked by the caller
 * after the commit; its turn is taken again when the answer is there, or when it has waited long enough. Whoever is killed
 * between leaves rows that say until when to wait, and nobody asks again.
 */
export async function consult(
  { context, model, stored, decide }: Consulting,
  conversations: readonly LockedConversation[],
): Promise<Consulted> {
  const realNow = context.deps.clock.now();
  const isAwaited = ({ outcome, until }: StoredOpinion) => outcome === null && until > realNow;
  const given = stored.filter((one) => !isAwaited(one));
  const opinions = new Map(given.map(({ messageId, opinion }) => [messageId, opinion ?? undefined]));

  const first = conversations.flatMap((conversation) => decide(conversation, opinions));
  const doubtful = first.filter(({ moved }) => moved.doubts.length > 0);
  const { asked, known } = await ask(context, model, { doubtful, stored, realNow });

  const awaited = new Set([...stored.filter(isAwaited), ...asked].map(({ messageId }) => messageId));
  const all: Opinions = new Map([...opinions, ...known]);
  const moves = first.flatMap((move) => {
    const { doubts } = move.moved;
    if (doubts.some(({ id }) => awaited.has(id))) return [];
    return doubts.some(({ id }) => known.has(id)) ? decide(move.before, all) : [move];
  });

  const taken = new Set(moves.flatMap(({ waiting }) => waiting.map(({ id }) => id)));
  const unanswered = stored.filter(({ messageId, outcome }) => outcome === null && taken.has(messageId));
  if (unanswered.length > 0) {
    const messageIds = unanswered.map(({ messageId }) => messageId);
    await waitNoMore(context.tx, context.business.id, { messageIds, realNow });
  }
  return { moves, asked };
}

type Doubtful = {
  readonly doubtful: readonly DecidedMove[];
  readonly stored: readonly StoredOpinion[];
  readonly realNow: DateTime;
};

/** Writes down what is to be asked, and what the same words were answered with before, about the same list. */
async function ask(
  { tx, business, deps }: MoveContext<Pick<Deps, "secrets">>,
  model: LanguageModel,
  { doubtful, stored, realNow }: Doubtful,
): Promise<{ asked: readonly Asked[]; known: Opinions }> {
  const isStored = new Set(stored.map(({ messageId }) => messageId));
  const wanted = doubtful.flatMap(({ before, waiting, moved }) => {
    const until = waitingUntil(waiting, stored, realNow);
    if (until.diff(realNow).toMillis() < SHORTEST_WAIT_MS) return [];
    return moved.doubts.filter(({ id }) => !isStored.has(id)).map((message) => ({ before, message, until }));
  });
  if (wanted.length === 0) return { asked: [], known: new Map() };

  const conversationIds = [...new Set(wanted.map(({ before }) => before.id))];
  const writers = await writersOf(tx, business.id, conversationIds);
  const key = deps.secrets.derive(`second opinions ${business.id}`);
  const questions = wanted.map(({ before, message, until }) => {
    const { names = [], numbers = [] } = writers.get(before.id) ?? {};
    const masked = mask(message.body, { names, numbers, business: business.name });
    const question: Question = { text: masked.text, state: `${before.flow}/${before.state}` };
    const textHash = hash("sha3-256", `${key}${JSON.stringify([model.model, OPINION_INTENTS, question])}`);
    return { conversationId: before.id, messageId: message.id, question, raw: message.body, masked, until, textHash };
  });

  const before = await verdictsGiven(
    tx,
    business.id,
    questions.map(({ textHash }) => textHash),
  );
  const verdicts = new Map(before.flatMap(({ textHash, verdict }) => [[textHash, readVerdict(verdict)] as const]));
  const known = new Map<string, Opinion | undefined>();
  const asked: Asked[] = [];
  const rows = questions.map(({ textHash, ...one }): NewOpinion => {
    const verdict = verdicts.get(textHash);
    const { messageId, question, until } = one;
    const row = { messageId, ...question, model: model.model, textHash, askedAt: realNow, until };
    if (!verdict) {
      asked.push(one);
      return { ...row, outcome: null };
    }
    const result = judge({ kind: "answered", verdict, tokens: undefined }, one);
    known.set(messageId, result.opinion ?? undefined);
    return { ...row, ...result };
  });
  await insertOpinions(tx, business.id, rows);
  return { asked, known };
}

/** Whoever waits already waits no longer for a message that came after. */
function waitingUntil(
  waiting: readonly WaitingMessage[],
  stored: readonly StoredOpinion[],
  realNow: DateTime,
): DateTime {
  const ids = new Set(waiting.map(({ id }) => id));
  const first = stored.find(({ messageId }) => ids.has(messageId));
  return first?.until ?? realNow.plus(TURN_WAITS);
}
