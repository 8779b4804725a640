import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { linkRows } from "../../db/linked-phones.ts";
import { providerIdsReceived } from "../../db/samples.ts";
import { LINKED_KEYS } from "../app/channels/linked-keys.ts";
import { chance } from "../ids.ts";
import { addLinked, registerCompanion } from "./channel/linked-phones.ts";
import { startWhatsAppProcess, type WhatsAppProcess } from "./channel/whatsapp-process.ts";
import { startKilling } from "./killer.ts";
import { makeServerProcess, type ServerProcess } from "./server-process.ts";
import type { SoakSettings } from "./soak/account.ts";
import { type Beside, besideServer } from "./soak/inside.ts";
import { type LinkedSoakFigures, linkedAccount } from "./soak/linked/account.ts";
import { startBadWeather } from "./soak/linked/bad-weather.ts";
import { ARRIVED_UNHEARD, LINKED_FAULTS, type LinkedFault, type LinkedFaultName } from "./soak/linked/faults.ts";
import { makeKills } from "./soak/linked/kills.ts";
import { type Operator, startOperating } from "./soak/linked/operator.ts";
import { givePeoplePhones, type People, TELLS, type Tells } from "./soak/linked/people.ts";
import { type Faults, makeWeather } from "./soak/weather.ts";
import { inTemporaryFolder } from "./temporary.ts";
import { type Played, play } from "./turns/play.ts";

export type LinkedSoakSettings = SoakSettings & {
  readonly phones: number;
  /** Phones in each session host. */
  readonly perProcess: number;
  readonly killEvery?: { readonly atLeastMs: number; readonly spreadMs: number };
  readonly faults?: Faults<LinkedFaultName, LinkedFault>;
  /** How people's phones are. A send that no phone tells of takes a minute to be settled when its ack is lost. */
  readonly tells?: readonly Tells[];
};

const KILL_EVERY = { atLeastMs: 10_000, spreadMs: 15_000 };
/** A phone sends one message each 5 s at most, and three at once after a pause. */
const MOST_TURNS_A_SECOND_EACH = 0.3;
const OPEN_WITHIN_MS = 60_000;
/** A phone whose process died is back within 35 s; an unknown send is settled or sent again within 60 s, three tries in all. */
const GRACE_MS = 300_000;
const SETTLED_WITHIN_MS = 60_000;

/**
 * Plays WhatsApp and its people on a bad day against a server that holds linked phones, in processes of its own: lost and late acks,
 * doubled, late and disordered stanzas, refusals, connections that end with each code, `kill -9` of session hosts and of the
 * application; then the weather clears, and every message has to be accounted for. Leaves nothing behind.
 */
export function soakLinkedPhones(settings: LinkedSoakSettings): Promise<LinkedSoakFigures> {
  return inTemporaryFolder(async (folder) => {
    const whatsApp = await startWhatsAppProcess({ accounts: settings.phones });
    const linkedPhones = { socketUrl: whatsApp.url, perProcess: settings.perProcess };
    const server = await makeServerProcess({ folder, linkedPhones });
    try {
      await server.start();
      return await besideServer(server, (beside) => soak(settings, { whatsApp, server, beside }));
    } finally {
      await server.stop();
      await whatsApp.close();
    }
  });
}

type Stage = { readonly whatsApp: WhatsAppProcess; readonly server: ServerProcess; readonly beside: Beside };

