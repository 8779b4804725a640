import { fork } from "node:child_process";
import { BufferJSON, initAuthCreds } from "@whiskeysockets/baileys";
import { beforeAll, expect, test } from "vitest";
import { sessionStore } from "../../../src/app/channels/session-store.ts";
import type { ChannelEvent } from "../../../src/channels/channel.ts";
import { newId, newRandomId } from "../../../src/ids.ts";
import { makeSecrets } from "../../../src/secrets.ts";
import { useDatabase } from "../../support/database.ts";
import { makeChronicle } from "../../support/whatsapp-server/chronicle.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { startWhatsAppServer } from "../../support/whatsapp-server/whatsapp-server.ts";
import { makeWorld } from "../../support/world.ts";
import type { Death, Hosting } from "./hosting-child.ts";

beforeAll(quietSignal);
const database = useDatabase();
const SECRET = "a secret that only the killed host's tests know";

const DEATHS: readonly Death[] = [
  "before the ratchet is written",
  "after the ratchet is written",
  "in the sink",
  "after the sink",
];

/**
 * A linked phone's process is killed (SIGKILL) at one line, and another takes its place over the same Postgres: what debtors wrote must
 * all be handed over, in their order, whichever line it was. That a message may come twice is the application's to know, by its id.
 */
test.each(DEATHS)("a host that is killed %s loses nothing, and the next one hands it over in order", async (death) => {
  await using world = await makeWorld(database);
  await using server = await startWhatsAppServer();
  const shop = server.addUser("573000000100", "Tienda de muestra 07");
  const debtor = server.addUser("573000000001", "Deudora de muestra 01");
  const session = { businessId: world.business.id, channelId: newId(), owner: newRandomId() };
  const until = world.deps.clock.now().plus({ minutes: 5 });
  await world.db.inBusiness(session.businessId, async (tx) => {
    await tx`insert into session_lease (business_id, channel_id, owner, until)
      values (${session.businessId}, ${session.channelId}, ${session.owner}, ${until})`;
  });
  const store = sessionStore({ ...world.deps, secrets: makeSecrets(SECRET) }, session);
  const creds = initAuthCreds();
  Object.assign(creds, server.registerCompanion(shop, creds));
  await store.write({ put: [{ type: "creds", id: "", value: JSON.stringify(creds, BufferJSON.replacer) }] });

  const kept = makeChronicle<ChannelEvent>();
  const host = (dies: Death) => {
    const hosting: Hosting = {
      ...session,
      url: server.url,
      rootKey: server.rootKey.toString("hex"),
      appUrl: database.appUrl,
      secret: SECRET,
      death: dies,
    };
    const child = fork("test/app/channels/hosting-child.ts", [JSON.stringify(hosting)]);
    child.on("message", (event: ChannelEvent) => kept.add(event));
    return { child, ended: new Promise<string | null>((done) => child.on("exit", (_, signal) => done(signal))) };
  };

  const first = host(death);
  await server.untilLoggedIn(shop, 1);
  const phone = server.phone(debtor);
  await phone.says(shop, "uno", { id: "3A01" });
  expect(await first.ended).toBe("SIGKILL");
  await phone.says(shop, "dos", { id: "3A02" });

  const second = host("never");
  await kept.until(1, (event) => event.type === "message" && event.providerId === "3A02");
  const ids = kept.all.flatMap((event) => (event.type === "message" ? [event.providerId] : []));
  expect([...new Set(ids)]).toEqual(["3A01", "3A02"]);
  await server.untilSettled(shop);
  second.child.kill("SIGKILL");
  await second.ended;
});
