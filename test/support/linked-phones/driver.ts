import { connect as connectTo, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Tx } from "../../../db/client.ts";
import type { ChannelEvent, LinkedChannel, LinkState, SendResult, Sink } from "../../../src/channels/channel.ts";
import { LINKED_CAPABILITIES } from "../../../src/channels/linked-capabilities.ts";
import { present } from "../../../src/domain/assert.ts";
import type { DriverContext } from "../../../src/sessions/driver.ts";
import type { FromExchange, FromPhone } from "./exchange.ts";

const FAREWELL_WITHIN_MS = 1_000;

/**
 * A linked phone that speaks with the tests' exchange. As a real driver does, it keeps its key and a journal of what it received in
 * the database, acknowledges only what the journal has, and drains the journal before anything new.
 */
export async function exchangeDriver(context: DriverContext): Promise<LinkedChannel> {
  const { session, clock } = context;
  const store = storeOf(context);
  const results = new Map<string, (result: SendResult) => void>();
  const farewell = Promise.withResolvers<boolean>();
  let sink: Sink | undefined;
  let socket: Socket | undefined;
  let handing: Promise<void> = Promise.resolve();

  const handOver = (event: ChannelEvent): Promise<void> => {
    // Again and again, until it is durable.
    const attempt = (): Promise<void> => present(sink, "the sink")(event).catch(() => pause(50).then(attempt));
    handing = handing.then(attempt);
    return handing;
  };
  const tellLink = (link: LinkState): void => void handOver({ type: "link", link });
  const say = (said: FromPhone, written?: () => void): void =>
    void present(socket, "the line").write(`${JSON.stringify(said)}\n`, written);
  const deliver = async (id: string, body: string): Promise<void> => {
    const { phone, lid, text } = JSON.parse(body) as { phone?: string; lid?: string; text: string };
    await handOver({
      type: "message",
      providerId: id,
      from: { phone, lid },
      pushName: undefined,
      sentAt: clock.now(),
      replyTo: undefined,
      content: { kind: "text", body: text },
    });
    await store.forgetReceived(id);
  };
  const hear = async (told: FromExchange): Promise<void> => {
    switch (told.say) {
      case "crash":
        return process.abort();
      case "lease-lost":
        return context.leaseLost();
      case "not-linked":
        return tellLink({ state: "unlinked" });
      case "unlinked":
        return farewell.resolve(true);
      case "qr":
        return tellLink({ state: "qr", qr: told.qr, expiresAt: clock.now().plus({ seconds: 60 }), left: 5 });
      case "linked":
        await store.saveKey(told.key);
        return tellLink({ state: "open", self: { phone: told.phone } });
      case "welcome":
        return tellLink({ state: "open", self: { phone: told.phone } });
      case "ended":
        return tellLink({ state: "ended", because: "replaced", detail: "another companion has the same keys" });
      case "restricted":
        return tellLink({ state: "restricted", because: "no new chats", until: undefined });
      case "accepted":
        return results.get(told.outboxId)?.({ state: "accepted", providerId: told.providerId });
      case "status": {
        const { outboxId, providerId } = told;
        const status = { type: "status", status: "sent", at: clock.now(), recipient: {} } as const;
        return void handOver({ ...status, outboxId, providerId, code: undefined, detail: undefined });
      }
      case "same":
        return void handOver({ type: "identity", same: { phone: told.phone, lid: told.lid } });
      case "message": {
        const { id, say: _, ...written } = told;
        await store.keepReceived(id, JSON.stringify(written));
        say({ say: "kept", id });
        return deliver(id, JSON.stringify(written));
      }
    }
  };

  return {
    id: session.channelId,
    kind: session.kind,
    can: LINKED_CAPABILITIES[session.kind],
    async start(given) {
      sink = given;
      for (const { id, body } of await store.received()) void deliver(id, body);
      tellLink({ state: "connecting" });
      const key = await store.readKey();
      socket = connectTo(Number(context.settings["exchangePort"]), "127.0.0.1");
      socket.on("error", () => tellLink({ state: "down", because: "socket", retryAt: clock.now() }));
      createInterface({ input: socket }).on("line", (line) => void hear(JSON.parse(line) as FromExchange));
      say({ say: "hello", channelId: session.channelId, key });
    },
    send({ outboxId, to, content }) {
      const started = Promise.withResolvers<void>();
      const result = Promise.withResolvers<SendResult>();
      results.set(outboxId, result.resolve);
      const text = "body" in content ? content.body : content.kind;
      say({ say: "send", outboxId, to: to.phone ?? to.lid ?? "", text }, started.resolve);
      return { started: started.promise, result: result.promise };
    },
    settle: () => Promise.resolve({ state: "cannot-tell" }),
    upload: ({ bytes }) => Promise.resolve(`token-of-${bytes.length}-bytes`),
    download: ({ token }) => Promise.resolve(Buffer.from(`the file ${token}`)),
    markRead: () => Promise.resolve(),
    link: () => Promise.resolve(say({ say: "link" })),
    async unlink() {
      say({ say: "unlink" });
      const told = await Promise.race([farewell.promise, pause(FAREWELL_WITHIN_MS, false)]);
      await store.saveKey(undefined);
      tellLink({ state: "unlinked", told });
    },
    async close() {
      socket?.destroy();
    },
  };
}

/** Its rows, in the tables that real drivers use. */
function storeOf({ db, secrets, session: { businessId, channelId } }: DriverContext) {
  const inBusiness = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.inBusinessByKey(businessId, work);
  return {
    async readKey(): Promise<string | undefined> {
      const [row] = await inBusiness(
        (tx) => tx<{ value: Uint8Array }[]>`
          select value from session_key where business_id = ${businessId} and channel_id = ${channelId} and type = 'key'`,
      );
      return row && secrets.unseal(row.value);
    },
    saveKey: (key: string | undefined) =>
      inBusiness(async (tx) => {
        await tx`delete from session_key where business_id = ${businessId} and channel_id = ${channelId}`;
        if (key !== undefined)
          await tx`insert into session_key (business_id, channel_id, type, id, value)
            values (${businessId}, ${channelId}, 'key', '', ${secrets.seal(key)})`;
      }),
    keepReceived: (id: string, body: string) =>
      inBusiness(
        (tx) => tx`insert into session_inbox (business_id, channel_id, sha256, value)
          values (${businessId}, ${channelId}, ${id}, ${secrets.seal(body)}) on conflict do nothing`,
      ),
    forgetReceived: (id: string) =>
      inBusiness(
        (tx) =>
          tx`delete from session_inbox where business_id = ${businessId} and channel_id = ${channelId} and sha256 = ${id}`,
      ),
    async received(): Promise<{ id: string; body: string }[]> {
      const found = await inBusiness(
        (tx) => tx<{ sha256: string; value: Uint8Array }[]>`
          select sha256, value from session_inbox where business_id = ${businessId} and channel_id = ${channelId} order by recorded_at, sha256`,
      );
      return found.map(({ sha256, value }) => ({ id: sha256, body: secrets.unseal(value) }));
    },
  };
}
