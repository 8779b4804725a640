import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, test } from "vitest";
import { AppError, ERRORS, type ErrorCode } from "../../src/domain/errors.ts";
import { tableRows } from "../tidy/tables.ts";

const documented = tableRows("docs/errors.md").map(([code = "", status = "", again = "", when = "", advice = ""]) => ({
  code: code.replaceAll("`", ""),
  status: Number(status),
  retry: again === "yes",
  when,
  advice,
}));

describe("the table of errors", () => {
  test("is documented, code for code, with the same status and the same word on trying again", () => {
    const inCode = Object.entries(ERRORS).map(([code, { status, retry }]) => ({ code, status, retry }));
    const inDocs = documented.map(({ code, status, retry }) => ({ code, status, retry }));
    const byCode = (a: { code: string }, b: { code: string }): number => a.code.localeCompare(b.code);
    expect(inDocs.sort(byCode)).toEqual(inCode.sort(byCode));
  });

  test("says of each code when it appears and what to do", () => {
    for (const { code, when, advice } of documented) {
      expect(when.length, code).toBeGreaterThan(20);
      expect(advice.length, code).toBeGreaterThan(10);
    }
  });

  test("is the type, so that no other code compiles", () => {
    expectTypeOf<ErrorCode>().toEqualTypeOf<keyof typeof ERRORS>();
    expectTypeOf<string>().not.toExtend<ErrorCode>();
  });

  test("has statuses that fit: a request's fault is 4xx, the world's or the operator's 5xx, and only 429 and 503 are worth a repeat", () => {
    for (const [code, { status, retry }] of Object.entries(ERRORS)) {
      const [family] = code.split(".");
      if (family === "request" || family === "conversation" || family === "content")
        expect(status, code).toBeLessThan(500);
      if (family === "config" || family === "database" || family === "channel")
        expect(status, code).toBeGreaterThanOrEqual(500);
      if (retry) expect([429, 503], code).toContain(status);
    }
  });
});

describe("an error", () => {
  test("keeps its code, its cause and how long the other side asked to wait", () => {
    const cause = new Error("socket hang up");
    const error = new AppError("channel.rate-limited", "Wait a moment.", { cause, retryAfterSeconds: 30 });
    expect(error).toMatchObject({
      name: "AppError",
      code: "channel.rate-limited",
      message: "Wait a moment.",
      retryAfterSeconds: 30,
    });
    expect(error.cause).toBe(cause);
  });

  test("without a cause has none, rather than an undefined one", () => {
    expect(Object.hasOwn(new AppError("request.invalid", "No."), "cause")).toBe(false);
  });

  test("of a code that stands in the source is a documented one", () => {
    const codes = new Set<string>(Object.keys(ERRORS));
    const strays = sources().flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/new AppError\(\s*"([^"]+)"/g)].flatMap(([, code = ""]) =>
        codes.has(code) ? [] : `${path}: ${code}`,
      ),
    );
    expect(strays).toEqual([]);
  });
});

function sources(): string[] {
  return ["src", "db", "flows", "webhooks"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => `${folder}/${path}`),
  );
}
