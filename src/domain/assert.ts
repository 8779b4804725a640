/** Our own bug: an assumption the code relies on did not hold. Nobody catches it; the job or request dies and is logged. */
export class BrokenInvariant extends Error {
  override readonly name = "BrokenInvariant";
}

/** States what must be true here. @throws {BrokenInvariant} when it is not. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(message);
}

/** The value, which the caller knows to be there. @throws {BrokenInvariant} when it is absent. */
export function present<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new BrokenInvariant(`${what} is absent`);
  return value;
}

/** Ends a switch over a closed union: a case that somebody adds later does not compile until it is handled. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`unreachable value ${JSON.stringify(value)}`);
}
