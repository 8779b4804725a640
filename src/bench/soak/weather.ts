/** A number from 0 to 1, another each time. */
export type Chance = () => number;

/** What may go wrong, by its name: how likely each time, and what it is then. */
export type Faults<Name extends string, Fault> = Readonly<
  Record<Name, { readonly thousandths: number; readonly fault: (chance: Chance) => Fault }>
>;

export type Weather<Name extends string, Fault> = {
  /** What goes wrong this time; undefined: nothing. */
  next(): Fault | undefined;
  /** From here on nothing goes wrong any more. */
  clear(): void;
  readonly counts: ReadonlyMap<Name, number>;
  /** What went wrong the time before this moment. */
  last(): Name | undefined;
};

export function makeWeather<Name extends string, Fault>(
  faults: Faults<Name, Fault>,
  chance: Chance,
): Weather<Name, Fault> {
  const isName = (name: string): name is Name => Object.hasOwn(faults, name);
  const names = Object.keys(faults).filter(isName);
  const counts = new Map<Name, number>();
  let isClear = false;
  let last: Name | undefined;
  return {
    counts,
    last: () => last,
    next() {
      last = undefined;
      if (isClear) return undefined;
      let drawn = chance() * 1_000;
      for (const name of names) {
        drawn -= faults[name].thousandths;
        if (drawn >= 0) continue;
        last = name;
        counts.set(name, (counts.get(name) ?? 0) + 1);
        return faults[name].fault(chance);
      }
      return undefined;
    },
    clear() {
      isClear = true;
    },
  };
}
