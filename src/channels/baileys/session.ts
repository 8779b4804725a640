import type { WASocket, WAVersion } from "@whiskeysockets/baileys";
import type { DateTime } from "luxon";
import { AppError } from "../../domain/errors.ts";
import type { ChannelEvent, LinkState, Sink } from "../channel.ts";
import { ADDRESS, ALIAS } from "../keys-of-person.ts";
import { LeaseLost } from "../session-store.ts";
import { type Acks, makeAcks } from "./acks.ts";
import { type Addresses, makeAddresses } from "./addresses.ts";
import { type After, realAfter } from "./after.ts";
import type { BaileysSettings } from "./baileys.ts";
import { eventsOf, Kept } from "./inbound.ts";
import { jidOf } from "./jid.ts";
import { type Keys, openKeys } from "./keys.ts";
import { type Library, loadLibrary } from "./library.ts";
import { type Line, type LineParts, makeLine } from "./line.ts";
import { messageId } from "./outbound.ts";
import { makePump, type Parcel, type Pump } from "./pump.ts";
import { makeReceipts, type Receipts } from "./receipts.ts";
import { ACKED, makeOutbox, type Outbox, SENT } from "./sending.ts";
import { selfOf } from "./socket.ts";
import { makeWatch, type Watch } from "./watch.ts";

export type Session = {
  readonly library: Library;
  readonly line: Line;
  outbox(): Outbox;
  addresses(): Addresses;
  close(): void;
};

/** What every part of a session is given. */
type Base = {
  readonly settings: BaileysSettings;
  readonly library: Library;
  readonly after: After;
  readonly pump: Pump;
  readonly acks: Acks;
  readonly receipts: Receipts;
  tell(event: ChannelEvent): void;
  /** Where the phone stands does not wait behind what it received. Resolves when it is durable. */
  toldLink(link: LinkState): Promise<void>;
};

/** What is made of the keys, and made anew when they are forgotten. */
type OfKeys = { readonly keys: Keys; readonly addresses: Addresses; readonly outbox: Outbox };

/** Opens a session over its stored keys: hands over what was received before, then connects where a link stands. */
export async function openSession(settings: BaileysSettings, sink: Sink): Promise<Session> {
  const { store, clock, report } = settings;
  const after = settings.after ?? realAfter;
  const library = await loadLibrary(settings.silence);
  const pump = makePump({ sink, after, report });
  const links = makePump({ sink, after, report });
  const tell = (event: ChannelEvent): void =>
    pump.push({ events: () => Promise.resolve([event]), raw: () => JSON.stringify(event) });
  // Tried for ever: there is nothing in it that only this one time could be refused.
  const toldLink = (link: LinkState): Promise<void> =>
    new Promise((done) => {
      links.push({ events: () => Promise.resolve([{ type: "link", link }]), done: async () => done() });
    });
  const receipts = makeReceipts({ pump, after });
  const base: Base = { settings, library, after, pump, acks: makeAcks({ clock, after }), receipts, tell, toldLink };

  // The parts know one another through this: a send needs the line, and the line the keys that the send has changed.
  const known: { line: Line | undefined } = { line: undefined };
  const session = { made: await ofKeys(base, () => known.line) };
  const remake = async (): Promise<void> => {
    await session.made.keys.credsSaved();
    await store.forget();
    session.made = await ofKeys(base, () => known.line);
  };
  const parcel = (sha256: string, kept: Kept): Parcel => ({
    events: () => eventsOf(library, kept, (who) => session.made.addresses.named(who)),
    done: () => store.write({ handedOver: [sha256] }),
    raw: () => JSON.stringify(kept, library.BufferJSON.replacer),
  });
  // What was received before a crash comes first: nothing that a debtor wrote later may overtake it.
  for (const { sha256, value } of await store.received()) pump.push(parcel(sha256, keptIn(library, value)));

  const watch = watchOver(base, () => ({ made: session.made, line: known.line }));
  const line = makeLine(partsOfLine(base, { made: () => session.made, remake, parcel, watch }));
  known.line = line;
  const stopPruning = prune(settings, after);
  if (session.made.keys.creds.account === undefined) void toldLink({ state: "unlinked" });
  else line.connect();
  return {
    library,
    line,
    outbox: () => session.made.outbox,
    addresses: () => session.made.addresses,
    close() {
      stopPruning();
      pump.stop();
      links.stop();
      line.close();
    },
  };
}

