import { type ChannelToOpen, channelsToOpen, numbersOfBusinesses } from "../db/channels.ts";
import type { Deps } from "./app/deps.ts";
import type { Channel } from "./channels/channel.ts";

/** The numbers of all businesses as this process has them, while some are added, changed and taken out of use. */
export type ChannelsInUse = {
  readonly all: ReadonlyMap<string, Channel>;
  /** Of one business, those through which this process can send at this moment. */
  sendable(businessId: string): readonly string[];
  /** Opens what the database names and is not open so yet, and closes what is no longer in use. A look begins after it was asked for. */
  refresh(): Promise<void>;
  close(): Promise<void>;
};

export type NamedChannel = ChannelToOpen & { readonly businessId: string };

/** `canSend`: a linked phone can only be written through by the process that has its session, while it is connected. */
export type OpenedChannel = { readonly channel: Channel; readonly canSend: () => boolean };

/** `open` gives nothing for a number that another process has the keys of. */
export function makeChannelsInUse(
  deps: Pick<Deps, "db" | "log" | "clock">,
  open: (named: NamedChannel) => OpenedChannel | undefined,
): ChannelsInUse {
  const { db, log } = deps;
  const numbers = makeOpenNumbers(deps, open);
  /** What each business's numbers were when they were last read and opened. */
  const seen = new Map<string, string>();

  const look = async (): Promise<void> => {
    for (const [businessId, now] of await numbersOfBusinesses(db.lookups)) {
      if (seen.get(businessId) === now) continue;
      const named = await db.inBusiness(businessId, (tx) => channelsToOpen(tx, businessId));
      // One that cannot be opened is tried again at the next look: nothing of the database's has to change for it.
      if (numbers.openAll(businessId, named)) seen.set(businessId, now);
      else seen.delete(businessId);
    }
    await numbers.closeLeft();
  };

  let last: Promise<void> = Promise.resolve();
  return {
    all: numbers.all,
    sendable: numbers.sendable,
    refresh() {
      last = last.then(look, look);
      return last;
    },
    async close() {
      await last.catch((error: unknown) => log.debug({ error }, "the last look at the numbers had failed"));
      await numbers.closeAll();
    },
  };
}

type OpenNumbers = Pick<ChannelsInUse, "all" | "sendable"> & {
  /** Of one business exactly these from now on. False when one of them cannot be opened. */
  openAll(businessId: string, named: readonly ChannelToOpen[]): boolean;
  /** Closes those that were left long enough ago. */
  closeLeft(): Promise<void>;
  closeAll(): Promise<void>;
};

/** What was replaced may still wait for an answer so long: closing it cuts its connections. */
const LAST_ANSWER_MS = 15_000;

type Known = OpenedChannel & { readonly as: string };

/** Said again only when a number of the same business changes. */
const NOT_OURS =
  "this number is not the one in WHATSAPP_PHONE_NUMBER_ID and has no credentials of its own: nothing is sent through it";

function makeOpenNumbers(
  { log, clock }: Pick<Deps, "log" | "clock">,
  open: (named: NamedChannel) => OpenedChannel | undefined,
): OpenNumbers {
  const all = new Map<string, Channel>();
  const known = new Map<string, Known>();
  const ofBusiness = new Map<string, ReadonlySet<string>>();
  const left = makeLeft(clock);

  const leave = (id: string): void => {
    const former = known.get(id);
    if (former) left.add(former.channel);
    known.delete(id);
    all.delete(id);
  };
  const openOne = (named: NamedChannel): void => {
    const { id, businessId } = named;
    const as = signatureOf(named);
    if (known.get(id)?.as === as) return;
    const opened = open(named);
    // The same object again, as a linked phone's is, only changed its facts.
    if (opened?.channel !== known.get(id)?.channel) leave(id);
    if (opened) {
      known.set(id, { ...opened, as });
      all.set(id, opened.channel);
    } else log.warn({ businessId, channelId: id }, NOT_OURS);
  };

  return {
    all,
    sendable: (businessId) => [...(ofBusiness.get(businessId) ?? [])].filter((id) => known.get(id)?.canSend() ?? false),
    openAll(businessId, named) {
      let isAllOpen = true;
      for (const one of named) {
        try {
          openOne({ ...one, businessId });
        } catch (error) {
          // Sealed with another SALDAR_SECRET, say: the others are opened all the same.
          leave(one.id);
          isAllOpen = false;
          log.error({ error, businessId, channelId: one.id }, "a number cannot be opened: nothing is sent through it");
        }
      }
      const ids = new Set(named.map(({ id }) => id));
      for (const id of ofBusiness.get(businessId) ?? []) if (!ids.has(id)) leave(id);
      ofBusiness.set(businessId, ids);
      return isAllOpen;
    },
    closeLeft: left.closeOver,
    closeAll: () => closeAll([...[...known.values()].map(({ channel }) => channel), ...left.all()]),
  };
}

/** Channels that are in use no more, each until what it still waits for is over. */
function makeLeft(clock: Deps["clock"]) {
  let left: { readonly channel: Channel; readonly fromMs: number }[] = [];
  return {
    all: (): Channel[] => left.map(({ channel }) => channel),
    add: (channel: Channel): void => void left.push({ channel, fromMs: clock.elapsedMs() + LAST_ANSWER_MS }),
    closeOver(): Promise<void> {
      const over = left.filter(({ fromMs }) => fromMs <= clock.elapsedMs());
      left = left.filter((one) => !over.includes(one));
      return closeAll(over.map(({ channel }) => channel));
    },
  };
}

async function closeAll(channels: readonly Channel[]): Promise<void> {
  await Promise.all(channels.map((channel) => channel.close()));
}

/** What makes it another channel when it changes. */
function signatureOf({ kind, routingKey, credentials, messagesPerSecond }: NamedChannel): string {
  return JSON.stringify([kind, routingKey, credentials?.toString("hex"), messagesPerSecond]);
}
