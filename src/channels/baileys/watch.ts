import type { Clock } from "../../clock.ts";
import type { After } from "./after.ts";

/**
 * A socket may stand, answer pings and be deaf for days (WhiskeySockets/Baileys#2491). So after ten quiet minutes we write a word to
 * ourselves and want the server's ack. Quiet nights are no reason to fill the owner's own chat: each answer doubles the wait,
 * up to two hours, until somebody writes again.
 */
export function quietBeforeProbeMs(answered: number): number {
  return Math.min(TWO_HOURS_MS, TEN_MINUTES_MS * 2 ** Math.min(answered, 10));
}

/** What to do after a probe: a deaf socket is made anew; a new one that is deaf too means that the process is at fault. */
export function afterProbe(probe: {
  readonly answered: boolean;
  readonly renewed: boolean;
}): "wait" | "renew" | "restart" {
  if (probe.answered) return "wait";
  return probe.renewed ? "restart" : "renew";
}

const TEN_MINUTES_MS = 10 * 60_000;
const TWO_HOURS_MS = 2 * 60 * 60_000;
const LOOK_EVERY_MS = 60_000;

export type Watch = {
  /** Something came that shows that we hear. */
  heard(): void;
  opened(): void;
  closed(): void;
};

export function makeWatch(parts: {
  readonly clock: Clock;
  readonly after: After;
  /** Writes to ourselves; whether the server confirmed it. Never rejects. */
  readonly probe: () => Promise<boolean>;
  readonly renew: () => void;
  readonly restart: () => void;
}): Watch {
  const { clock, after } = parts;
  const state = { heardAtMs: clock.elapsedMs(), answered: 0, renewed: false, life: 0 };
  let cancel = (): void => undefined;

  function look(life: number): void {
    cancel = after(LOOK_EVERY_MS, () => {
      const quietMs = clock.elapsedMs() - state.heardAtMs;
      if (quietMs < quietBeforeProbeMs(state.answered)) look(life);
      else void ask(life);
    });
  }

  async function ask(life: number): Promise<void> {
    const answered = await parts.probe();
    // Closed meanwhile: whoever reconnects starts a life of its own.
    if (life !== state.life) return;
    const next = afterProbe({ answered, renewed: state.renewed });
    state.renewed = next === "renew";
    if (next === "restart") return parts.restart();
    if (next === "renew") return parts.renew();
    state.answered += 1;
    state.heardAtMs = clock.elapsedMs();
    look(life);
  }

  return {
    heard() {
      state.heardAtMs = clock.elapsedMs();
      state.answered = 0;
    },
    opened() {
      state.life += 1;
      cancel();
      // A socket made anew because the last one was deaf shows at once whether it hears.
      if (state.renewed) void ask(state.life);
      else look(state.life);
    },
    closed() {
      state.life += 1;
      cancel();
    },
  };
}
