import type { DateTime } from "luxon";
import type { LockedConversation, WaitingMessage } from "../../../db/turns.ts";
import type { FlowDefinition } from "../../../flows/lib/definition.ts";
import { CommonContext, expectationOf, isAfterStop, restOf } from "../../../flows/lib/definition.ts";
import { confirmationIn } from "../../../flows/lib/options.ts";
import { type Saved, step } from "../../../flows/step.ts";
import type { Effect, FlowEvent } from "../../../flows/vocabulary.ts";
import { isDoubtful, type Opinion, withOpinion } from "../../domain/understanding/opinion.ts";
import type { Content, Context, Reading } from "../../domain/understanding/reading.ts";
import { understand } from "../../domain/understanding/understand.ts";
import { type EventFacts, eventOf } from "./event-of.ts";
import {
  answerIn,
  contentOf,
  graveAmong,
  type Heard,
  type KeptMeaning,
  keptMeaning,
  protectiveAmong,
  type Read,
  soundsOfDanger,
} from "./heard.ts";
import { inboundOf } from "./inbound-of.ts";
import { suggestionsFor } from "./suggestions.ts";

/** One conversation, what waits in it, and what happened to it besides. */
export type Move = {
  readonly conversation: LockedConversation;
  readonly flow: FlowDefinition;
  readonly waiting: readonly WaitingMessage[];
  /** Facts that are not the debtor's words: an opening, a payment, an alarm, an agent. They come first. */
  readonly events: readonly FlowEvent[];
};

export type MoveFacts = Omit<EventFacts, "expects" | "isStranger" | "about" | "stop" | "echoed" | "didYouMean"> &
  Pick<Context, "country" | "currency"> & {
    readonly payDays: readonly number[];
    /** They owe something in another currency than the business collects in: an agent's matter. */
    readonly owesElsewhere?: boolean;
    /** Second opinions on messages that were asked about; they count only where we did not understand. */
    readonly opinions?: ReadonlyMap<string, Opinion | undefined>;
  };

/** One event as it was taken: for the log, which is also audit and replay. */
export type TakenEvent = {
  readonly event: FlowEvent;
  readonly meaning: KeptMeaning | null;
  readonly handled: boolean;
  readonly fromState: string;
  readonly toState: string;
  readonly effects: readonly Effect[];
};

export type Moved = Saved & {
  readonly taken: readonly TakenEvent[];
  /** Everything asked for, in order; of several `say`s only the last: one turn is one message. */
  readonly effects: readonly Effect[];
  readonly finished: boolean;
  readonly language: LockedConversation["language"];
  readonly lastInboundAt: DateTime | null;
  /** What was not understood and nobody was asked about, where somebody may be: a second opinion could change this turn. */
  readonly doubts: readonly WaitingMessage[];
  readonly readings: readonly MessageRead[];
};

/** A message as it was heard, and what its state then waited for. */
export type MessageRead = {
  readonly message: WaitingMessage;
  readonly reading: Reading;
  readonly expects: Context["expects"];
};

/**
 * What one conversation does about everything that waits in it, decided without doing any of it.
 *
 * A burst is one turn: what protects the debtor is heard first, whichever message it stands in; then the rest in the order
 * in which it was written, each read by what the state then expects. One message answers it all.
 */
