import { type ChannelToOpen, channelsToOpen } from "../db/channels.ts";
import { businessIds } from "../db/lookups.ts";
import { unsealCredentials } from "./app/channels/credentials.ts";
import type { Deps } from "./app/deps.ts";
import { phoneOf } from "./app/simulator/phone.ts";
import type { Channel } from "./channels/channel.ts";
import { cloudApi } from "./channels/cloud-api/cloud-api.ts";
import { simulator } from "./channels/simulator/simulator.ts";
import type { Config } from "./config.ts";

export type OpenedChannels = {
  /** Looks at what the database names now; whoever asks meanwhile gets a look that begins after they asked. */
  openChannels(): Promise<void>;
  close(): Promise<void>;
};

/** What was replaced may still wait for an answer so long: closing it cuts its connections. */
const LAST_ANSWER_MS = 15_000;

/** What this process writes through, in `channels`: each number of every business, with the secrets and the pace that it has now. */
export function makeOpenedChannels(
  deps: Pick<Deps, "db" | "clock" | "log" | "secrets">,
  config: Config,
  channels: Map<string, Channel>,
): OpenedChannels {
  const opened = new Map<string, { readonly channel: Channel; readonly as: string }>();
  const without = new Set<string>();
  let replaced: { readonly channel: Channel; readonly fromMs: number }[] = [];

  const leave = (id: string): void => {
    const former = opened.get(id);
    if (former) replaced.push({ channel: former.channel, fromMs: deps.clock.elapsedMs() + LAST_ANSWER_MS });
    opened.delete(id);
    channels.delete(id);
  };

  function openOne(businessId: string, stored: ChannelToOpen): void {
    const as = JSON.stringify([
      stored.kind,
      stored.routingKey,
      stored.credentials?.toString("hex"),
      stored.messagesPerSecond,
    ]);
    if (opened.get(stored.id)?.as === as) return;
    const channel = openChannel(deps, config, { ...stored, businessId });
    leave(stored.id);
    if (channel) {
      opened.set(stored.id, { channel, as });
      channels.set(stored.id, channel);
      without.delete(stored.id);
    } else if (!without.has(stored.id)) {
      without.add(stored.id);
      deps.log.warn(
        { businessId, channelId: stored.id },
        "this number is not the one in WHATSAPP_PHONE_NUMBER_ID and has no credentials of its own: nothing is sent through it",
      );
    }
  }

  async function look(): Promise<void> {
    const named = new Set<string>();
    for (const businessId of await businessIds(deps.db.lookups)) {
      for (const stored of await deps.db.inBusiness(businessId, (tx) => channelsToOpen(tx, businessId))) {
        named.add(stored.id);
        try {
          openOne(businessId, stored);
        } catch (error) {
          // Sealed with another SALDAR_SECRET, say: the others are opened all the same.
          leave(stored.id);
          deps.log.error(
            { error, businessId, channelId: stored.id },
            "a number cannot be opened: nothing is sent through it",
          );
        }
      }
    }
    for (const id of [...opened.keys()]) if (!named.has(id)) leave(id);
    const over = replaced.filter(({ fromMs }) => fromMs <= deps.clock.elapsedMs());
    replaced = replaced.filter((one) => !over.includes(one));
    await Promise.all(over.map(({ channel }) => channel.close()));
  }

  let last: Promise<void> = Promise.resolve();
  return {
    openChannels() {
      last = last.then(look, look);
      return last;
    },
    async close() {
      await last.catch((error: unknown) => deps.log.debug({ error }, "the last look at the numbers had failed"));
      const all = [...opened.values(), ...replaced];
      await Promise.all(all.map(({ channel }) => channel.close()));
    },
  };
}

function openChannel(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { whatsapp, WHATSAPP_MESSAGES_PER_SECOND, WHATSAPP_GRAPH_URL, WHATSAPP_GRAPH_VERSION }: Config,
  { id, kind, routingKey, businessId, credentials, messagesPerSecond }: ChannelToOpen & { businessId: string },
): Channel | undefined {
  if (kind === "simulator")
    return simulator({ id, clock: deps.clock, phone: phoneOf(deps, { businessId, channelId: id }) });
  if (kind !== "cloud") return undefined;
  const ofSettings = whatsapp?.phoneNumberId === routingKey ? whatsapp : undefined;
  const own = credentials === null ? ofSettings : unsealCredentials(deps.secrets, credentials);
  if (own === undefined) return undefined;
  return cloudApi({
    id,
    graphUrl: WHATSAPP_GRAPH_URL,
    version: WHATSAPP_GRAPH_VERSION,
    phoneNumberId: routingKey,
    accessToken: own.accessToken,
    clock: deps.clock,
    // An operator sets the pace of the settings' number; the others go at what Meta last told, never faster than that setting.
    messagesPerSecond:
      credentials === null
        ? WHATSAPP_MESSAGES_PER_SECOND
        : Math.min(messagesPerSecond ?? FIRST_THROUGHPUT, WHATSAPP_MESSAGES_PER_SECOND),
  });
}

/** Messages a second that every number has at Meta, until it says otherwise. */
const FIRST_THROUGHPUT = 80;
