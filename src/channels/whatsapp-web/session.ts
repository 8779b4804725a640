import type { DateTime } from "luxon";
import type { LinkBy, LinkEnd, LinkState } from "../channel.ts";
import { isSamePhone } from "../is-same-phone.ts";
import { ENDS } from "./ends.ts";
import { logOut } from "./log-out.ts";
import { type OpenPage, openPage, type PageHearing, wordsOf } from "./open-page.ts";
import { page } from "./page.ts";
import { memoryOfTreeMb } from "./processes.ts";
import { type Readiness, type Ready, readiness } from "./readiness.ts";
import { restartReason } from "./restart-reason.ts";
import { restarts } from "./restarts.ts";
import type { SessionSettings } from "./session-settings.ts";
import { withinMs } from "./time-out.ts";
import { identityOf } from "./wid.ts";

/** Later QRs that follow the first by themselves. */
const QRS_AFTER_FIRST = 5;
/** A code is renewed so often before the linking is over. */
const CODES = 3;

export type Session = {
  /** Opens a linked phone, or with `linkBy` one that is to be linked. */
  open(linkBy: LinkBy | undefined): Promise<void>;
  /** The page, while it is linked and connected. */
  page(): OpenPage | undefined;
  /** Since it was ready, or connected again; undefined while it is not. */
  ready(): Ready | undefined;
  link(): LinkState;
  /** Takes the companion off the phone where it can, and forgets it here. */
  unlink(): Promise<void>;
  close(): Promise<void>;
};

/** One number's Chromium: opened, watched, restarted, and given up when a person has to do something. */
export function session(settings: SessionSettings): Session {
  const { profile, limits, chance } = settings;
  const state: State = {
    settings,
    again: restarts({ firstMs: limits.firstRetryMs, longestMs: limits.longestRetryMs, chance }),
    work: Promise.resolve(),
    closing: Promise.withResolvers<void>(),
    generation: 0,
    current: undefined,
    link: { state: "unlinked" },
    isReady: false,
    linkBy: undefined,
    shown: 0,
    openedAtMs: 0,
    readiness: readiness(settings.clock, limits.answerWithinMs),
    silences: 0,
    timer: undefined,
    watch: undefined,
  };
  return {
    open: (linkBy) =>
      inTurn(state, async () => {
        state.again.forget();
        state.linkBy = linkBy;
        await closePage(state);
        await openAnew(state);
      }),
    page: () => (state.link.state === "open" ? state.current : undefined),
    ready: () => (state.link.state === "open" ? state.readiness.last() : undefined),
    link: () => state.link,
    unlink: () =>
      inTurn(state, async () => {
        const client = state.isReady ? state.current?.client : undefined;
        // A page without its connection may forget its keys by itself, and tell nobody.
        const isConnected = state.link.state === "open";
        state.generation += 1;
        // Without a connection the companion stays on the phone's list; its keys are gone all the same.
        const isOff = client !== undefined && (await logOut(client, farewell(state)));
        await closePage(state);
        await profile.wipe();
        tell(state, { state: "unlinked", told: isConnected && isOff });
      }),
    close() {
      state.closing.resolve();
      return inTurn(state, () => closePage(state));
    },
  };
}

type State = {
  readonly settings: SessionSettings;
  readonly again: ReturnType<typeof restarts>;
  readonly readiness: Readiness;
  /** What opens and closes comes one after the other. */
  work: Promise<void>;
  /** Ends what in there waits for others than the page. */
  readonly closing: PromiseWithResolvers<void>;
  /** Of the page that is heard; what an earlier one still says is not. */
  generation: number;
  current: OpenPage | undefined;
  link: LinkState;
  isReady: boolean;
  linkBy: LinkBy | undefined;
  /** QRs or codes of this linking. */
  shown: number;
  openedAtMs: number;
  silences: number;
  timer: NodeJS.Timeout | undefined;
  watch: NodeJS.Timeout | undefined;
};

function inTurn(state: State, act: () => Promise<void>): Promise<void> {
  const done = state.work.then(act);
  state.work = done.catch(() => undefined);
  return done;
}

function tell(state: State, link: LinkState): void {
  void told(state, link);
}

function told(state: State, link: LinkState): Promise<void> {
  state.link = link;
  return state.settings.told(link);
}

/** Something has to happen by then; what happens before sets the next moment, or none. */
function expect(state: State, withinTime: number, otherwise: () => void): void {
  clearTimeout(state.timer);
  state.timer = setTimeout(otherwise, withinTime);
}

async function openAnew(state: State): Promise<void> {
  const { settings } = state;
  state.generation += 1;
  state.isReady = false;
  state.shown = 0;
  state.silences = 0;
  state.openedAtMs = settings.clock.elapsedMs();
  tell(state, { state: "connecting" });
  const hearing = hear(state, state.generation);
  const { limits } = settings;
  try {
    state.current = await openPage({ ...settings, ...limits, linkBy: state.linkBy }, hearing);
  } catch (error) {
    retryLater(state, wordsOf(error));
    return;
  }
  expect(state, limits.openWithinMs, () => hearing.broken("WhatsApp Web did not open in time"));
  state.watch = setInterval(() => begin(state, look(state)), limits.lookEveryMs);
}