export function decideTurn(move: Move, facts: MoveFacts): Moved {
  const turn = start(move, facts);
  for (const event of move.events) turn.take(event, null);
  if (move.waiting.length === 0) return turn.end();

  const isStopTold = move.conversation.stoppedAt !== null && !isAfterStop(move.flow, move.conversation.state);
  if (isStopTold) turn.tellStop();
  const isNew = move.conversation.revision === 0 && move.events.length === 0 && !isStopTold;
  const isStranger = move.conversation.debtorId === null;
  // Who begins with "not now" is asked nothing now.
  const isLater = isNew && !isStranger && turn.asksForPatience(move.waiting);
  if (isNew && !isLater) turn.take({ type: isStranger ? "stranger.wroteFirst" : "debtor.wroteFirst" }, null);

  const all = turn.readAll(move.waiting);
  const protective = protectiveAmong(all);
  for (const heard of protective) turn.hear(heard);
  const grave = graveAmong(all);
  if (grave) turn.take({ type: "debtor.soundedGrave", danger: soundsOfDanger(grave) }, keptMeaning(grave));
  // Whoever says stop is heard in that alone, whatever stands beside it.
  if (protective.some(({ meaning }) => meaning.type === "optOut")) return turn.end();
  for (const message of turn.toAnswer(move.waiting)) {
    if (turn.isSettled()) break;
    const heard = turn.readAnswer(message);
    // Somebody who writes first is asked who they are, and the greeting is no answer to that.
    if (isNew && !isLater && heard && !SPEAKS_FOR_ITSELF.has(contentOf(heard).type)) continue;
    if (heard) turn.hear(heard);
  }
  return turn.end();
}

/** What may move a conversation that somebody has just begun by writing; the rest is an answer to nothing yet. */
const SPEAKS_FOR_ITSELF: ReadonlySet<Content["type"]> = new Set(["howToVerify", "receipt"]);

type Turn = {
  take(event: FlowEvent, meaning: KeptMeaning | null): void;
  /** They had opted out, and this chat does not know it yet. */
  tellStop(): void;
  hear(heard: Heard): void;
  /** Of somebody who opted out and asks for messages again, that message alone; of others all. */
  toAnswer(messages: readonly WaitingMessage[]): readonly WaitingMessage[];
  /** They say "not now", and nothing else. */
  asksForPatience(messages: readonly WaitingMessage[]): boolean;
  readAll(messages: readonly WaitingMessage[]): Read[];
  readAnswer(message: WaitingMessage): Heard | undefined;
  /** This turn brought it to a person, or to its end: nothing that is still unread could be answered any more. */
  isSettled(): boolean;
  end(): Moved;
};

