/** Runs something once after so many milliseconds of real time, and returns what calls it off. Tests bring one that they move by hand. */
export type After = (ms: number, run: () => void) => () => void;

export const realAfter: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};
