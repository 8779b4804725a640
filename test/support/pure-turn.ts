import { DateTime } from "luxon";
import type { LockedConversation, WaitingMessage } from "../../db/turns.ts";
import { collectV1 } from "../../flows/collect/v1.ts";
import { writeMessage } from "../../flows/collect/write-message.ts";
import type { Step } from "../../flows/step.ts";
import type { FlowEvent, MessageKey } from "../../flows/vocabulary.ts";
import { decideTurn, type Moved, type MoveFacts } from "../../src/app/conversations/decide-turn.ts";
import { money } from "../../src/domain/money.ts";
import { play } from "./flow-histories.ts";
import { RICH } from "./sample-words.ts";

const NOW = DateTime.fromISO("2026-11-23T15:00:00Z", { zone: "utc" });

/** What is known of the sample debtor when a turn of theirs is decided. */
const FACTS: MoveFacts = {
  owed: RICH.owed,
  hasPlan: false,
  policy: {
    maxInstalments: 12,
    frequencies: ["monthly", "quincenal", "weekly"],
    minFirstPaymentMinor: 0n,
    minFirstPaymentBasisPoints: 0,
    minInstalmentMinor: 1_000_000n,
    maxDaysToFirstPayment: 35,
    maxPromiseDays: 15,
    multipleOfMinor: 10_000n,
  },
  today: RICH.today,
  payDays: [15, 31],
  country: "CO",
  currency: "COP",
  documentLastFour: "5502",
  birthDate: () => undefined,
};

/** The turn that these texts bring about, decided without a database, in a conversation to which this has happened. */
export function turnAfter(history: readonly FlowEvent[], ...texts: readonly string[]): { before: Step; moved: Moved } {
  const steps = play(collectV1, history);
  const before = steps.at(-1);
  if (before === undefined) throw new Error("a history has at least its beginning");
  const said = steps.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.type === "say" ? [effect.params.message] : [])),
  );
  const conversation = conversationIn(before, { last: said.at(-1), revision: history.length });
  const move = { conversation, flow: collectV1, waiting: texts.map(waiting), events: [] };
  return { before, moved: decideTurn(move, FACTS) };
}

export function waiting(body: string, index = 0): WaitingMessage {
  return {
    id: `message-${index + 1}`,
    conversationId: "conversation",
    kind: "text",
    body,
    detail: null,
    sentAt: NOW.plus({ seconds: index }),
  };
}

function conversationIn(
  { state, context }: Step,
  { last, revision }: { last: MessageKey | undefined; revision: number },
): LockedConversation {
  const options = last === undefined ? undefined : writeMessage(last, "es", wordsOf(context)).options;
  return {
    id: "conversation",
    channelId: "channel",
    contactId: "contact",
    debtorId: state.startsWith("stranger") ? null : "debtor",
    flow: "collect",
    flowVersion: 1,
    state,
    context: { ...context },
    language: "es",
    revision,
    owner: "bot",
    ownerUserId: null,
    ownerEpoch: 0,
    handedOverBecause: null,
    handedOverAt: null,
    verifiedAt: null,
    alarmAt: null,
    lastInboundAt: NOW,
    saidSinceInbound: 1,
    lastOptions: [...(options ?? [])],
    outcome: null,
    closedAt: null,
    failures: 0,
    debtorKind: "person",
    documentLastFour: FACTS.documentLastFour,
    birthDateSealed: null,
    debtorCountry: null,
    debtorZone: null,
    hasPlan: false,
    stoppedAt: state === "stopped" || state === "confirmingPermission" ? NOW.minus({ days: 1 }) : null,
    canReturn: true,
  };
}

/** The sample facts, with the plan or promise that the conversation is about. */
function wordsOf(context: Step["context"]): typeof RICH {
  const promise = context["promise"] === null ? undefined : { on: RICH.today, amount: money(9_000_000n, "COP") };
  return { ...RICH, promise: promise ?? RICH.promise };
}