function start({ conversation, flow, waiting }: Move, facts: MoveFacts): Turn {
  let saved: Saved = { state: conversation.state, context: conversation.context };
  let finished = false;
  /** Where the debtor's words find it. */
  let heardIn = conversation.state;
  const taken: TakenEvent[] = [];
  const readings: Reading[] = [];
  const doubts = new Set<WaitingMessage>();
  /** Messages of which something was heard before anything else was read. */
  const urgentIds = new Set<string>();
  const kept = new Map<string, MessageRead>();

  const read = (message: WaitingMessage): Reading => {
    const inbound = inboundOf(message);
    return inbound ? withOpinion(understand(inbound, contextNow()), facts.opinions?.get(message.id)) : NOTHING_READ;
  };
  const keep = (message: WaitingMessage, reading: Reading): void => {
    kept.set(message.id, { message, reading, expects: contextNow().expects });
  };
  const contextNow = (): Context => ({
    expects: expectationOf(flow, saved.state),
    // The menu the debtor saw is the one before this turn; once the state has moved, its numbers mean nothing.
    options: saved.state === conversation.state ? conversation.lastOptions : [],
    language: conversation.language,
    currency: facts.currency,
    country: facts.country,
    today: facts.today,
    payDays: facts.payDays,
    ...(facts.owed && { owed: facts.owed }),
  });

  const turn: Turn = {
    take(event, meaning) {
      const before = saved.state;
      const next = step(flow, saved, event);
      saved = { state: next.state, context: next.context };
      finished = next.finished;
      taken.push({
        event,
        meaning,
        handled: next.handled,
        fromState: before,
        toState: next.state,
        effects: next.effects,
      });
    },
    tellStop() {
      turn.take({ type: "debtor.optedOutElsewhere" }, null);
      heardIn = saved.state;
    },
    hear(heard) {
      const { expects, options } = contextNow();
      const about = CommonContext.parse(saved.context);
      const event = eventOf(contentOf(heard), {
        ...facts,
        isStranger: conversation.debtorId === null,
        expects,
        about: () => about,
        stop: stopFor(conversation, heard.message),
        echoed: options.flatMap(({ id }) => confirmationIn(id) ?? [])[0],
        didYouMean: suggestionsFor(heard, about),
      });
      turn.take(event, keptMeaning(heard));
      // "You owe nothing" would be untrue for somebody whose debt is in a currency the bot does not collect in.
      if (facts.owesElsewhere && "nothingOwed" in event && event.nothingOwed)
        turn.take({ type: "debtor.askedForPerson" }, null);
    },
    toAnswer(messages) {
      const asks =
        conversation.stoppedAt && messages.find((message) => turn.readAnswer(message)?.meaning.type === "optIn");
      return asks ? [asks] : messages;
    },
    asksForPatience: (messages) =>
      messages.every((message) => {
        const { meanings, act } = read(message);
        return act === "act" && meanings[0]?.type === "later";
      }),
    readAll: (messages) =>
      messages.map((message) => {
        const reading = read(message);
        readings.push(reading);
        keep(message, reading);
        const one = { message, reading };
        if (reading.act === "human" || protectiveAmong([one]).length > 0) urgentIds.add(message.id);
        return one;
      }),
    readAnswer(message) {
      const reading = read(message);
      if (isDoubtful(reading) && message.kind === "text" && !facts.opinions?.has(message.id)) doubts.add(message);
      const one = { message, reading };
      const heard = answerIn(one, { mayReturn: conversation.stoppedAt !== null, isHeard: urgentIds.has(message.id) });
      if (heard) keep(message, reading);
      return heard;
    },
    isSettled: () => finished || (saved.state !== heardIn && restOf(flow, saved.state) !== undefined),
    end: () => ({
      ...saved,
      taken,
      effects: oneMessage(taken.flatMap(({ effects }) => effects)),
      finished,
      language: spoken(conversation.language, readings, waiting),
      // What comes days late does not close the 24 hours that a newer message opened.
      lastInboundAt: latest(waiting.at(-1)?.sentAt ?? null, conversation.lastInboundAt),
      doubts: mayBeAskedAbout(conversation, flow) && urgentIds.size === 0 ? [...doubts] : [],
      readings: [...kept.values()],
    }),
  };
  return turn;
}

/** Where a person has the chat or the bot is silent an opinion changes nothing, and words of whoever opted out go nowhere. */
function mayBeAskedAbout({ stoppedAt, state }: LockedConversation, flow: FlowDefinition): boolean {
  return stoppedAt === null && restOf(flow, state) === undefined;
}

const NOTHING_READ: Reading = { meanings: [], act: "act", candidates: [], language: undefined };

function latest(one: DateTime | null, other: DateTime | null): DateTime | null {
  return one === null || (other !== null && other > one) ? other : one;
}

/** Words from before an opt-out lift it no more than anybody else's do. */
function stopFor({ stoppedAt, canReturn }: LockedConversation, { sentAt }: WaitingMessage): EventFacts["stop"] {
  if (stoppedAt === null) return "none";
  return canReturn && sentAt > stoppedAt ? "lifts" : "stands";
}

function oneMessage(effects: readonly Effect[]): Effect[] {
  const last = effects.findLast(({ type }) => type === "say");
  return effects.filter((effect) => effect.type !== "say" || effect === last);
}

/** Four words tell a language well enough to follow the debtor into it (eld: 99 % from four words on). */
const WORDS_THAT_TELL = 4;

function spoken(
  language: LockedConversation["language"],
  readings: readonly Reading[],
  waiting: readonly WaitingMessage[],
): LockedConversation["language"] {
  const heard = readings.findLast((reading, index) => reading.language && wordsOf(waiting[index]) >= WORDS_THAT_TELL);
  return heard?.language ?? language;
}

function wordsOf(message: WaitingMessage | undefined): number {
  return message?.body.split(/\s+/).length ?? 0;
}
