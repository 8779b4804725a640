import { beforeAll, expect, test } from "vitest";
import type { ChannelIdentity } from "../../../src/channels/channel.ts";
import { newId } from "../../../src/ids.ts";
import { shopWorld } from "../../support/sessions/linked-phone.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";

beforeAll(quietSignal);

const DAY_MS = 24 * 3_600_000;

test("what is kept of whom we write to is written again once a day, however they are named, and never once they are erased", async () => {
  await using world = await shopWorld();
  world.server.addUser("5215550000001", "Deudora de muestra 04");
  const clock = { ms: 0 };
  await using phone = world.phone({ clock: { now: world.now, elapsedMs: () => clock.ms } });
  await phone.opened();
  const written = (): string[] => {
    const puts = world.store.writes.all.flatMap(({ put = [] }) => put);
    return puts.map(({ type }) => type).filter((type) => /^saldar-(address|alias)$/.test(type));
  };
  const send = (to: ChannelIdentity) =>
    phone.channel.send({ outboxId: newId(), to, content: { kind: "text", body: "Hola" } }).result;

  const number = { phone: "525550000001" };
  await send(number);
  const [learnt] = await phone.events.until(1, ({ type }) => type === "identity");
  if (learnt?.type !== "identity") throw new Error("no hidden id");
  const both = ["saldar-address", "saldar-alias"];
  expect(written()).toEqual(both);
  for (const to of [number, learnt.same]) await send({ ...number, ...to });
  expect(written()).toEqual(both);

  clock.ms += DAY_MS;
  for (const to of [learnt.same, number]) await send({ ...number, ...to });
  expect(written()).toEqual([...both, ...both]);
  clock.ms += DAY_MS;
  await send(number);
  expect(written()).toEqual([...both, ...both, ...both]);

  await Promise.all(both.map((type) => world.store.drop(type)));
  clock.ms += DAY_MS;
  expect(await send({ ...number, ...learnt.same })).toMatchObject({ state: "accepted" });
  expect(written()).toHaveLength(6);
});
