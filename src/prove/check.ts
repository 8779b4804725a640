import type { Stage } from "./stage.ts";

/** What a check found: what was done, what was seen, and whether that is what a debtor or a creditor may rely on. */
export type Finding = { readonly tried: string; readonly seen: string; readonly survived: boolean };

export type Check = {
  /** A promise, as a sentence. */
  readonly claim: string;
  /** `size` is how often the costly ones try: 1 is a test's worth, 10 what `saldar prove` shows. */
  run(stage: Stage, size: number): Promise<Finding>;
};
