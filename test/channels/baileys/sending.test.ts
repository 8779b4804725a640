import { DateTime } from "luxon";
import { beforeAll, describe, expect, test } from "vitest";
import { messageId } from "../../../src/channels/baileys/outbound.ts";
import type { OutMessage } from "../../../src/channels/channel.ts";
import { newId } from "../../../src/ids.ts";
import { type LinkedPhone, shopWorld } from "../../support/sessions/linked-phone.ts";
import { until } from "../../support/until.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { pendingKey } from "../../support/whatsapp-server/sealing.ts";
import { stanza } from "../../support/whatsapp-server/stanza.ts";

beforeAll(quietSignal);

const DEBTOR = { phone: "573000000001" };
const ACK_WITHIN_MS = 15_000;
const START_WITHIN_MS = 3_000;
const STATUS_WITHIN_MS = 10_000;

const text = (body: string, overrides: Partial<OutMessage> = {}): OutMessage => ({
  outboxId: newId(),
  to: DEBTOR,
  content: { kind: "text", body },
  ...overrides,
});

/** Whose status has come and cannot be kept, as with the database away. What it returns lets the next one be kept. */
async function sendUnkept(phone: LinkedPhone): Promise<() => void> {
  const { sink } = phone;
  const reached = Promise.withResolvers<void>();
  phone.sink = (event) => {
    if (event.type !== "status") return sink(event);
    reached.resolve();
    return Promise.reject(new Error("away"));
  };
  await phone.channel.send(text("Hola")).result;
  await reached.promise;
  return () => {
    phone.sink = sink;
  };
}

