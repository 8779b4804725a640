import { WA_CERT_DETAILS } from "@whiskeysockets/baileys";
import { connect } from "../../../db/client.ts";
import { sessionStore } from "../../../src/app/channels/session-store.ts";
import { baileys } from "../../../src/channels/baileys/baileys.ts";
import type { SessionStore } from "../../../src/channels/session-store.ts";
import { systemClock } from "../../../src/clock.ts";
import { chance, randomBytesOf } from "../../../src/ids.ts";
import { silenceConsole } from "../../../src/log.ts";
import { makeSecrets } from "../../../src/secrets.ts";

/** Where this process dies, without a word, at the first message. */
export type Death =
  | "before the ratchet is written"
  | "after the ratchet is written"
  | "in the sink"
  | "after the sink"
  | "never";

export type Hosting = {
  readonly url: string;
  readonly rootKey: string;
  readonly appUrl: string;
  readonly businessId: string;
  readonly channelId: string;
  readonly owner: string;
  readonly secret: string;
  readonly death: Death;
};

/** Hosts one linked phone as a process of its own, over the real store; its parent keeps what the sink is given. */
const hosting: Hosting = JSON.parse(process.argv[2] ?? "{}");
WA_CERT_DETAILS.PUBLIC_KEY = Buffer.from(hosting.rootKey, "hex");
const db = connect(hosting.appUrl, { max: 2, name: "saldar-test-host" });
const secrets = makeSecrets(hosting.secret);
const store = sessionStore({ db, secrets }, hosting);

const die = (): Promise<never> => {
  process.kill(process.pid, "SIGKILL");
  return new Promise(() => undefined);
};

const dying: SessionStore = {
  ...store,
  async write(changes) {
    const isMessage = (changes.receive?.length ?? 0) > 0;
    if (isMessage && hosting.death === "before the ratchet is written") await die();
    await store.write(changes);
    if (isMessage && hosting.death === "after the ratchet is written") await die();
  },
};

const tell = (what: object) => new Promise<void>((done) => process.send?.(what, () => done()));

const channel = baileys({
  id: hosting.channelId,
  store: dying,
  clock: systemClock,
  chance,
  bytes: randomBytesOf,
  silence: silenceConsole,
  report: () => undefined,
  restartProcess: () => undefined,
  socketUrl: hosting.url,
});
await channel.start(async (event) => {
  if (event.type === "message" && hosting.death === "in the sink") await die();
  await tell(event);
  if (event.type === "message" && hosting.death === "after the sink") await die();
});