async function closePage(state: State): Promise<void> {
  state.generation += 1;
  state.isReady = false;
  clearTimeout(state.timer);
  clearInterval(state.watch);
  const { current } = state;
  state.current = undefined;
  await current?.close();
}

/** What one page says, as long as it is the one that is heard. */
function hear(state: State, generation: number): PageHearing {
  const { messages } = state.settings;
  const mine =
    <A extends unknown[]>(act: (...given: A) => void) =>
    (...given: A): void => {
      if (state.generation === generation) act(...given);
    };
  return {
    qr: mine((qr) => showQr(state, qr)),
    code: mine((code) => showCode(state, code)),
    refused: mine((because) => over(state, "refused", because)),
    authenticated: mine(() => takesIn(state)),
    ready: mine(() => begin(state, becameReady(state))),
    state: mine((now) => connectionIs(state, now)),
    loggedOut: mine(() => over(state, "logged-out", "the phone took this companion off")),
    broken: mine((because) => begin(state, outdatedOrFailed(state, because))),
    crashed: mine((because) => begin(state, failed(state, because))),
    message: mine(messages.message),
    ack: mine(messages.ack),
    reaction: mine(messages.reaction),
    moved: mine(messages.moved),
    unreadable: mine(messages.unreadable),
  };
}

function showQr(state: State, qr: string): void {
  const { limits, clock } = state.settings;
  // A page that was linked asks for a phone again: it was taken off while we were away.
  if (state.linkBy === undefined) {
    over(state, "logged-out", "the phone no longer knows this companion");
    return;
  }
  const ttl = state.shown === 0 ? limits.firstQrMs : limits.laterQrMs;
  const left = Math.max(0, QRS_AFTER_FIRST - state.shown);
  state.shown += 1;
  tell(state, { state: "qr", qr, expiresAt: clock.now().plus({ milliseconds: ttl }), left });
  // The next one comes by itself, a little later than the last one ends.
  expect(state, left === 0 ? ttl : ttl * 2, () => over(state, "expired", "nobody scanned the QR in time"));
}

function showCode(state: State, code: string): void {
  const { limits, clock } = state.settings;
  if (code === "") return;
  state.shown += 1;
  if (state.shown > CODES) {
    over(state, "expired", "nobody typed the code in time");
    return;
  }
  tell(state, { state: "code", code, expiresAt: clock.now().plus({ milliseconds: limits.codeMs }) });
  expect(state, limits.codeMs * 2, () => over(state, "expired", "nobody typed the code in time"));
}

function takesIn(state: State): void {
  const { limits } = state.settings;
  if (state.isReady) return;
  if (state.linkBy !== undefined && state.link.state !== "linking") tell(state, { state: "linking" });
  expect(state, limits.readyWithinMs, () => begin(state, outdatedOrFailed(state, "WhatsApp Web did not become ready")));
}

async function becameReady(state: State): Promise<void> {
  const { current, settings } = state;
  if (!current?.client.pupPage) return;
  const { generation } = state;
  const noted = state.readiness.note(current.client.pupPage);
  // The page loaded itself anew: what came in between it told nobody, and stands before what it tells now.
  if (state.isReady) return readMissed(state, current);
  state.isReady = true;
  clearTimeout(state.timer);
  const wids =
    (await withinMs(page.self(current.client.pupPage), settings.limits.answerWithinMs).catch(() => [])) ?? [];
  if (state.generation !== generation) return;
  const self = Object.assign({}, ...wids.map(identityOf)) as { phone?: string; lid?: string };
  const { expectedPhone } = settings;
  // Only a number that is known can be another's: whoever unlinks a phone for a hiccup of the page has its owner link it anew.
  if (wids.length === 0 || (expectedPhone !== undefined && self.phone === undefined))
    return failed(state, "WhatsApp Web did not say whose phone this is");
  if (expectedPhone !== undefined && self.phone !== undefined && !isSamePhone(self.phone, expectedPhone)) {
    wrongNumber(state, current);
    return;
  }
  const isNew = state.linkBy !== undefined;
  state.linkBy = undefined;
  await settings.profile.setLinked();
  await noted;
  if (state.generation !== generation) return;
  tell(state, { state: "open", self });
  await readMissed(state, current, isNew ? settings.clock.now() : undefined);
}

async function readMissed(state: State, { client }: OpenPage, linkedAt?: DateTime): Promise<void> {
  const { generation, settings } = state;
  try {
    await settings.opened(client, linkedAt);
  } catch (error) {
    if (state.generation === generation) await failed(state, `what was missed could not be read: ${wordsOf(error)}`);
  }
}

/** What is begun in a listener or a timer, where nobody waits for its end. */
function begin(state: State, work: Promise<void>): void {
  work.catch((error: unknown) => state.settings.report(error, "opening or closing WhatsApp Web"));
}

