import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { assertServes, CURRENT, FLOWS, flowAt } from "../../flows/registry.ts";
import { AppError } from "../../src/domain/errors.ts";
import { fingerprintOf, RELEASED, withoutComments } from "../support/flow-fingerprint.ts";

const released: Record<string, string> = JSON.parse(readFileSync(RELEASED, "utf8"));
const names = FLOWS.map(({ id, version }) => `${id}@${version}`);

describe("the registry", () => {
  test("finds a version, and a version that this build lacks is a broken assumption", () => {
    expect(flowAt("collect", 1)).toBe(CURRENT);
    expect(() => flowAt("collect", 99)).toThrow("this build has no collect@99");
  });

  test("a build that serves every live version may start", () => {
    expect(() => assertServes([])).not.toThrow();
    expect(() => assertServes([{ flow: "collect", version: 1 }])).not.toThrow();
  });

  test("a build that lacks a live version refuses to start, and names it and what to do", () => {
    const live = [
      { flow: "collect", version: 1 },
      { flow: "collect", version: 7 },
      { flow: "remind", version: 2 },
      { flow: "collect", version: 7 },
    ];
    expect(() => assertServes(live)).toThrow(
      expect.objectContaining({
        name: "AppError",
        code: "database.newer-than-build",
        message: expect.stringMatching(
          /in the middle of collect@7, remind@2, which .* has collect@1\)\. Start the build/,
        ),
      }),
    );
    expect(() => assertServes(live)).toThrow(AppError);
  });

  test("no version is in it twice", () => {
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("released versions", () => {
  test.each(Object.entries(released))("%s is as it was when customers began it", (name, fingerprint) => {
    const [flow = "", version = ""] = name.split("@");
    const message = `customers are in the middle of ${name}: copy it to the next version instead`;
    expect(fingerprintOf(flow, Number(version)), message).toBe(fingerprint);
  });

  test("every version but the newest of a flow is released, and the registry still has each", () => {
    const unreleased = FLOWS.filter(({ id, version }) => released[`${id}@${version}`] === undefined);
    for (const { id, version } of unreleased) {
      expect(FLOWS.every((other) => other.id !== id || other.version <= version)).toBe(true);
    }
    expect(names).toEqual(expect.arrayContaining(Object.keys(released)));
  });

  test("a fingerprint sees code, and neither comments nor layout", () => {
    const code = 'const a = say("opening"); // greets\n';
    expect(withoutComments(code)).toBe(withoutComments('/** Says it. */\nconst a =\n  say("opening");'));
    expect(withoutComments(code)).not.toBe(withoutComments('const a = say("nudge");'));
  });

  test("a formatter that breaks a line changes nothing", () => {
    expect(withoutComments("on(a, [b, c], { d })")).toBe(
      withoutComments("on(\n  a, // first\n  [b, c],\n  {\n    d,\n  },\n)"),
    );
    expect(withoutComments("return a")).not.toBe(withoutComments("returna"));
  });

  test("what stands in quotes is no comment", () => {
    expect(withoutComments('const url = "https://x.test"; // here')).toBe('const url="https://x.test";');
    expect(withoutComments("const t = `a  // b /* c */`;")).toBe("const t=`a  // b /* c */`;");
  });
});
