import { channelsInUse } from "../db/channels.ts";
import { businessIds } from "../db/lookups.ts";
import type { Deps } from "./app/deps.ts";
import type { Channel } from "./channels/channel.ts";
import type { ChannelKind } from "./domain/channel-kind.ts";

/** The numbers of all businesses as this process has them, while some are added and some are taken out of use. */
export type ChannelsInUse = {
  readonly all: ReadonlyMap<string, Channel>;
  /** Of one business, those through which this process can send at this moment. */
  sendable(businessId: string): readonly string[];
  /** Opens what the database names and is not open yet, and closes what is no longer in use. Never twice at a time. */
  refresh(): Promise<void>;
  close(): Promise<void>;
};

export type NamedChannel = {
  readonly businessId: string;
  readonly id: string;
  readonly kind: ChannelKind;
  readonly routingKey: string;
};

/** `canSend`: a linked phone can only be written through by the process that has its session, while it is connected. */
export type OpenedChannel = { readonly channel: Channel; readonly canSend: () => boolean };

/** `open` gives nothing for a number that another process has the keys of. */
export function makeChannelsInUse(
  { db, log }: Pick<Deps, "db" | "log">,
  open: (named: NamedChannel) => OpenedChannel | undefined,
): ChannelsInUse {
  const all = new Map<string, Channel>();
  const ofBusiness = new Map<string, Map<string, OpenedChannel>>();
  const notOurs = new Set<string>();

  const openNew = (named: NamedChannel): OpenedChannel | undefined => {
    const opened = open(named);
    if (opened === undefined && !notOurs.has(named.id)) {
      notOurs.add(named.id);
      const { businessId, id } = named;
      log.warn(
        { businessId, channelId: id },
        "this number is not the one in WHATSAPP_PHONE_NUMBER_ID: nothing is sent through it",
      );
    }
    return opened;
  };

  const refreshOne = async (businessId: string): Promise<void> => {
    const named = await db.inBusiness(businessId, (tx) => channelsInUse(tx, businessId));
    const before = ofBusiness.get(businessId) ?? new Map<string, OpenedChannel>();
    const now = new Map<string, OpenedChannel>();
    for (const one of named) {
      const opened = before.get(one.id) ?? openNew({ ...one, businessId });
      if (opened) now.set(one.id, opened);
    }
    ofBusiness.set(businessId, now);
    for (const [id, { channel }] of now) all.set(id, channel);
    for (const [id, { channel }] of before) {
      if (now.has(id)) continue;
      all.delete(id);
      await channel.close();
    }
  };

  let refreshing: Promise<void> | undefined;
  const refresh = async (): Promise<void> => {
    for (const businessId of await businessIds(db.lookups)) await refreshOne(businessId);
  };
  return {
    all,
    sendable: (businessId) =>
      [...(ofBusiness.get(businessId) ?? [])].flatMap(([id, { canSend }]) => (canSend() ? [id] : [])),
    async refresh() {
      // Whoever asks while one runs may have added what it has already passed by.
      const before = refreshing;
      const mine = (before ?? Promise.resolve()).then(refresh, refresh);
      refreshing = mine;
      try {
        await mine;
      } finally {
        if (refreshing === mine) refreshing = undefined;
      }
    },
    async close() {
      await Promise.all([...all.values()].map((channel) => channel.close()));
    },
  };
}
