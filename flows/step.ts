import { initialTransition, transition } from "xstate";
import { assert } from "../src/domain/assert.ts";
import { effects as known } from "./lib/ask.ts";
import type { CommonContext, FlowDefinition } from "./lib/definition.ts";
import type { Effect, FlowEvent } from "./vocabulary.ts";

/** What we keep of a conversation between two events: our own shape, not XState's. JSON, both ways. */
export type Saved = { readonly state: string; readonly context: Readonly<Record<string, unknown>> };

export type Step = Saved & {
  /** What the flow asks for, in order. At most one `say`. */
  readonly effects: readonly Effect[];
  /** False when the flow has nothing to say about this event where it stands. */
  readonly handled: boolean;
  /** Nothing moves it any more: what the debtor writes next begins a new conversation. */
  readonly finished: boolean;
};

/** A conversation before its first event, which follows at once. */
export function begin(flow: FlowDefinition): Step {
  const [snapshot, actions] = initialTransition(flow.machine);
  return toStep(flow, snapshot, { actions, handled: true });
}

/**
 * The whole of a conversation's behaviour: what was, what happened, what is now, what to do about it.
 *
 * @throws when the saved state or context is none of this flow's: another version wrote it.
 */
export function step(flow: FlowDefinition, saved: Saved, event: FlowEvent): Step {
  const context = flow.context.parse(saved.context);
  const before = flow.machine.resolveState({ value: saved.state, context });

  // XState's pure `transition` still follows a machine-wide handler out of a final state, which a running actor never
  // would. Somebody whose conversation is over must not be answered by it.
  if (before.status === "done") return toStep(flow, before, { actions: [], handled: false });

  const [after, actions] = transition(flow.machine, before, event);
  return toStep(flow, after, { actions, handled: before.can(event) });
}

/** What we read of XState's snapshot, and all of it. */
type Snapshot = { readonly value: unknown; readonly context: unknown; readonly status: string };
type Action = { readonly type: string; readonly params?: unknown };

function toStep(
  flow: FlowDefinition,
  snapshot: Snapshot,
  { actions, handled }: { actions: readonly Action[]; handled: boolean },
): Step {
  const { value } = snapshot;
  assert(typeof value === "string", `${flow.id}@${flow.version} is not flat: ${JSON.stringify(value)}`);
  const asked = actions.map(toEffect);
  assert(asked.filter(({ type }) => type === "say").length <= 1, `${flow.id} says two things at once in ${value}`);

  return {
    state: value,
    ...withOneOutcome(flow.context.parse(snapshot.context), asked),
    handled,
    finished: snapshot.status === "done",
  };
}

/** A conversation has one outcome, the first, until an agent hands it back and the flow forgets it. */
function withOneOutcome(context: CommonContext, asked: readonly Effect[]): Pick<Step, "context" | "effects"> {
  const recorded = asked.find((effect) => effect.type === "recordOutcome");
  if (recorded === undefined) return { context, effects: asked };
  if (context.outcome === null) return { context: { ...context, outcome: recorded.params.outcome }, effects: asked };
  return { context, effects: asked.filter((effect) => effect.type !== "recordOutcome") };
}

function toEffect({ type, params }: Action): Effect {
  assert(Object.hasOwn(known, type), `a flow asked for ${type}, which is no effect`);
  // The compiler checked type and params together where the flow was declared; XState hands them back untyped.
  return { type, params } as Effect;
}
