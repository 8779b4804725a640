import { join } from "node:path";
import type { DateTime } from "luxon";
import type { Clock } from "../../clock.ts";
import { assert } from "../../domain/assert.ts";
import type { LinkedChannel, LinkState, ReadMark, Sink } from "../channel.ts";
import { LINKED_CAPABILITIES } from "../linked-capabilities.ts";
import { findChromium } from "./chromium.ts";
import { download } from "./download.ts";
import { type Inbox, inbox, type Report } from "./inbox.ts";
import { incoming } from "./incoming.ts";
import { type Library, library } from "./library.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { Client, PinnedPage } from "./open-page.ts";
import { type Outgoing, type OutgoingSettings, outgoing } from "./outgoing.ts";
import { outgoingFiles } from "./outgoing-files.ts";
import { page } from "./page.ts";
import { type People, people } from "./people.ts";
import { profileIn } from "./profile.ts";
import { type Session, session } from "./session.ts";
import { withinMs } from "./time-out.ts";
import { widOf } from "./wid.ts";

/**
 * A phone of one's own, linked to WhatsApp Web in a Chromium that whatsapp-web.js drives. For people who have written to the number
 * before: cold messages lose it.
 */
export function whatsappWeb(settings: WhatsAppWebSettings): LinkedChannel {
  const { id, clock, folder } = settings;
  const limits = { ...LIMITS, ...settings.limits };
  let running: Running | undefined;
  const client = () => running?.session.page()?.client;
  const whoIs = people({ page: client, clock, answerWithinMs: limits.answerWithinMs });
  const files = outgoingFiles(join(folder, `${id}.outgoing`), LINKED_CAPABILITIES.whatsapp_web.media, clock);
  const out = outgoing({ clock, limits, people: whoIs, files, page: () => pageOf(running) });
  return {
    id,
    kind: "whatsapp_web",
    can: LINKED_CAPABILITIES.whatsapp_web,
    send: out.send,
    settle: out.settle,
    upload: (file) => files.keep(file),
    download: (media) => download(client(), media, limits.mediaWithinMs),
    markRead: (read) => markRead(client(), read, { limitMs: limits.answerWithinMs, report: settings.report }),
    async start(sink) {
      assert(running === undefined, "a linked phone is started once");
      running = await run(settings, limits, { sink, out, whoIs });
      if (await running.isLinked()) await running.session.open(undefined);
      else void running.told({ state: "unlinked" });
    },
    async link(how) {
      assert(running !== undefined, "a phone is linked after its channel was started");
      await running.session.open(how);
    },
    async unlink() {
      await running?.session.unlink();
    },
    async close() {
      await running?.session.close();
      await running?.inbox.close();
    },
  };
}

export type WhatsAppWebSettings = {
  readonly id: string;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly chance: () => number;
  /** Where the profiles of all numbers lie; a number's keys are in there. */
  readonly folder: string;
  /** A setting, where Chromium is not in one of its usual places. */
  readonly chromiumPath?: string | undefined;
  readonly chromiumArgs?: readonly string[] | undefined;
  /** E.164 digits: another phone that is linked is unlinked again. */
  readonly expectedPhone?: string | undefined;
  /** What `keepReadUpTo` was given last. */
  readonly readUpTo?: DateTime | undefined;
  /** All that was said before that moment has gone through the sink. */
  readonly keepReadUpTo: (moment: DateTime) => Promise<void>;
  readonly report: Report;
  readonly pinned?: PinnedPage | undefined;
  readonly limits?: Partial<Limits> | undefined;
};

type Running = {
  readonly session: Session;
  readonly inbox: Inbox;
  readonly library: Library;
  readonly told: (link: LinkState) => Promise<void>;
  readonly isLinked: () => Promise<boolean>;
};

type Parts = { readonly sink: Sink; readonly out: Outgoing; readonly whoIs: People };

async function run(settings: WhatsAppWebSettings, limits: Limits, { sink, out, whoIs }: Parts): Promise<Running> {
  const { clock, chance, readUpTo, keepReadUpTo, report, pinned, chromiumArgs = [], expectedPhone } = settings;
  const loaded = await library();
  const chromium = await findChromium(settings.chromiumPath);
  const profile = profileIn(settings.folder, settings.id);
  const events = inbox(sink, { clock, readUpTo, keepReadUpTo, report });
  const heard = incoming({ clock, inbox: events, people: whoIs, outgoing: out });
  const told = (link: LinkState): Promise<void> =>
    new Promise((done) => events.add({ events: () => Promise.resolve([{ type: "link", link }]), done }));
  let movedAtMs = clock.elapsedMs();
  const moving =
    <A extends unknown[]>(hear: (...given: A) => void) =>
    (...given: A): void => {
      movedAtMs = clock.elapsedMs();
      hear(...given);
    };
  const running = session({
    clock,
    chance,
    limits,
    library: loaded,
    chromium,
    profile,
    pinned,
    chromiumArgs,
    expectedPhone,
    told,
    opened: heard.opened,
    report,
    messages: {
      message: moving(heard.message),
      ack: moving(heard.ack),
      reaction: moving(heard.reaction),
      moved: moving(heard.moved),
      unreadable: moving(heard.unreadable),
    },
    isQuiet: () => out.isIdle() && events.isIdle() && clock.elapsedMs() - movedAtMs >= limits.quietForMs,
  });
  return { session: running, inbox: events, library: loaded, told, isLinked: profile.isLinked };
}

/** The page that can send, or why there is none. The link's own state blocks the number, and lifts that block: a send blocks nothing. */
function pageOf(running: Running | undefined): ReturnType<OutgoingSettings["page"]> {
  const open = running?.session.page();
  if (running !== undefined && open !== undefined)
    return { client: open.client, library: running.library, ready: running.session.ready() };
  const link = running?.session.link();
  const because =
    link?.state === "ended" ? `the link ended: ${link.because}` : `the phone is ${link?.state ?? "not started"}`;
  return { because };
}

/** A courtesy: what fails is nobody's loss. */
async function markRead(
  client: Client | undefined,
  { from, typing }: ReadMark,
  { limitMs, report }: { readonly limitMs: number; readonly report: Report },
): Promise<void> {
  const wid = widOf(from);
  const to = client?.pupPage;
  if (client === undefined || !to || wid === undefined) return;
  try {
    await withinMs(client.sendSeen(wid), limitMs);
    if (typing) await withinMs(page.typing(to, wid), limitMs);
  } catch (error) {
    report(error, "marking a chat as read");
  }
}