async function ofKeys(base: Base, line: () => Line | undefined): Promise<OfKeys> {
  const { settings, library, pump, acks, after, tell } = base;
  const { store, clock, report } = settings;
  const keys = await openKeys(library, store, (error) => {
    // Another process has the session: whatever this one still did would spoil it.
    if (!(error instanceof LeaseLost)) return;
    pump.stop();
    line()?.close();
  });
  const addresses = makeAddresses(keys, { clock, onLearnt: (same) => tell({ type: "identity", same }) });
  const onRestricted = (): void => line()?.onRestricted();
  const socket = (): WASocket | undefined => line()?.open();
  const outbox = makeOutbox({ library, keys, addresses, acks, clock, after, socket, onRestricted, report });
  return { keys, addresses, outbox };
}

type Around = {
  readonly made: () => OfKeys;
  readonly remake: () => Promise<void>;
  readonly parcel: (sha256: string, kept: Kept) => Parcel;
  readonly watch: Watch;
};

function partsOfLine({ settings, library, after, pump, acks, receipts, toldLink }: Base, around: Around): LineParts {
  const { made, remake, parcel, watch } = around;
  return {
    library,
    clock: settings.clock,
    after,
    chance: settings.chance,
    newSecret: () => settings.bytes(32).toString("base64"),
    url: settings.socketUrl,
    version: versionOf(settings.version),
    qrTimeoutMs: settings.qrTimeoutMs,
    expectedPhone: settings.expectedPhone,
    keys: () => made().keys,
    sent: (id) => made().outbox.sent(id),
    hooks: {
      onReceived: (sha256, kept) => pump.push(parcel(sha256, kept)),
      onStanza: watch.heard,
      onAck: (attrs) => pump.push({ events: made().outbox.onAck(attrs), raw: () => JSON.stringify(attrs) }),
      onReceipt(node) {
        const events = made().outbox.onReceipt(node);
        if (events === undefined) return Promise.resolve();
        return receipts.handedOver({ events, raw: () => JSON.stringify(node, library.BufferJSON.replacer) });
      },
      onError: settings.report,
    },
    forget: remake,
    tell: (link) => void toldLink(link),
    told: toldLink,
    onOpen: watch.opened,
    onClosed: () => {
      watch.closed();
      acks.lose();
      receipts.lose();
    },
  };
}

function watchOver(base: Base, session: () => { readonly made: OfKeys; readonly line: Line | undefined }): Watch {
  const { settings, after, acks } = base;
  const { clock } = settings;

  async function probe(): Promise<boolean> {
    const socket = session().line?.open();
    const { lid, phone } = selfOf(session().made.keys.creds);
    if (socket === undefined || (lid ?? phone) === undefined) return false;
    const id = messageId(`watch ${clock.now().toMillis()}`);
    const answer = acks.expect(id);
    // Whatever hangs in the library hangs here too: only the ack counts, and its own limit.
    socket
      .relayMessage(jidOf({ lid, phone }), { extendedTextMessage: { text: "✓" } }, { messageId: id })
      .catch((error: unknown) => {
        settings.report(error, "writing to ourselves");
        acks.drop(id);
      });
    return (await answer).state === "accepted";
  }

  return makeWatch({
    clock,
    after,
    probe,
    renew: () => session().line?.renew(),
    restart: settings.restartProcess,
  });
}

function keptIn(library: Library, value: string): Kept {
  return Kept.parse(JSON.parse(value, library.BufferJSON.reviver));
}

const SENT_IS_KEPT = { hours: 48 } as const;
/** Since it was written: it is written again on each day on which it is used (`addresses.ts`). */
const ADDRESS_IS_KEPT = { days: 30 } as const;
const PRUNE_EVERY_MS = 6 * 3_600_000;

/** Sent messages are kept for phones that ask again, and no longer: they are what debtors were told. */
function prune({ store, clock, report }: BaileysSettings, after: After): () => void {
  let cancel = (): void => undefined;
  const run = (): void => {
    cancel = after(PRUNE_EVERY_MS, run);
    const drop = (types: readonly string[], before: DateTime) => types.map((type) => store.dropBefore(type, before));
    Promise.all([
      ...drop([SENT, ACKED], clock.now().minus(SENT_IS_KEPT)),
      ...drop([ADDRESS, ALIAS], clock.now().minus(ADDRESS_IS_KEPT)),
    ]).catch((error: unknown) => report(error, "forgetting old messages"));
  };
  run();
  return () => cancel();
}

/** @throws {AppError} `config.invalid` when it is no version of WhatsApp Web's */
function versionOf(version: string | undefined): WAVersion | undefined {
  if (version === undefined) return undefined;
  const [, major, minor, build] = /^(\d{1,3})\.(\d{1,6})\.(\d{1,12})$/.exec(version) ?? [];
  if (major === undefined) throw new AppError("config.invalid", "BAILEYS_VERSION looks like 2.3000.1043857760");
  return [Number(major), Number(minor), Number(build)];
}
