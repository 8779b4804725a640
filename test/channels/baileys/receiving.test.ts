import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../../src/ids.ts";
import { shopWorld } from "../../support/sessions/linked-phone.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";

beforeAll(quietSignal);

const DEBTOR = { phone: "573000000001", lid: "100000000000002" };
const texts = (messages: readonly { content: object }[]) =>
  messages.map(({ content }) => ("body" in content ? content.body : undefined));

describe("what a debtor writes to a linked phone", () => {
  test.each(["lid", "pn"] as const)(
    "comes once, with both names of the person, under the address %s",
    async (addressing) => {
      await using world = await shopWorld();
      await using phone = world.phone();
      await phone.opened();
      const id = await world.server.phone(world.debtor).says(world.shop, "ya pagué", { addressing });
      const [message] = await phone.messages(1);
      expect(message).toMatchObject({
        providerId: id,
        from: DEBTOR,
        pushName: "Deudora de muestra 01",
        content: { kind: "text", body: "ya pagué" },
        replyTo: undefined,
      });
      await world.server.untilSettled(world.shop);
      expect(world.store.inbox.size).toBe(0);
    },
  );

  test("comes in the order in which it was written, under whichever address", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const debtor = world.server.phone(world.debtor);
    const written = Array.from({ length: 20 }, (_, index) => `línea ${index}`);
    for (const [index, text] of written.entries()) {
      await debtor.says(world.shop, text, { addressing: index % 3 === 1 ? "pn" : "lid" });
    }
    expect(texts(await phone.messages(20))).toEqual(written);
  });

  test("comes too when it was written while the phone was away", async () => {
    await using world = await shopWorld();
    const debtor = world.server.phone(world.debtor);
    await debtor.says(world.shop, "uno");
    await debtor.says(world.shop, "dos");
    await using phone = world.phone();
    await phone.opened();
    expect(texts(await phone.messages(2))).toEqual(["uno", "dos"]);
  });

  test("is written down with the very step of the ratchet that read it, before anybody is told", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const heldBack = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    phone.sink = async (event) => {
      if (event.type === "message") {
        seen.resolve();
        await heldBack.promise;
      }
      phone.events.add(event);
    };
    await world.server.phone(world.debtor).says(world.shop, "ya pagué");
    await seen.promise;
    const step = world.store.writes.all.find(({ receive }) => (receive?.length ?? 0) > 0);
    expect(step?.put?.map(({ type }) => type)).toContain("session");
    expect(world.store.inbox.size).toBe(1);
    heldBack.resolve();
    await phone.messages(1);
  });

  test("comes again, and once, after a process that died before its sink had kept it", async () => {
    await using world = await shopWorld();
    {
      await using first = world.phone();
      await first.opened();
      const seen = Promise.withResolvers<void>();
      first.sink = (event) => {
        if (event.type !== "message") return Promise.resolve(first.events.add(event));
        seen.resolve();
        return new Promise(() => undefined);
      };
      await world.server.phone(world.debtor).says(world.shop, "ya pagué", { id: "3A01" });
      await seen.promise;
      // WhatsApp thinks that it was delivered, and will not deliver it again.
      await world.server.untilSettled(world.shop);
    }
    await using second = world.phone();
    await second.opened();
    expect(await second.messages(1)).toMatchObject([{ providerId: "3A01", from: DEBTOR }]);
    await world.server.phone(world.debtor).says(world.shop, "¿y?");
    expect(texts(await second.messages(2))).toEqual(["ya pagué", "¿y?"]);
    await world.store.untilHandedOver(2);
    expect(world.store.inbox.size).toBe(0);
  });

  test("is handed over again when the sink could not keep it, and what came later waits", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    let refusals = 2;
    phone.sink = (event) => {
      if (event.type === "message" && refusals > 0) {
        refusals -= 1;
        return Promise.reject(new Error("the database is away"));
      }
      return Promise.resolve(phone.events.add(event));
    };
    const debtor = world.server.phone(world.debtor);
    await debtor.says(world.shop, "uno");
    await debtor.says(world.shop, "dos");
    await phone.timers.fire(500);
    await phone.timers.fire(1_000);
    expect(texts(await phone.messages(2))).toEqual(["uno", "dos"]);
    expect(phone.reports).toHaveLength(2);
  });

  test("is told once when WhatsApp delivers it twice", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.order({ kind: "duplicate" });
    const debtor = world.server.phone(world.debtor);
    await debtor.says(world.shop, "uno");
    await world.server.refusals.until(1);
    await debtor.says(world.shop, "dos");
    expect(texts(await phone.messages(2))).toEqual(["uno", "dos"]);
  });

  test("comes when it could be read only the second time, and never as an empty stub", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.order({ kind: "garble" });
    await world.server.phone(world.debtor).says(world.shop, "ya pagué", { id: "3A02" });
    const [message] = await phone.messages(1);
    expect(message).toMatchObject({ providerId: "3A02", content: { kind: "text", body: "ya pagué" } });
    expect(phone.events.all.filter(({ type }) => type === "message")).toHaveLength(1);
  });

  test("comes after a restore from a backup, whose sessions were dropped", async () => {
    await using world = await shopWorld();
    const debtor = world.server.phone(world.debtor);
    {
      await using first = world.phone();
      await first.opened();
      await debtor.says(world.shop, "uno");
      await first.messages(1);
      await first.channel.send({ outboxId: newId(), to: DEBTOR, content: { kind: "text", body: "Gracias" } }).result;
    }
    await world.store.drop("session");
    await using second = world.phone();
    await second.opened();
    await debtor.says(world.shop, "dos");
    expect(texts(await second.messages(1))).toEqual(["dos"]);
  });

  test("is not told by a process whose lease was lost, which also lets go of the line", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const before = world.store.writes.all.length;
    world.store.loseLease();
    await world.server.phone(world.debtor).says(world.shop, "ya pagué");
    await world.server.departures.until(1);
    expect(world.store.writes.all).toHaveLength(before);
    expect(phone.events.all.filter(({ type }) => type === "message")).toEqual([]);
    const refused = await phone.channel.send({ outboxId: newId(), to: DEBTOR, content: { kind: "text", body: "Hola" } })
      .result;
    expect(refused).toMatchObject({ state: "rejected", code: "not-started" });
    expect(world.server.shown(world.debtor)).toEqual([]);
  });
});

describe("what the business writes on its own phone", () => {
  test("is told as an echo, and is nobody's message", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const id = await world.server.phone(world.shop).says(world.debtor, "Le llamo a las cinco");
    const [echo] = await phone.events.until(1, ({ type }) => type === "echo");
    expect(echo).toMatchObject({
      type: "echo",
      providerId: id,
      to: DEBTOR,
      content: { kind: "text", body: "Le llamo a las cinco" },
    });
    expect(phone.events.all.filter(({ type }) => type === "message")).toEqual([]);
  });
});
