import { setTimeout as pause } from "node:timers/promises";

const LOOK_EACH_MS = 20;
/** Of processes that start others: 20 s were seen not to be, beside three others' work. Nothing waits longer than it must. */
const LONG_ENOUGH_MS = 40_000;

/** Waits for what is looked for, and gives it. @throws when it has not come by then, with what was waited for. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  { withinMs = LONG_ENOUGH_MS }: { withinMs?: number } = {},
): Promise<T> {
  const giveUpMs = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > giveUpMs) throw new Error(`waited for nothing: ${what}`);
    await pause(LOOK_EACH_MS);
  }
}
