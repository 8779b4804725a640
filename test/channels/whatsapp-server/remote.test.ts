import { beforeAll, expect, test } from "vitest";
import { connectClient } from "../../support/whatsapp-server/client.ts";
import { memoryAuth } from "../../support/whatsapp-server/memory-auth.ts";
import { quietSignal } from "../../support/whatsapp-server/quiet-signal.ts";
import { startRemoteServer } from "../../support/whatsapp-server/remote-server.ts";
import { trustRoot } from "../../support/whatsapp-server/trust-root.ts";

beforeAll(quietSignal);

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
  await server.ask({ do: "kick", number: one, how: "removed" });
  expect(await first.closed()).toBe(401);
  expect(await server.ask({ do: "counts" })).toMatchObject({ arrived: 1, logins: 2, unanswered: [], troubles: [] });
  await expect(server.ask({ do: "kick", number: "573009999999", how: "drop" })).rejects.toThrow("nobody has WhatsApp");
  distrust();
});
