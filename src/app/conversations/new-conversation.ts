import { CURRENT, flowAt } from "../../../flows/registry.ts";
import { begin } from "../../../flows/step.ts";

/** How every conversation begins, before its first event: in the current version of the flow. */
export function newConversation(): {
  flow: string;
  flowVersion: number;
  state: string;
  context: Readonly<Record<string, unknown>>;
} {
  const { state, context } = begin(flowAt(CURRENT.id, CURRENT.version));
  return { flow: CURRENT.id, flowVersion: CURRENT.version, state, context };
}
