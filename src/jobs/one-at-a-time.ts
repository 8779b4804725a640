/**
 * Runs `work` for a key at most once at a time. Whoever asks while it runs shares the one run that begins when this one
 * ends: it sees all that was there when they asked. So any number of bells are two runs, and each run has more to do.
 */
export function oneAtATime<T>(work: (key: string) => Promise<T>): (key: string) => Promise<T> {
  type Run = { readonly current: Promise<T>; next: Promise<T> | undefined };
  const runs = new Map<string, Run>();

  const begin = (key: string): Promise<T> => {
    const run: Run = { current: work(key), next: undefined };
    runs.set(key, run);
    const forget = (): void => {
      if (run.next === undefined) runs.delete(key);
    };
    run.current.then(forget, forget);
    return run.current;
  };

  return (key) => {
    const run = runs.get(key);
    if (run === undefined) return begin(key);
    const again = (): Promise<T> => begin(key);
    run.next ??= run.current.then(again, again);
    return run.next;
  };
}
