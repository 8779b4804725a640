/** A number that may be used now: not blocked, stopped or taken out of use. */
export type UsableNumber = {
  readonly id: string;
  /** It may write first only to who has written to it: a linked phone. */
  readonly isWarmOnly: boolean;
};

/** A number that a person has had a conversation on. */
export type KnownOn = {
  readonly channelId: string;
  readonly hasWritten: boolean;
  /** When the last of them began, in milliseconds. */
  readonly lastMs: number;
};

/**
 * The number by which we write first to somebody: the one they know from their last conversation, else the first that may write to them,
 * else the first of all, so that the gate can say why not. Undefined where none can be used.
 */
export function chooseNumber<N extends UsableNumber>(usable: readonly N[], known: readonly KnownOn[]): N | undefined {
  const mayStart = ({ id, isWarmOnly }: N): boolean =>
    !isWarmOnly || known.some(({ channelId, hasWritten }) => channelId === id && hasWritten);
  const lastFirst = known.toSorted((a, b) => b.lastMs - a.lastMs);
  const last = usable.find(({ id }) => id === lastFirst[0]?.channelId);
  return (last && mayStart(last) ? last : undefined) ?? usable.find(mayStart) ?? usable[0];
}
