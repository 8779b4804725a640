import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import type { OutMessage } from "../../src/channels/channel.ts";
import { LINKED_CAPABILITIES } from "../../src/channels/linked-capabilities.ts";
import { present } from "../../src/domain/assert.ts";
import { LINKED_KINDS } from "../../src/domain/channel-kind.ts";
import { type Host, startHost } from "../../src/sessions/host.ts";
import { makePending } from "../../src/sessions/pending.ts";
import { remoteChannel } from "../../src/sessions/remote-channel.ts";
import { until } from "../support/until.ts";
import { silentLog } from "../support/world.ts";

// Real processes, which hold no phone: what is asked here never reaches a database.

const ENTRY = fileURLToPath(new URL("../support/linked-phones/session-host.ts", import.meta.url));
const CHANNEL = "01900000-0000-7000-8000-000000000001";
const SENDER = { channelId: CHANNEL, answersWithinMs: LINKED_CAPABILITIES.baileys.answersWithinMs };
const MESSAGE: OutMessage = {
  outboxId: "01900000-0000-7000-8000-000000000002",
  to: { phone: "573000000001" },
  content: { kind: "text", body: "hola" },
};

const hosts: Host[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await Promise.all(hosts.splice(0).map((host) => host.stop(0)));
});

/** Up, and turning: it has answered something. */
async function upHost(): Promise<{ host: Host; pid: number; ended: () => string | undefined }> {
  let how: string | undefined;
  const host = startHost(
    {
      entry: ENTRY,
      settings: {
        databaseUrl: "postgres://nobody@127.0.0.1:1/none",
        keySecret: "k".repeat(32),
        owner: "o",
        drivers: {},
      },
      log: silentLog,
    },
    {
      opened: () => undefined,
      closed: () => undefined,
      event: () => Promise.resolve(),
      ended: (given) => {
        how = given;
      },
    },
  );
  hosts.push(host);
  expect(await host.send(SENDER, MESSAGE).result).toMatchObject({ state: "rejected", code: "not-started" });
  return { host, pid: present(host.pid, "its id"), ended: () => how };
}

test("a host has none of its worker's secrets, and what a program needs", async () => {
  vi.stubEnv("SALDAR_SECRET", "a secret that only the worker has, of forty");
  vi.stubEnv("DATABASE_URL", "postgres://owner:password@127.0.0.1:5432/saldar");
  vi.stubEnv("STRIPE_SECRET_KEY", "sk_test_of_nobody");
  vi.stubEnv("TZ", "America/Bogota");
  const { pid } = await upHost();
  const names = (await readFile(`/proc/${pid}/environ`, "utf8"))
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => present(line.split("=")[0], "a name"));
  expect(names).toContain("PATH");
  expect(names).toContain("TZ");
  // Node's own two lead to the pipe.
  const mayBe = /^(PATH|HOME|TZ|LANG|NODE_EXTRA_CA_CERTS|TMPDIR|NODE_CHANNEL_FD|NODE_CHANNEL_SERIALIZATION_MODE)$/;
  expect(names.filter((name) => !mayBe.test(name))).toEqual([]);
});

test("a host that hangs before it begins to send is killed in 5 s, and the message surely never left", async () => {
  const { host, pid, ended } = await upHost();
  process.kill(pid, "SIGSTOP");
  const askedMs = performance.now();
  expect(await host.send(SENDER, MESSAGE).result).toMatchObject({ state: "rejected", code: "not-started" });
  expect(performance.now() - askedMs).toBeLessThan(9_000);
  await until("its end", ended);
  expect(ended()).toBe("SIGKILL");
});

test("a host that hangs while nothing is asked of it is killed within some seconds; one that is asked for long is not", async () => {
  const [hanging, other] = await Promise.all([upHost(), upHost()]);
  process.kill(hanging.pid, "SIGSTOP");
  await until("its end", hanging.ended, { withinMs: 20_000 });
  expect(hanging.ended()).toBe("SIGKILL");
  expect(other.ended()).toBeUndefined();
}, 40_000);

test.each(LINKED_KINDS)(
  "a send of %s may take as long as its driver: then its host has 5 s to say so, and is not killed when it does not",
  async (kind) => {
    vi.useFakeTimers();
    const stuck = vi.fn();
    const pending = makePending(() => undefined, stuck);
    const remote = remoteChannel({ id: CHANNEL, kind, can: LINKED_CAPABILITIES[kind] });
    remote.attach(pending);
    const { answersWithinMs } = remote.can;
    const [answered, silent] = [remote.send(MESSAGE), remote.send(MESSAGE)];
    const ended = vi.fn();
    void silent.result.then(ended);
    for (const id of [1, 2]) pending.hear({ type: "begun", id });

    await vi.advanceTimersByTimeAsync(answersWithinMs);
    pending.hear({ type: "result", id: 1, result: { state: "accepted", providerId: "P" } });
    expect(await answered.result).toEqual({ state: "accepted", providerId: "P" });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await silent.result).toMatchObject({ state: "unknown" });
    expect(stuck).not.toHaveBeenCalled();
  },
);

test.each([
  [{ what: "settle", outboxId: MESSAGE.outboxId } as const, 10],
  [
    {
      what: "download",
      media: { token: "t", type: "image", mime: "image/png", sha256: undefined, fileName: undefined },
    } as const,
    60,
  ],
])("a call that is never answered ends: %o after %i s", async (call, seconds) => {
  vi.useFakeTimers();
  const pending = makePending(
    () => undefined,
    () => undefined,
  );
  const ended = vi.fn();
  const answer = pending.call(CHANNEL, call).catch((error: unknown) => ended(error));
  await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await answer;
  expect(ended).toHaveBeenCalledWith(expect.objectContaining({ code: "channel.unavailable" }));
});
