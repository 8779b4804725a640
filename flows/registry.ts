import { assert } from "../src/domain/assert.ts";
import { AppError } from "../src/domain/errors.ts";
import { collectV1 } from "./collect/v1.ts";
import type { FlowDefinition } from "./lib/definition.ts";

/** Every version that some conversation may still be in. A version leaves when no row uses it. */
export const FLOWS: readonly FlowDefinition[] = [collectV1];

/** Where a new conversation begins. One already begun stays where it began. */
export const CURRENT: FlowDefinition = collectV1;

export type FlowVersion = { readonly flow: string; readonly version: number };

/** @throws {BrokenInvariant} when this build lacks it: `assertServes` has looked before anything started. */
export function flowAt(id: string, version: number): FlowDefinition {
  const found = FLOWS.find((flow) => flow.id === id && flow.version === version);
  assert(found !== undefined, `this build has no ${id}@${version}`);
  return found;
}

/**
 * Refuses to start a build that lacks a version which live conversations are in: it would leave them unanswered.
 *
 * @throws {AppError} `database.newer-than-build`, naming every version that is missing.
 */
export function assertServes(live: readonly FlowVersion[]): void {
  const served = new Set(FLOWS.map(({ id, version }) => `${id}@${version}`));
  const missing = new Set(live.map(({ flow, version }) => `${flow}@${version}`).filter((name) => !served.has(name)));
  if (missing.size === 0) return;
  const names = [...missing].join(", ");
  throw new AppError(
    "database.newer-than-build",
    `Conversations are in the middle of ${names}, which this build does not have (it has ${[...served].join(", ")}). Start the build that began them, or a newer one.`,
  );
}
