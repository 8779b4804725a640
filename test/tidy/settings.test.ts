import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { tableRows } from "./tables.ts";

const inCode = [
  ...readFileSync("src/config.ts", "utf8").matchAll(/^ {2}([A-Z][A-Z_]+): (?:optional|withDefault)\(/gm),
].map(([, name = ""]) => name);
const documented = tableRows("docs/settings.md").map(([setting = "", fallback = ""]) => ({
  name: setting.replaceAll("`", ""),
  fallback: /^`([^`]+)`$/.exec(fallback)?.[1],
}));

test("every setting is documented, and nothing that is none", () => {
  expect(inCode.length).toBeGreaterThan(10);
  expect(documented).toHaveLength(inCode.length);
  expect(new Set(documented.map(({ name }) => name))).toEqual(new Set(inCode));
});

test("a documented default is the one that holds when nothing is set", () => {
  const held = new Map<string, unknown>(Object.entries(readConfig({})));
  for (const { name, fallback } of documented) {
    const value = held.get(name);
    expect(value === undefined ? undefined : String(value), name).toBe(fallback);
  }
});

test("no secret has a default", () => {
  for (const { name, fallback } of documented) {
    if (/SECRET|TOKEN|KEY|PASSWORD/.test(name)) expect(fallback, name).toBeUndefined();
  }
});

test("the settings that other documents speak of exist", () => {
  const spoken = ["README.md", "SECURITY.md", "docs/deploy.md", "docs/errors.md"].flatMap((path) =>
    (readFileSync(path, "utf8").match(/\b(?:SALDAR|WHATSAPP|STRIPE|DATABASE|METRICS)_[A-Z_]+\b/g) ?? []).map(
      (name) => `${path}: ${name}`,
    ),
  );
  const known = new Set(inCode);
  expect(spoken.filter((one) => !known.has(one.split(": ")[1] ?? ""))).toEqual([]);
});
