import { once } from "node:events";
import { createServer } from "node:net";
import { expect, inject, test } from "vitest";
import { checkServer, refuseOld } from "../../../db/server/check-server.ts";

function changed(change: Partial<URL>): string {
  return Object.assign(new URL(inject("testServer").serverUrl), change).href;
}

test("a server that answers passes", async () => {
  await expect(checkServer(inject("testServer").serverUrl)).resolves.toBeUndefined();
});

test("a place where nothing listens is told from a wrong password and from an absent database", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  server.close();
  const cases: [string, RegExp][] = [
    [changed({ port: String(port), search: "" }), /nothing listens there/],
    [
      changed({ search: "?host=/no/such/folder" }),
      /through the socket in \/no\/such\/folder.*no Postgres has its socket/,
    ],
    [changed({ password: "a-wrong-secret" }), /refused the user or the password/],
    [changed({ pathname: "/absent" }), /no database of that name/],
    ["postgres://user:a-wrong-secret@no.such.host.invalid/name", /no machine has that name|could not be looked up/],
  ];
  for (const [url, words] of cases) {
    const refusal = expect(checkServer(url)).rejects;
    await refusal.toMatchObject({ code: "database.unavailable", message: expect.stringMatching(words) });
    await expect(checkServer(url)).rejects.toMatchObject({
      message: expect.stringContaining("DATABASE_URL must be like"),
    });
  }
});

test("no message shows the password", async () => {
  const refusal: unknown = await checkServer(changed({ password: "a-wrong-secret" })).catch((error: unknown) => error);
  expect(String(refusal)).not.toContain("a-wrong-secret");
});

test("version 14 and older are refused in words; 15 to 18 pass", () => {
  expect(() => refuseOld(140_012, "saldar@db/x")).toThrow(/is version 14; Saldar needs 15 or later/);
  for (const version of [150_000, 160_009, 170_005, 180_004]) expect(() => refuseOld(version, "db")).not.toThrow();
});
