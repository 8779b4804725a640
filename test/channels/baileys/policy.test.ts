import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { afterDisconnect, type Disconnect, FAILURES } from "../../../src/channels/baileys/policy.ts";

const once: Disconnect = { code: 428, linked: true, reached: true, inARow: 1, recent: 1, jitter: 0 };

describe("after a connection ended", () => {
  test.each([
    [401, "logged-out", true],
    [402, "banned", false],
    [403, "banned", true],
    [405, "outdated", false],
    [406, "logged-out", true],
    [409, "outdated", false],
    [411, "refused", true],
    [440, "replaced", false],
  ] as const)("%i is final: %s; keys forgotten: %s", (code, because, forget) => {
    expect(afterDisconnect({ ...once, code })).toEqual({ do: "end", because, forget });
  });

  test("515 comes back at once, however often something failed before", () => {
    expect(afterDisconnect({ ...once, code: 515, recent: 20, inARow: 20 })).toEqual({ do: "reconnect", afterMs: 0 });
  });

  test.each([408, 428, 500, 503, undefined])("%s comes back after a wait that doubles", (code) => {
    const waits = [1, 2, 3].map((inARow) => afterDisconnect({ ...once, code, inARow }));
    expect(waits).toEqual([1_000, 2_000, 4_000].map((afterMs) => ({ do: "reconnect", afterMs })));
  });

  test("408 while nobody has scanned means that the time for it is over", () => {
    const unlinked = { ...once, code: 408, linked: false };
    expect(afterDisconnect(unlinked)).toEqual({ do: "end", because: "expired", forget: true });
    expect(afterDisconnect({ ...unlinked, reached: false })).toMatchObject({ do: "reconnect" });
  });

  test("the eighth failure within half an hour is the last, but an internet that is away is no failure of the session", () => {
    const often = { ...once, recent: FAILURES.most, inARow: FAILURES.most };
    expect(afterDisconnect(often)).toEqual({ do: "end", because: "failing", forget: false });
    expect(afterDisconnect({ ...often, recent: FAILURES.most - 1 })).toMatchObject({ do: "reconnect" });
    expect(afterDisconnect({ ...often, reached: false })).toMatchObject({ do: "reconnect" });
  });

  test("whatever the code and the chance, it ends or waits at most five minutes", () => {
    fc.assert(
      fc.property(
        fc.nat(600),
        fc.nat(1000),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (code, inARow, reached, jitter) => {
          const next = afterDisconnect({ ...once, code, reached, inARow: inARow + 1, recent: 1, jitter });
          if (next.do === "end") return;
          expect(next.afterMs).toBeGreaterThanOrEqual(code === 515 ? 0 : 1_000);
          expect(next.afterMs).toBeLessThanOrEqual(300_000);
        },
      ),
    );
  });
});
