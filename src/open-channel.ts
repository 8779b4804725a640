import { unsealCredentials } from "./app/channels/credentials.ts";
import type { Deps } from "./app/deps.ts";
import { phoneOf } from "./app/simulator/phone.ts";
import { cloudApi } from "./channels/cloud-api/cloud-api.ts";
import { simulator } from "./channels/simulator/simulator.ts";
import type { NamedChannel, OpenedChannel } from "./channels-in-use.ts";
import type { Config } from "./config.ts";
import { isLinked, type LinkedKind } from "./domain/channel-kind.ts";
import type { RemoteChannel } from "./sessions/remote-channel.ts";

/** Messages a second that every number has at Meta, until it says otherwise. */
const FIRST_THROUGHPUT = 80;

/** A number with the secrets and the pace that it has now; undefined for one whose keys this process has not. */
export function openChannel(
  deps: Pick<Deps, "db" | "clock" | "secrets"> & {
    readonly remoteOf: (id: string, kind: LinkedKind) => RemoteChannel;
  },
  config: Config,
  named: NamedChannel,
): OpenedChannel | undefined {
  const { id, kind, businessId } = named;
  if (isLinked(kind)) {
    const channel = deps.remoteOf(id, kind);
    return { channel, canSend: channel.canSend };
  }
  if (kind === "simulator") {
    const phone = phoneOf(deps, { businessId, channelId: id });
    return { channel: simulator({ id, clock: deps.clock, phone }), canSend: always };
  }
  return openCloud(deps, config, named);
}

function openCloud(
  { clock, secrets }: Pick<Deps, "clock" | "secrets">,
  { whatsapp, WHATSAPP_MESSAGES_PER_SECOND, WHATSAPP_GRAPH_URL, WHATSAPP_GRAPH_VERSION }: Config,
  { id, routingKey, credentials, credentialsMark, messagesPerSecond }: NamedChannel,
): OpenedChannel | undefined {
  const ofSettings = whatsapp?.phoneNumberId === routingKey ? whatsapp : undefined;
  const own = credentials === null ? ofSettings : unsealCredentials(secrets, credentials);
  if (own === undefined) return undefined;
  const channel = cloudApi({
    id,
    graphUrl: WHATSAPP_GRAPH_URL,
    version: WHATSAPP_GRAPH_VERSION,
    phoneNumberId: routingKey,
    accessToken: own.accessToken,
    credentialsMark: credentialsMark ?? undefined,
    clock,
    // An operator sets the pace of the settings' number; the others go at what Meta last told, never faster than that setting.
    messagesPerSecond:
      credentials === null
        ? WHATSAPP_MESSAGES_PER_SECOND
        : Math.min(messagesPerSecond ?? FIRST_THROUGHPUT, WHATSAPP_MESSAGES_PER_SECOND),
  });
  return { channel, canSend: always };
}

const always = (): boolean => true;