function soon(state: State, act: () => Promise<void>): void {
  begin(state, inTurn(state, act));
}

function farewell({ settings: { limits, report } }: State): Parameters<typeof logOut>[1] {
  return { limitMs: limits.farewellWithinMs, report };
}

function wrongNumber(state: State, { client }: OpenPage): void {
  state.generation += 1;
  soon(state, async () => void (await logOut(client, farewell(state))));
  over(state, "wrong-number", "another phone was linked than the one that was expected, and unlinked again");
}

function connectionIs(state: State, now: string): void {
  const last = ENDS[now];
  if (last !== undefined) {
    over(state, last.because, last.detail);
    return;
  }
  if (state.isReady) {
    readyConnectionIs(state, now);
    return;
  }
  if (now === "UNPAIRED_IDLE" && state.linkBy?.by === "qr") {
    over(state, "expired", "nobody scanned the QR in time");
    return;
  }
  if (now === "PAIRING" || now === "CONNECTED") takesIn(state);
}

function readyConnectionIs(state: State, now: string): void {
  const { clock, limits } = state.settings;
  if (now === "UNPAIRED" || now === "UNPAIRED_IDLE") {
    over(state, "logged-out", "the phone took this companion off");
    return;
  }
  if (now === "CONNECTED") {
    clearTimeout(state.timer);
    if (state.link.state !== "down" || state.current === undefined) return;
    // The page was ready before, so who it is has been told.
    state.isReady = false;
    begin(state, becameReady(state));
    return;
  }
  if (state.link.state === "down") return;
  tell(state, {
    state: "down",
    because: now.toLowerCase(),
    retryAt: clock.now().plus({ milliseconds: limits.openWithinMs }),
  });
  expect(state, limits.openWithinMs, () => begin(state, failed(state, "WhatsApp Web lost its connection")));
}

/** It does not go on by itself. */
function over(state: State, because: LinkEnd, detail: string): void {
  state.generation += 1;
  const { profile } = state.settings;
  soon(state, async () => {
    await closePage(state);
    state.linkBy = undefined;
    // A linking that came to nothing left half of its keys, or a stranger's.
    const wasLinked = await profile.isLinked();
    if (!wasLinked) await profile.wipe();
    const isTold = told(state, { state: "ended", because, detail }).then(() => true);
    if (!wasLinked || (because !== "logged-out" && because !== "wrong-number")) return;
    // Keys that the phone has dropped stand in the way of a new QR, and go once their end is known: killed between the two, the next
    // start meets the same end and tells it; without them it would know of none.
    if (await Promise.race([isTold, state.closing.promise])) await profile.wipe();
  });
}

function failed(state: State, because: string): Promise<void> {
  state.generation += 1;
  return inTurn(state, async () => {
    await closePage(state);
    retryLater(state, because);
  });
}

async function outdatedOrFailed(state: State, because: string): Promise<void> {
  state.generation += 1;
  await inTurn(state, async () => {
    const missing = (await state.current?.missingModules()) ?? [];
    await closePage(state);
    if (missing.length > 0) {
      tell(state, { state: "ended", because: "outdated", detail: `this WhatsApp Web lacks ${missing.join(", ")}` });
    } else {
      retryLater(state, because);
    }
  });
}

function retryLater(state: State, because: string): void {
  const { clock } = state.settings;
  const waitMs = state.again.afterFailure(clock.now());
  if (waitMs === undefined) {
    tell(state, { state: "ended", because: "failing", detail: because });
    return;
  }
  tell(state, { state: "down", because, retryAt: clock.now().plus({ milliseconds: waitMs }) });
  const generation = state.generation;
  state.timer = setTimeout(() => {
    soon(state, async () => {
      // Somebody opened or closed it in the meantime.
      if (state.generation === generation) await openAnew(state);
    });
  }, waitMs);
}

/** Is the page deaf, too large, or too old? */
async function look(state: State): Promise<void> {
  const { settings, current, generation } = state;
  if (!current?.client.pupPage || !state.isReady) return;
  const { limits, clock, isQuiet } = settings;
  const said = await withinMs(page.state(current.client.pupPage), limits.answerWithinMs).catch(() => undefined);
  const pid = current.pid();
  const memoryMb = pid === undefined ? 0 : await memoryOfTreeMb(pid);
  if (state.generation !== generation) return;
  state.silences = said === undefined ? state.silences + 1 : 0;
  if (state.silences > 1) return failed(state, "the page does not answer");
  const condition = { memoryMb, openForMs: clock.elapsedMs() - state.openedAtMs, isQuiet: isQuiet() };
  const reason = restartReason(condition, limits);
  if (reason !== undefined) await restart(state, reason);
}

function restart(state: State, because: string): Promise<void> {
  const { clock } = state.settings;
  state.generation += 1;
  return inTurn(state, async () => {
    tell(state, { state: "down", because, retryAt: clock.now() });
    await closePage(state);
    await openAnew(state);
  });
}
