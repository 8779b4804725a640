import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import type { BenchDebtor } from "./debtors.ts";
import { type Latencies, makeLatencies } from "./latencies.ts";
import type { Answer, Step, Words } from "./script.ts";

export type PlaySettings = {
  readonly clock: Clock;
  /** Tells of each message that comes to a debtor's phone, until it is told to stop. */
  readonly hear: (heard: (answer: Answer) => void) => () => void;
  /** Made once for each thing that a debtor writes; each call of what it returns brings it, and tells whether it has arrived. */
  readonly write: (written: Written) => () => Promise<boolean>;
  readonly script: readonly Step[];
  readonly debtors: readonly BenchDebtor[];
  readonly chats: number;
  readonly thinkMs: number;
  readonly warmUpMs: number;
  readonly playMs: number;
  /** How long the last answers may take after the play is over. */
  readonly graceMs: number;
  /** Awaited when the play is over, before the last answers are. */
  readonly beforeGrace?: () => Promise<void>;
};

/** What a debtor writes, at which step of the script, and the answer that they have before their eyes. */
export type Written = {
  readonly phone: string;
  readonly step: number;
  readonly words: Words;
  readonly before: Answer | undefined;
};

export type Played = {
  readonly turns: number;
  readonly answers: Latencies;
  readonly webhooks: Latencies;
  readonly finished: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  /** What debtors wrote that had to be brought again, because nobody was there or nobody said that they have it. */
  readonly broughtAgain: number;
  /** The first few messages nobody waited for, for whoever looks into them. */
  readonly surprises: readonly string[];
};

type Chat = {
  readonly debtor: BenchDebtor;
  step: number;
  askedAtMs: number;
  isWaiting: boolean;
  last: Answer | undefined;
  readonly seen: Set<string>;
};

const BRING_AGAIN_AFTER_MS = 200;
const MOST_SURPRISES = 5;

/**
 * Plays `chats` debtors at once, each a person who reads, thinks and writes on; whoever has finished the script makes
 * place for the next. Ends by itself: when the time is over nobody writes any more, and the last answers are awaited.
 */
export async function play(settings: PlaySettings): Promise<Played> {
  const { clock, script, debtors, thinkMs } = settings;
  const chats = new Map<string, Chat>();
  const answers = makeLatencies();
  const webhooks = makeLatencies();
  const surprises: string[] = [];
  const count = { next: 0, turns: 0, finished: 0, doubled: 0, outOfOrder: 0, broughtAgain: 0 };
  const startedAtMs = clock.elapsedMs();
  const measured = (): boolean => clock.elapsedMs() - startedAtMs >= settings.warmUpMs;
  let over = false;

  const begin = (): void => {
    if (over) return;
    const debtor = present(debtors[count.next], `a debtor number ${count.next}: more take part than were made`);
    count.next += 1;
    const chat: Chat = { debtor, step: 0, askedAtMs: 0, isWaiting: false, last: undefined, seen: new Set() };
    chats.set(debtor.phone, chat);
    write(chat);
  };

  const write = (chat: Chat): void => {
    if (over) return;
    chat.isWaiting = true;
    chat.askedAtMs = clock.elapsedMs();
    const { debtor, step, last } = chat;
    const words = present(script[step], "the script's step").says(debtor, last);
    void bring(settings.write({ phone: debtor.phone, step, words, before: last }));
  };

  const bring = async (written: () => Promise<boolean>): Promise<void> => {
    const sentAtMs = clock.elapsedMs();
    const hasArrived = await written().catch(() => false);
    if (measured() && hasArrived) webhooks.add(clock.elapsedMs() - sentAtMs);
    if (hasArrived) return;
    count.broughtAgain += 1;
    setTimeout(() => void bring(written), BRING_AGAIN_AFTER_MS).unref();
  };

  const stop = settings.hear((answer) => {
    const chat = chats.get(answer.to);
    if (chat?.isWaiting && !isRepeat(chat, answer) && script[chat.step]?.isAnswer(answer, chat.debtor)) {
      takeAnswer(chat, answer);
      return;
    }
    const isKnown =
      chat !== undefined &&
      (isRepeat(chat, answer) || script.slice(0, chat.step).some(({ isAnswer }) => isAnswer(answer, chat.debtor)));
    if (isKnown) count.doubled += 1;
    else count.outOfOrder += 1;
    if (surprises.length < MOST_SURPRISES) surprises.push(`step ${chat?.step}: ${answer.text.slice(0, 120)}`);
  });

  const takeAnswer = (chat: Chat, answer: Answer): void => {
    if (measured() && !over) {
      answers.add(clock.elapsedMs() - chat.askedAtMs);
      count.turns += 1;
    }
    if (answer.outboxId) chat.seen.add(answer.outboxId);
    Object.assign(chat, { isWaiting: false, last: answer, step: chat.step + 1 });
    const isFinished = chat.step === script.length;
    if (isFinished) count.finished += 1;
    setTimeout(() => (isFinished ? begin() : write(chat)), thinkMs).unref();
  };

  // Spread over one think time, as people are: a wall of everybody at once measures only itself.
  const spread = Math.max(thinkMs, 1) / settings.chats;
  for (let number = 0; number < settings.chats; number += 1) setTimeout(begin, number * spread);

  await pause(settings.warmUpMs + settings.playMs);
  over = true;
  await settings.beforeGrace?.();
  const waiting = (): number => [...chats.values()].filter(({ isWaiting }) => isWaiting).length;
  for (let waited = 0; waited < settings.graceMs && waiting() > 0; waited += 100) await pause(100);
  // A double would come now, when nobody waits any more.
  await pause(Math.min(settings.graceMs, 500));
  stop();
  return { ...count, answers, webhooks, lost: waiting(), surprises };
}

function isRepeat({ seen }: Chat, { outboxId }: Answer): boolean {
  return outboxId !== undefined && seen.has(outboxId);
}
