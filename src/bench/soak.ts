import { businessIds } from "../../db/lookups.ts";
import { acceptedSends, type Standing, standing } from "../../db/prove.ts";
import { systemClock } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { chance } from "../ids.ts";
import { startKilling } from "./killer.ts";
import { type AcceptedMessage, startMeta } from "./meta.ts";
import { webhookSender } from "./meta-webhooks.ts";
import { makeServerProcess, PLAYED, type ServerProcess } from "./server-process.ts";
import { account, type Inside, type SoakFigures, type SoakSettings } from "./soak/account.ts";
import { makeRoad } from "./soak/road.ts";
import { makeStatusTeller } from "./soak/statuses.ts";
import { type FaultName, makeWeather } from "./soak/weather.ts";
import { inTemporaryFolder } from "./temporary.ts";
import { type BenchDebtor, seedDebtors } from "./turns/debtors.ts";
import { play } from "./turns/play.ts";
import { SCRIPT } from "./turns/script.ts";

const KILL_EVERY = { atLeastMs: 20_000, spreadMs: 40_000 };
/** An unknown send is settled or sent again within 60 s, up to three times; a pair rate's error waits up to 5 minutes. */
const GRACE_MS = 300_000;
const MOST_TURNS_A_SECOND = 60;

/**
 * Plays Meta on a bad day against a server in a process of its own: refusals, time-outs and cut connections in one direction,
 * lost, doubled, late and disordered webhooks in the other, `kill -9` in between; then the weather clears, and every message
 * has to be accounted for. Leaves nothing behind.
 */
export function soak(settings: SoakSettings): Promise<SoakFigures> {
  return inTemporaryFolder(async (folder) => {
    const weather = makeWeather(chance);
    const meta = await startMeta({ ...PLAYED, clock: systemClock, weather: weather.next });
    const server = await makeServerProcess({ folder, graphUrl: meta.url });
    const sender = webhookSender(server.webhookUrl, PLAYED.appSecret);
    const road = makeRoad((body) => sender.post(body), chance);
    const teller = makeStatusTeller({ road, phoneNumberId: PLAYED.phoneNumberId, clock: systemClock, chance });
    const faultOf = new Map<AcceptedMessage, FaultName | undefined>();
    const stopTelling = meta.onAccepted((message) => {
      faultOf.set(message, weather.last());
      teller.tell(message);
    });
    try {
      await server.start();
      const debtors = await seed(server, settings);
      const killer = startKilling(server, KILL_EVERY);
      const acknowledged = new Set<Buffer>();
      const played = await play({
        clock: systemClock,
        meta,
        post: async (body) => {
          const status = await road.bring(body);
          if (status === 200) acknowledged.add(body);
          return status;
        },
        phoneNumberId: PLAYED.phoneNumberId,
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
          await killer.stop();
        },
      });
      await road.allArrived();
      await teller.allTold();
      stopTelling();
      const kept = await lookInside(server);
      return account({
        settings,
        played,
        kept,
        faultOf,
        killsMs: killer.momentsMs,
        faults: Object.fromEntries(weather.counts),
        webhooks: { ...road.counts },
        heard: teller.heard,
        acknowledged: acknowledged.size,
      });
    } finally {
      sender.close();
      await server.stop();
      await meta.close();
    }
  });
}

async function seed(server: ServerProcess, { chats, seconds, thinkMs }: SoakSettings): Promise<BenchDebtor[]> {
  const most = Math.min((chats * 1_000) / Math.max(thinkMs, 1), MOST_TURNS_A_SECOND);
  const { deps, close } = await server.join();
  try {
    const businessId = present((await businessIds(deps.db.lookups))[0], "the founded business");
    return await seedDebtors(deps.db, businessId, {
      from: 1,
      count: chats + Math.ceil((most * seconds) / SCRIPT.length),
    });
  } finally {
    await close();
  }
}

/** Once nothing is on its way any more, or when it is sure that something stays on it. */
async function lookInside(server: ServerProcess): Promise<Inside> {
  const { deps, close } = await server.join();
  try {
    const businessId = present((await businessIds(deps.db.lookups))[0], "the founded business");
    const look = () =>
      deps.db.inBusiness(businessId, async (tx) => ({
        ...(await standing(tx, businessId)),
        accepted: await acceptedSends(tx, businessId),
      }));
    let inside = await look();
    for (let waitedMs = 0; waitedMs < GRACE_MS && isMoving(inside); waitedMs += 1_000) {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      inside = await look();
    }
    return inside;
  } finally {
    await close();
  }
}

function isMoving({ sends, unread }: Standing): boolean {
  return unread > 0 || ["sending", "unknown"].some((state) => (sends.get(state) ?? 0) > 0);
}
