import { MEDIA_LIMITS } from "../media-limits.ts";

const MINUTE = 60_000;

/** All in milliseconds, but for the memory. */
export type Limits = {
  /** A database lock is held until a send has started, so this is short. */
  readonly startWithinMs: number;
  readonly sendWithinMs: number;
  readonly mediaWithinMs: number;
  /** From the start of Chromium to a QR, a code, or the phone's first sign. */
  readonly openWithinMs: number;
  /** From then on to ready: after a link the page reads years of chats. */
  readonly readyWithinMs: number;
  /** The first QR, and each of the five that follow it. */
  readonly firstQrMs: number;
  readonly laterQrMs: number;
  readonly codeMs: number;
  /** How often Chromium is looked at, and how long its page may take to say a word. */
  readonly lookEveryMs: number;
  readonly answerWithinMs: number;
  /** After it opened, a page reads its chats; before that, what it does not find may be there all the same. */
  readonly knowsAllAfterMs: number;
  /** A restart waits until nothing came or went for so long. */
  readonly quietForMs: number;
  readonly restartAfterMs: number;
  /** Of the whole tree of processes, in MiB, shared pages counted once. */
  readonly memoryMb: number;
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** Chromium writes its profile at its end; one that takes longer is killed. Less than a session host waits (`CLOSE_WITHIN_MS`). */
  readonly closeWithinMs: number;
  /** Until the phone has said that it took the companion off. */
  readonly farewellWithinMs: number;
};

/** A page with nothing in it takes 345 MiB; WhatsApp Web 500 to 800 by the reports, and more from day to day. */
export const LIMITS: Limits = {
  startWithinMs: 3_000,
  sendWithinMs: 15_000,
  mediaWithinMs: MEDIA_LIMITS.ms,
  openWithinMs: 2 * MINUTE,
  readyWithinMs: 5 * MINUTE,
  firstQrMs: MINUTE,
  laterQrMs: 20_000,
  codeMs: 3 * MINUTE,
  lookEveryMs: 30_000,
  answerWithinMs: 20_000,
  knowsAllAfterMs: MINUTE,
  quietForMs: MINUTE,
  restartAfterMs: 24 * 60 * MINUTE,
  memoryMb: 1_200,
  firstRetryMs: 1_000,
  longestRetryMs: 5 * MINUTE,
  closeWithinMs: 5_000,
  farewellWithinMs: 10_000,
};