describe("a message to a debtor", () => {
  test("carries an id that is always the same for one outbox row", async () => {
    expect(messageId("a")).toMatch(/^3EB0[0-9A-F]{18}$/);
    expect(messageId("a")).toBe(messageId("a"));
    expect(messageId("a")).not.toBe(messageId("b"));
  });

  test("is accepted when WhatsApp's server says so, and not when it has left", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.order({ kind: "holdAck" });
    const sending = phone.channel.send(text("Hola"));
    await sending.started;
    await phone.status("delivered");
    const states: string[] = [];
    void sending.result.then(({ state }) => states.push(state));
    await Promise.resolve();
    expect(states).toEqual([]);
    world.server.releaseAcks();
    expect(await sending.result).toMatchObject({ state: "accepted" });
  });

  test("leaves no phone number in the ids of our own rows, which stand unsealed", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    await phone.channel.send(text("Hola")).result;
    const ours = [...world.store.values.keys()].filter((key) => key.startsWith("saldar-"));
    expect(ours.some((key) => key.startsWith("saldar-address/"))).toBe(true);
    expect(ours.filter((key) => key.includes(DEBTOR.phone))).toEqual([]);
  });

  test("teaches that two names are one person's; refused again and again, that is kept for a person and stops no status", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    phone.sink = async (event) => {
      if (event.type === "identity") throw new Error("two contacts that cannot be one");
      phone.events.add(event);
    };
    const sending = phone.channel.send(text("Hola"));
    for (const ms of [500, 1_000, 2_000, 4_000, 8_000]) await phone.timers.fire(ms);
    await phone.status("delivered");
    expect(await sending.result).toMatchObject({ state: "accepted" });
    const same = { phone: "573000000001", lid: "100000000000002" };
    expect(phone.events.all.filter(({ type }) => type === "passed-over")).toEqual([
      { type: "passed-over", what: "received.refused", raw: JSON.stringify({ type: "identity", same }) },
    ]);
  });

  test("goes to the one address that is known best: the hidden one, also when the number was dialled", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const first = text("Hola");
    await phone.channel.send(first).result;
    const [learnt] = await phone.events.until(1, ({ type }) => type === "identity");
    expect(learnt).toEqual({ type: "identity", same: { phone: "573000000001", lid: "100000000000002" } });
    await phone.channel.send(text("¿Sigue ahí?", { to: { ...DEBTOR, lid: "100000000000002" } })).result;
    const sessions = [...world.store.values.keys()].filter((key) => key.startsWith("session/573000000001"));
    expect(sessions).toEqual([]);
    expect((await phone.status("delivered", first.outboxId)).recipient).toEqual(DEBTOR);
  });

  test("finds a Mexican number under its other spelling, asks once, and calls the person as the application does", async () => {
    await using world = await shopWorld();
    const mexican = world.server.addUser("5215550000001", "Deudora de muestra 04");
    await using phone = world.phone();
    await phone.opened();
    const to = { phone: "525550000001" };
    expect(await phone.channel.send(text("Hola", { to })).result).toMatchObject({ state: "accepted" });
    await world.server.untilShown(mexican, 1);
    await world.server.phone(mexican).says(world.shop, "¿Quién es?", { addressing: "pn" });
    const [message] = await phone.messages(1);
    expect(message?.from.phone).toBe("525550000001");
  });

  test("to a number without WhatsApp is refused for good, and never leaves", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const refused = await phone.channel.send(text("Hola", { to: { phone: "573999999999" } })).result;
    expect(refused).toMatchObject({ state: "rejected", class: "recipient", code: "404" });
    expect(world.server.arrived.all).toEqual([]);
  });

  test.each([
    ["463", "channel", false],
    ["479", "retryRecipient", false],
    ["429", "retry", true],
    ["404", "recipient", false],
    ["599", "reshape", false],
  ] as const)("refused with %s is %s", async (code, sendClass, slowsChannel) => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.order({ kind: "errorAck", code });
    const result = await phone.channel.send(text("Hola")).result;
    expect(result).toMatchObject({ state: "rejected", code, class: sendClass, slowsChannel });
    if (code === "463") expect(await phone.link("restricted")).toMatchObject({ until: undefined });
  });

  test("while the phone is away is not begun, and may be tried again", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.kick(world.shop, "drop");
    await phone.link("down");
    const message = text("Hola");
    const refused = await phone.channel.send(message).result;
    expect(refused).toMatchObject({ state: "rejected", code: "not-started", class: "retry" });
    await phone.timers.fire(1_000, 1_500);
    await phone.link("open", 2);
    expect(await phone.channel.send(message).result).toMatchObject({ state: "accepted" });
    expect(world.server.arrivedAt(world.debtor)).toHaveLength(1);
  });

  test("that took too long to begin never leaves afterwards", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    world.server.kick(world.shop, "mute");
    const sending = phone.channel.send(text("Hola"));
    await phone.timers.fire(START_WITHIN_MS);
    await sending.started;
    // While the line is quiet still: what Baileys asked of it hangs for a minute.
    expect(await sending.result).toMatchObject({ state: "rejected", code: "not-started" });
    world.server.kick(world.shop, "drop");
    await phone.timers.fire(1_000, 1_500);
    await phone.link("open", 2);
    expect(world.server.arrived.all).toEqual([]);
  });

  test("cut off before the server's word is unknown at once, and a receipt after the reconnect settles it", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    await phone.channel.send(text("Hola")).result;
    world.server.order({ kind: "cutBeforeAck" });
    const message = text("¿Llegó?");
    const result = await phone.channel.send(message).result;
    expect(result).toMatchObject({ state: "unknown" });
    expect(await phone.channel.settle(message.outboxId)).toEqual({ state: "cannot-tell" });
    await phone.timers.fire(1_000, 1_500);
    const status = await phone.status("delivered", message.outboxId);
    expect(status.providerId).toBe(messageId(message.outboxId));
    expect(await phone.channel.settle(message.outboxId)).toEqual({ state: "accepted", providerId: status.providerId });
  });

  test("keeps its status when the process dies before it is durable: WhatsApp tells it again", async () => {
    await using world = await shopWorld();
    const message = text("Hola");
    {
      await using first = world.phone();
      await first.opened();
      const reached = Promise.withResolvers<void>();
      first.sink = async ({ type }) => {
        if (type !== "status") return;
        reached.resolve();
        throw new Error("the database is away");
      };
      await first.channel.send(message).result;
      await reached.promise;
      expect(world.server.unsettled(world.shop)).toBe(1);
    }
    await using second = world.phone();
    await second.opened();
    await second.status("delivered", message.outboxId);
    await world.server.untilSettled(world.shop);
  });

  test("whose status cannot be kept for long is acknowledged all the same, and told when it can", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const { sink } = phone;
    phone.sink = (event) => (event.type === "status" ? Promise.reject(new Error("away")) : sink(event));
    const message = text("Hola");
    await phone.channel.send(message).result;
    await phone.timers.fire(STATUS_WITHIN_MS);
    await world.server.untilSettled(world.shop);
    phone.sink = sink;
    await phone.timers.fire(500);
    await phone.status("delivered", message.outboxId);
  });

  test("whose line is gone before its status can be kept is acknowledged on the next one, and nothing waits for the first", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const keepsAgain = await sendUnkept(phone);
    expect(phone.timers.waits()).toContain(STATUS_WITHIN_MS);
    world.server.kick(world.shop, "drop");
    await phone.link("down");
    expect(phone.timers.waits()).not.toContain(STATUS_WITHIN_MS);
    expect(world.server.unsettled(world.shop)).toBe(1);
    keepsAgain();
    await phone.timers.fire(1_000, 1_500);
    await phone.link("open", 2);
    await phone.timers.fire(500);
    await world.server.untilSettled(world.shop);
  });

  test("is not held up by a receipt of a group, which is acknowledged at once whatever waits", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    await sendUnkept(phone);
    const [companion] = world.shop.companions.values();
    const ofGroup = stanza("receipt", { from: "120363000000000001@g.us", id: "3EB0", t: "1795000000" });
    companion?.pending.set(pendingKey(ofGroup), { stanza: ofGroup, refusalsToCome: 0 });
    companion?.connection?.send(ofGroup);
    await until("its acknowledgement", () => world.server.unsettled(world.shop) === 1);
    expect(phone.timers.waits().filter((ms) => ms === STATUS_WITHIN_MS)).toHaveLength(1);
  });

  test("confirmed after its sender had stopped waiting is reported as sent", async () => {
    await using world = await shopWorld();
    world.server.phone(world.debtor).tells("nothing");
    await using phone = world.phone();
    await phone.opened();
    world.server.order({ kind: "holdAck" });
    const message = text("Hola");
    const sending = phone.channel.send(message);
    await world.server.untilShown(world.debtor, 1);
    await phone.timers.fire(ACK_WITHIN_MS);
    expect(await sending.result).toMatchObject({ state: "unknown", settleBy: expect.any(DateTime) });
    world.server.releaseAcks();
    expect(await phone.status("sent", message.outboxId)).toMatchObject({ providerId: messageId(message.outboxId) });
  });

  test("that never came so far is known never to have arrived, also to the next process", async () => {
    await using world = await shopWorld();
    const message = text("Hola");
    {
      await using first = world.phone();
      await first.opened();
      expect(await first.channel.settle(message.outboxId)).toEqual({ state: "never-arrived" });
      await first.channel.send(message).result;
      await first.status("delivered");
    }
    await using second = world.phone();
    await second.opened();
    const providerId = messageId(message.outboxId);
    expect(await second.channel.settle(message.outboxId)).toEqual({ state: "accepted", providerId });
    expect(await second.channel.settle("another row")).toEqual({ state: "never-arrived" });
  });

  test("is given once more, exactly as it was, to a phone that could not read it: after a restart too", async () => {
    await using world = await shopWorld();
    const message = text("Su saldo es de 100");
    {
      await using first = world.phone();
      await first.opened();
      await first.channel.send(message).result;
      await first.status("delivered");
    }
    await using second = world.phone();
    await second.opened();
    world.server.phone(world.debtor).asksAgain(world.shop, messageId(message.outboxId));
    const arrived = await world.server.arrived.until(2, ({ to, isOwnCopy }) => to === world.debtor && !isOwnCopy);
    expect(arrived.map(({ text: body }) => body)).toEqual(["Su saldo es de 100", "Su saldo es de 100"]);
  });

  test("that is kept no more is not made up for a phone that asks for it", async () => {
    await using world = await shopWorld();
    const message = text("Hola");
    {
      await using first = world.phone();
      await first.opened();
      await first.channel.send(message).result;
      await first.status("delivered");
    }
    await world.store.drop("saldar-sent");
    await using second = world.phone();
    await second.opened();
    world.server.phone(world.debtor).asksAgain(world.shop, messageId(message.outboxId));
    await world.server.untilSettled(world.shop);
    expect(world.server.arrivedAt(world.debtor)).toHaveLength(1);
  });

  test("in answer to another names it", async () => {
    await using world = await shopWorld();
    await using phone = world.phone();
    await phone.opened();
    const replyTo = await world.server.phone(world.debtor).says(world.shop, "¿Cuánto debo?");
    await phone.messages(1);
    await phone.channel.send(text("100", { replyTo })).result;
    const [shown] = await world.server.untilShown(world.debtor, 1);
    expect(shown?.message.extendedTextMessage?.contextInfo?.stanzaId).toBe(replyTo);
  });
});

test("a read mark and typing are seen on the debtor's phone, and a failure is nobody's loss", async () => {
  await using world = await shopWorld();
  await using phone = world.phone();
  await phone.opened();
  const id = await world.server.phone(world.debtor).says(world.shop, "¿Cuánto debo?");
  const [message] = await phone.messages(1);
  if (!message) throw new Error("no message");
  await phone.channel.markRead({ providerId: id, from: message.from, typing: true });
  await world.server.untilReceipt(world.shop, id, "read");
  await world.server.typing.until(1);
  world.server.kick(world.shop, "drop");
  await phone.link("down");
  await phone.channel.markRead({ providerId: id, from: message.from, typing: true });
});
