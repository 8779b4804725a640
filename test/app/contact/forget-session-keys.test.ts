import { expect, test } from "vitest";
import { LINKED_KEYS } from "../../../src/app/channels/linked-keys.ts";
import { eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { finishErasures, hasErasuresToFinish } from "../../../src/app/contact/finish-erasures.ts";
import { hashedNumber } from "../../../src/channels/keys-of-person.ts";
import { makeSecrets } from "../../../src/secrets.ts";
import { useDatabase } from "../../support/database.ts";
import { until } from "../../support/until.ts";
import { makeWorld } from "../../support/world.ts";

const database = useDatabase();

test("what linked phones keep of them goes too, by every name that their stores know, and nothing of anybody else", async () => {
  await using world = await makeWorld(database);
  const person = await world.addDebtor(1);
  const phone = person.phone.slice(1);
  const lid = "201202203204";
  const ofKeys = makeSecrets(world.secrets.derive(LINKED_KEYS));
  const linkKey = Buffer.from("a link's own private key");
  const theirs = [
    ["lid-mapping", phone, JSON.stringify(lid)],
    ["lid-mapping", `${lid}_reverse`, JSON.stringify(phone)],
    ["session", `${phone}.0`],
    ["session", `${lid}_1.0`],
    ["session", `${lid}_1.3`],
    ["identity-key", `${lid}_1.0`],
    ["device-list", lid],
    ["tctoken", `${lid}@lid`],
    ["sender-key", `120363000000000001@g.us::${lid}_1::0`],
    ["saldar-address", hashedNumber(linkKey, phone)],
    ["saldar-alias", hashedNumber(linkKey, phone)],
  ] as const;
  const others = [
    [
      "creds",
      "",
      JSON.stringify({ signedIdentityKey: { private: { type: "Buffer", data: linkKey.toString("base64") } } }),
    ],
    ["session", `${phone}1.0`],
    ["session", `9${lid}_1.0`],
    ["identity-key", "301302303304_1.0"],
    ["lid-mapping", "573005559999", JSON.stringify("301302303304")],
    ["sender-key", `${lid}@g.us::301302303304_1::0`],
    ["saldar-address", hashedNumber(linkKey, "573005559999")],
    ["saldar-address", hashedNumber(Buffer.from("another link's"), phone)],
    ["pre-key", "12"],
  ] as const;
  const put = async (rows: readonly (readonly [string, string, string?])[]) => {
    for (const [type, id, value = '"x"'] of rows)
      await world.owner`insert into session_key (business_id, channel_id, type, id, value)
        values (${world.business.id}, ${world.channelId}, ${type}, ${id}, ${ofKeys.seal(value)})`;
  };
  const kept = async () =>
    (await world.owner<{ type: string; id: string }[]>`select type, id from session_key`)
      .map(({ type, id }) => `${type} ${id}`)
      .toSorted();
  await put([...theirs, ...others]);
  const left = others.map(([type, id]) => `${type} ${id}`).toSorted();
  await eraseDebtor(world.deps, { businessId: world.business.id, debtor: person.id, by: "admin-1" });
  expect(await kept()).toEqual(left);

  // A session that runs writes of them once more before the erasure is whole.
  await put([["session", `${phone}.0`]]);
  // Whole only once nobody on the server is at work who began before it, another test neither.
  await until("the erasure to be whole", async () => {
    await finishErasures(world.deps, world.business.id);
    return !(await hasErasuresToFinish(world.deps, world.business.id));
  });
  expect(await kept()).toEqual(left);
});
