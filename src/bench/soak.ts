import { systemClock } from "../clock.ts";
import { chance } from "../ids.ts";
import { type Killer, startKilling } from "./killer.ts";
import { type AcceptedMessage, startMeta } from "./meta.ts";
import { webhookSender } from "./meta-webhooks.ts";
import { makeServerProcess, PLAYED } from "./server-process.ts";
import { account, type SoakFigures, type SoakSettings } from "./soak/account.ts";
import { besideServer } from "./soak/inside.ts";
import { META_FAULTS, type MetaFaultName, TAKEN_UNHEARD } from "./soak/meta-faults.ts";
import { makeRoad } from "./soak/road.ts";
import { makeStatusTeller } from "./soak/statuses.ts";
import { makeWeather } from "./soak/weather.ts";
import { inTemporaryFolder } from "./temporary.ts";
import { play } from "./turns/play.ts";
import { throughMeta } from "./turns/through-meta.ts";

const KILL_EVERY = { atLeastMs: 20_000, spreadMs: 40_000 };
/** An unknown send is settled or sent again within 60 s, three tries in all; a pair rate's error waits up to 5 minutes. */
const GRACE_MS = 300_000;
const MOST_TURNS_A_SECOND = 60;

/**
 * Plays Meta on a bad day against a server in a process of its own: refusals, time-outs and cut connections in one direction,
 * lost, doubled, late and disordered webhooks in the other, `kill -9` in between; then the weather clears, and every message
 * has to be accounted for. Leaves nothing behind.
 */
export function soak(settings: SoakSettings): Promise<SoakFigures> {
  return inTemporaryFolder(async (folder) => {
    const weather = makeWeather(META_FAULTS, chance);
    const meta = await startMeta({ ...PLAYED, clock: systemClock, weather: weather.next });
    const server = await makeServerProcess({ folder, graphUrl: meta.url });
    const sender = webhookSender(server.webhookUrl, PLAYED.appSecret);
    const road = makeRoad((body) => sender.post(body), chance);
    const teller = makeStatusTeller({ road, phoneNumberId: PLAYED.phoneNumberId, clock: systemClock, chance });
    const faultOf = new Map<AcceptedMessage, MetaFaultName | undefined>();
    const stopTelling = meta.onAccepted((message) => {
      faultOf.set(message, weather.last());
      teller.tell(message);
    });
    let killer: Killer | undefined;
    try {
      await server.start();
      return await besideServer(server, async (beside) => {
        const debtors = await beside.seed(settings, MOST_TURNS_A_SECOND);
        killer = startKilling(server.killAndStart, KILL_EVERY);
        const acknowledged = new Set<Buffer>();
        const played = await play({
          ...throughMeta({
            meta,
            phoneNumberId: PLAYED.phoneNumberId,
            clock: systemClock,
            post: async (body) => {
              const status = await road.bring(body);
              if (status === 200) acknowledged.add(body);
              return status;
            },
          }),
          debtors,
          chats: settings.chats,
          thinkMs: settings.thinkMs,
          warmUpMs: 0,
          playMs: settings.seconds * 1_000,
          graceMs: GRACE_MS,
          beforeGrace: async () => {
            weather.clear();
            road.clear();
            teller.clear();
            await killer?.stop();
          },
        });
        await road.allArrived();
        await teller.allTold();
        stopTelling();
        const kept = await beside.whenStill(GRACE_MS);
        return account({
          settings,
          played,
          kept,
          faultOf,
          unheard: TAKEN_UNHEARD,
          killsMs: killer.momentsMs,
          faults: Object.fromEntries(weather.counts),
          webhooks: { ...road.counts },
          heard: teller.heard,
          acknowledged: acknowledged.size,
        });
      });
    } finally {
      // Of a play that failed it may have failed for the same reason, which is the one to be told.
      await Promise.allSettled([killer?.stop()]);
      sender.close();
      await server.stop();
      await meta.close();
    }
  });
}