async function soak(settings: LinkedSoakSettings, stage: Stage): Promise<LinkedSoakFigures> {
  const { whatsApp, server, beside } = stage;
  const { accounts: numbers } = whatsApp;
  await linkAll(stage);
  const debtors = await beside.seed(settings, numbers.length * MOST_TURNS_A_SECOND_EACH);
  const people = await givePeoplePhones(whatsApp, { debtors, numbers, chance, tells: settings.tells ?? TELLS });
  const weather = makeWeather(settings.faults ?? LINKED_FAULTS, chance);
  const badWeather = startBadWeather({ whatsApp, numbers, weather, chance });
  const kills = makeKills(server, chance);
  const killer = startKilling(kills.strike, settings.killEvery ?? KILL_EVERY);
  const operator = startOperating(beside);
  try {
    const played = await play({
      ...people,
      debtors,
      chats: settings.chats,
      thinkMs: settings.thinkMs,
      warmUpMs: 0,
      playMs: settings.seconds * 1_000,
      graceMs: GRACE_MS,
      beforeGrace: async () => {
        await badWeather.clear();
        await killer.stop();
      },
    });
    const observed = await observe(settings, stage, { people, played, operator });
    return linkedAccount({
      ...observed,
      killsMs: killer.momentsMs,
      killed: kills.counts,
      complaints: await server.complaints(),
      faults: { ...Object.fromEntries(weather.counts) },
    });
  } catch (error) {
    // Each may fail for the reason that ended the play, which is the one to be told.
    await Promise.allSettled([badWeather.clear(), killer.stop(), operator.stop(), people.stop()]);
    throw error;
  }
}

/** Resolves when all are open. */
async function linkAll({ whatsApp, beside: { deps, businessId } }: Stage): Promise<void> {
  const keySecret = deps.secrets.derive(LINKED_KEYS);
  for (const number of whatsApp.accounts) {
    const creds = await registerCompanion(whatsApp, number);
    await addLinked(deps, businessId, { number, creds, keySecret });
  }
  for (let waitedMs = 0; waitedMs < OPEN_WITHIN_MS; waitedMs += 200) {
    const rows = await deps.db.inBusiness(businessId, (tx) => linkRows(tx, businessId));
    if (rows.every(({ state }) => Open.safeParse(state).success)) return;
    await pause(200);
  }
  throw new Error(`the linked phones are not open after ${OPEN_WITHIN_MS / 1_000} s`);
}

const Open = z.object({ state: z.literal("open") });
const Struck = z.array(z.object({ kind: z.string(), id: z.string().optional() }));
const ToldByPhones = z.array(z.object({ ids: z.array(z.string()), type: z.enum(["delivered", "read"]) }));
const Counts = z.object({ unanswered: z.array(z.string()), troubles: z.array(z.string()) });
const Unsettled = z.object({ count: z.int() });

type Watched = {
  readonly people: People;
  readonly played: Played;
  readonly operator: Operator;
};

/** When nothing moves any more: what people have, what WhatsApp saw, and what is kept. */
async function observe(
  settings: LinkedSoakSettings,
  { whatsApp, beside }: Stage,
  { people, played, operator }: Watched,
) {
  const { deps, businessId } = beside;
  await untilSettled(whatsApp);
  const kept = await beside.whenStill(GRACE_MS);
  await untilSettled(whatsApp);
  await operator.stop();
  await people.stop();
  const { unanswered, troubles } = Counts.parse(await whatsApp.ask({ do: "counts" }));
  return {
    settings,
    played,
    kept,
    unheard: ARRIVED_UNHEARD,
    copies: people.copies,
    written: people.written,
    lostLines: people.lostLines,
    received: await deps.db.inBusiness(businessId, (tx) => providerIdsReceived(tx, businessId)),
    struck: Struck.parse(await whatsApp.ask({ do: "struck" })),
    told: ToldByPhones.parse(await whatsApp.ask({ do: "told" })),
    troubles: [...troubles, ...unanswered],
    linkedAgain: operator.linkedAgain,
    phones: whatsApp.accounts.length,
  };
}

/** The phones have acknowledged all that they were given; after a while what they have not shows in the account. */
async function untilSettled(whatsApp: WhatsAppProcess): Promise<void> {
  for (let waitedMs = 0; waitedMs < SETTLED_WITHIN_MS; waitedMs += 500) {
    const asked = whatsApp.accounts.map((number) => whatsApp.ask({ do: "unsettled", number }));
    if ((await Promise.all(asked)).every((told) => Unsettled.parse(told).count === 0)) return;
    await pause(500);
  }
}
