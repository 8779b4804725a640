import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { until } from "../../support/until.ts";
import { connectClient } from "../../support/whatsapp-server/client.ts";
import { memoryAuth } from "../../support/whatsapp-server/memory-auth.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { startRemoteServer } from "../../support/whatsapp-server/remote-server.ts";
import { trustRoot } from "../../support/whatsapp-server/trust-root.ts";

beforeAll(quietSignal);

const Arrivals = z.object({ next: z.int() });
const Departed = z.object({ next: z.int() });
const Said = z.object({ id: z.string() });

test("the server in a process of its own serves several accounts, does as it is told, and says what happened", async () => {
  await using server = await startRemoteServer({ companions: 2, contacts: 3 });
  const distrust = trustRoot(server.rootKey);
  const [one = "", two = ""] = server.accounts;
  await using first = connectClient(server.url, memoryAuth(await server.register(one)));
  await using second = connectClient(server.url, memoryAuth(await server.register(two)));
  await Promise.all([first.opened(), second.opened()]);
  await server.ask({ do: "flood", from: [...server.contacts], to: [one, two], count: 12 });
  expect((await first.messages(6)).length).toBe(6);
  expect((await second.messages(6)).length).toBe(6);
  await server.ask({ do: "untilSettled", numbers: [one, two] });
  const [debtor = ""] = server.contacts;
  await first.socket.sendMessage(`${debtor}@s.whatsapp.net`, { text: "Hola" }, { messageId: "3EB0FAR" });
  await server.ask({ do: "untilShown", number: debtor, count: 1 });
  expect(await server.ask({ do: "shown", number: debtor })).toEqual([{ id: "3EB0FAR", from: one, text: "Hola" }]);
  const copies = [{ id: "3EB0FAR", from: one, to: debtor, text: "Hola" }];
  const arrivals = await server.ask({ do: "arrivals", since: 0 });
  expect(arrivals).toMatchObject({ copies });
  const { next } = Arrivals.parse(arrivals);
  expect(await server.ask({ do: "arrivals", since: next })).toEqual({ next, copies: [] });
  expect(await server.ask({ do: "told" })).toEqual([{ account: one, ids: ["3EB0FAR"], type: "delivered" }]);
  await server.ask({ do: "order", fault: { kind: "duplicate" }, where: { account: two } });
  const { id } = Said.parse(await server.ask({ do: "say", from: debtor, to: two, text: "¿sigue ahí?" }));
  expect(await server.ask({ do: "struck" })).toEqual([{ kind: "duplicate", account: two, id }]);
  await server.ask({ do: "untilSettled", numbers: [one, two] });
  expect(await server.ask({ do: "unsettled", number: two })).toEqual({ count: 0 });
  await server.ask({ do: "kick", number: one, how: "removed" });
  expect(await first.closed()).toBe(401);
  await until(
    "its connection's end",
    async () => Departed.parse(await server.ask({ do: "departures", since: 0 })).next === 1,
  );
  expect(await server.ask({ do: "departures", since: 0 })).toEqual({ next: 1, numbers: [one] });
  expect(await server.ask({ do: "counts" })).toMatchObject({ arrived: 1, logins: 2, unanswered: [], troubles: [] });
  await expect(server.ask({ do: "kick", number: "573009999999", how: "drop" })).rejects.toThrow("nobody has WhatsApp");
  distrust();
});
