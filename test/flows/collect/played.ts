import { collectV1 } from "../../../flows/collect/v1.ts";
import type { Step } from "../../../flows/step.ts";
import type { Effect, EventOf, FlowEvent, FlowEventType } from "../../../flows/vocabulary.ts";
import { play } from "../../support/flow-histories.ts";

/** The names of events that say everything by themselves. */
type Bare = { [T in FlowEventType]: { type: T } extends EventOf<T> ? T : never }[FlowEventType];

/** The last step of a history of collect@1. */
export function played(...history: readonly (FlowEvent | Bare)[]): Step {
  const events = history.map(asEvent);
  const last = play(collectV1, events).at(-1);
  if (last === undefined) throw new Error("a history has at least its beginning");
  return last;
}

function asEvent(event: FlowEvent | Bare): FlowEvent {
  // Each name of `Bare` is a whole event by itself; the compiler does not spread a union of thirty over an object.
  return typeof event === "string" ? ({ type: event } as FlowEvent) : event;
}

/** What it asks for, each in words: `say opening`, `setAlarm 2`. */
export function asks({ effects }: Step): string[] {
  return effects.map(inWords);
}

function inWords({ type, params }: Effect): string {
  return params === undefined
    ? type
    : `${type} ${Object.values(params)
        .map((value) => (typeof value === "object" ? JSON.stringify(value) : value))
        .join(" ")}`;
}
