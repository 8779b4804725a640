import type { AnyStateMachine } from "xstate";
import { z } from "zod";
import { FREQUENCIES } from "../../src/domain/negotiation/terms.ts";
import { OUTCOMES } from "../../src/domain/outcome.ts";
import { type IsoDate, parseIsoDate } from "../../src/domain/time.ts";
import { EXPECTATIONS, type Expectation, SUGGESTIONS } from "../vocabulary.ts";

const Day = z.custom<IsoDate>((value) => typeof value === "string" && parseIsoDate(value) !== undefined, "no day");

/** What a flow remembers of a plan it is talking about; what it comes to is worked out when a message is written. */
const RememberedTerms = z.object({
  instalments: z.int().min(1),
  frequency: z.enum(FREQUENCIES),
  firstAmount: z.string().exactOptional(),
  firstOn: Day.exactOptional(),
  parts: z
    .array(z.object({ on: Day, amount: z.string() }))
    .readonly()
    .exactOptional(),
});

const RememberedPromise = z.object({ on: Day, amount: z.string().exactOptional() });

/** What every flow's context has in common, because the engine and the writer of messages need it. JSON values only. */
export const CommonContext = z.object({
  /** The debtor proved who they are: before that, no message may disclose a debt. */
  verified: z.boolean(),
  failedTries: z.int().min(0),
  /** The plan or promise the conversation is about: the echo before a strict yes, and the agreement after it. */
  terms: RememberedTerms.nullable(),
  promise: RememberedPromise.nullable(),
  /** What was offered when the bot last asked back what was meant, the likeliest first. */
  suggested: z.array(z.enum(SUGGESTIONS)).readonly(),
  /** The outcome recorded since the conversation began, since an agent handed it back, or since they gave permission again. */
  outcome: z.enum(OUTCOMES).nullable(),
});
export type CommonContext = z.infer<typeof CommonContext>;

/** A version of a flow: frozen once customers are in the middle of it. */
export type FlowDefinition = {
  readonly id: string;
  readonly version: number;
  readonly machine: AnyStateMachine;
  readonly context: z.ZodType<CommonContext>;
  /** Wrong answers to "who are you" before the conversation closes: tries left are this less `failedTries`. */
  readonly identityTries: number;
};

/** Where a conversation may stand without an alarm. */
const RESTS = ["withPerson", "forGood"] as const;
type Rest = (typeof RESTS)[number];

const Meta = z.strictObject({
  expects: z.enum(EXPECTATIONS),
  rest: z.enum(RESTS).optional(),
  afterStop: z.literal(true).optional(),
});

/** What the flow expects to read next in this state. @throws when the flow has no such state. */
export function expectationOf(flow: FlowDefinition, state: string): Expectation {
  return metaOf(flow, state).expects;
}

/** `withPerson` while a person answers, `forGood` after a last word; `undefined` where the bot goes on. */
export function restOf(flow: FlowDefinition, state: string): Rest | undefined {
  return metaOf(flow, state).rest;
}

/** Does this state say nothing that an opt-out forbids? In any other the flow has to be told of one first. */
export function isAfterStop(flow: FlowDefinition, state: string): boolean {
  return metaOf(flow, state).afterStop === true;
}

function metaOf(flow: FlowDefinition, state: string): z.infer<typeof Meta> {
  return Meta.parse(flow.machine.root.states[state]?.meta);
}
