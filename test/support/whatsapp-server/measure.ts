import { systemClock } from "../../../src/clock.ts";
import { type Client, connectClient } from "./client.ts";
import { memoryAuth } from "./memory-auth.ts";
import { type RemoteServer, startRemoteServer } from "./remote-server.ts";
import { trustRoot } from "./trust-root.ts";

/**
 * What one server process can take, by what it costs: `node test/support/whatsapp-server/measure.ts [companions] [messages]`.
 * The clients of this process need more than the server does, and so rates are what both reach together; the milliseconds of
 * the server's processor for each say what it could do alone.
 */
async function measure(companions: number, messages: number): Promise<void> {
  Object.assign(console, { info: nothing, warn: nothing, error: nothing });
  const contacts = companions * 2;
  await using server = await startRemoteServer({ companions, contacts });
  trustRoot(server.rootKey);
  const clients: Client[] = [];
  const auths = await Promise.all(server.accounts.map(async (number) => memoryAuth(await server.register(number))));
  await timed(server, { what: "logins", count: companions }, async () => {
    for (const auth of auths) clients.push(connectClient(server.url, auth));
    await Promise.all(clients.map((client) => client.opened()));
  });
  await timed(server, { what: "first receives", count: contacts }, () => flood(server, contacts));
  await timed(server, { what: "receives", count: messages }, () => flood(server, messages));
  const jids = server.contacts.map((number) => `${number}@s.whatsapp.net`);
  let sent = 0;
  const sendAll = async (each: number) => {
    const sending = clients.map(async ({ socket }, place) => {
      for (let turn = 0; turn < each; turn++) {
        await socket.sendMessage(jids[(place * 2 + (turn % 2)) % jids.length] ?? "", { text: `aviso ${turn + 1}` });
      }
    });
    sent += each * clients.length;
    await Promise.all(sending);
    await server.ask({ do: "untilArrived", count: sent });
  };
  await timed(server, { what: "first sends", count: companions * 2 }, () => sendAll(2));
  const each = Math.ceil(messages / companions);
  await timed(server, { what: "sends", count: each * companions }, () => sendAll(each));
  say(JSON.stringify(await server.ask({ do: "counts" })));
  await Promise.all(clients.map((client) => client.end()));
}

const nothing = (): void => undefined;

async function flood(server: RemoteServer, count: number): Promise<void> {
  const numbers = [...server.accounts];
  await server.ask({ do: "flood", from: [...server.contacts], to: numbers, count });
  await server.ask({ do: "untilSettled", numbers });
}

async function timed(
  server: RemoteServer,
  { what, count }: { what: string; count: number },
  work: () => Promise<void>,
): Promise<void> {
  const before = await cost(server);
  await work();
  const after = await cost(server);
  const seconds = (after.at - before.at) / 1_000;
  const cpuMs = (after.cpuMs - before.cpuMs) / count;
  const rate = Math.round(count / seconds);
  say(
    `${what}: ${count} in ${seconds.toFixed(2)} s = ${rate}/s; server ${cpuMs.toFixed(2)} ms each; ${after.rssMb} MB`,
  );
}

async function cost(server: RemoteServer): Promise<{ at: number; cpuMs: number; rssMb: number }> {
  const told = await server.ask({ do: "counts" });
  const { cpuMs, rssBytes } = Object(told);
  return { at: systemClock.elapsedMs(), cpuMs: Number(cpuMs), rssMb: Math.round(Number(rssBytes) / 2 ** 20) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [companions = "10", messages = "1000"] = process.argv.slice(2);
await measure(Number(companions), Number(messages));
process.exit(0);
