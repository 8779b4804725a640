import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capabilities, OutContent } from "../../src/channels/channel.ts";
import { type Prompt, type Rendered, render, renderTemplate } from "../../src/channels/render.ts";
import { promptOf, words } from "./prompts.ts";

const RICH: Capabilities = {
  freeTextAnyTime: false,
  templates: true,
  templateTimeToLiveSeconds: undefined,
  textMax: 4096,
  buttons: { max: 3, titleMax: 20, bodyMax: 1024 },
  list: { rows: 10, titleMax: 24, descriptionMax: 72, bodyMax: 1024 },
  media: { image: { maxBytes: 1, mimes: [] }, document: { maxBytes: 1, mimes: [] } },
  initiate: "template",
  statuses: ["sent", "delivered", "read", "failed"],
  answersWithinMs: 10_000,
  rate: {
    channel: { everyMs: 12.5, burst: 80 },
    recipient: { everyMs: 6000, burst: 45, beginWithinMs: 3000, burstWithinMs: 5500 },
  },
};
const PLAIN: Capabilities = { ...RICH, templates: false, buttons: undefined, list: undefined };
const NO_LIST: Capabilities = { ...RICH, list: undefined };

const prompt = (...titles: string[]): Prompt => ({
  body: "¿Qué prefiere?",
  options: titles.map((title, index) => ({ id: `option:${index}`, title })),
});

/** Everything a person can read of it. */
function readable(content: OutContent): string {
  if (content.kind === "text") return content.body;
  if (content.kind !== "choice") throw new Error(`unexpected ${content.kind}`);
  return [content.body, ...content.options.flatMap(({ title, description = "" }) => [title, description])].join("\n");
}

function layoutOf({ content }: Rendered): string {
  return content.kind === "choice" ? content.layout.as : content.kind;
}

describe("render", () => {
  it("keeps a text without options as it is", () => {
    expect(render({ body: "Gracias." }, RICH, "es")).toEqual({
      content: { kind: "text", body: "Gracias." },
      options: [],
    });
  });

  it("shows up to three short options as buttons", () => {
    const { content, options } = render(prompt("Sí", "No", "Otra persona"), RICH, "es");
    expect(content).toEqual({ kind: "choice", ...prompt("Sí", "No", "Otra persona"), layout: { as: "buttons" } });
    expect(options.map(({ id }) => id)).toEqual(["option:0", "option:1", "option:2"]);
  });

  it.each([
    ["four options", prompt("a", "b", "c", "d")],
    ["a title of 21", prompt("a", "x".repeat(21))],
    ["an option with a description", { body: "?", options: [{ id: "a", title: "a", description: "más" }] }],
  ])("shows %s as a list", (_, given) => {
    expect(layoutOf(render(given, RICH, "es"))).toBe("list");
  });

  it("names the list's opener in the debtor's language within its 20 characters", () => {
    for (const language of ["es", "pt-BR", "en"] as const) {
      const { content } = render(prompt("a", "b", "c", "d"), RICH, language);
      expect(content).toMatchObject({ layout: { as: "list", opener: expect.stringMatching(/^.{1,20}$/) } });
    }
  });

  it("writes a title that is too long for its row below it", () => {
    const long = "Pagar en 12 cuotas quincenales iguales";
    const { content, options } = render(prompt(long, "No"), RICH, "es");
    expect(content).toMatchObject({
      options: [{ title: "Pagar en 12 cuotas quin…", description: long }, { title: "No" }],
    });
    expect(options[0]?.title).toBe(long);
  });

  it("does not cut an emoji in two", () => {
    const { content } = render(prompt(`${"x".repeat(22)}😀${"y".repeat(10)}`, "No"), RICH, "es");
    expect(content).toMatchObject({ options: [{ title: `${"x".repeat(22)}…` }, { title: "No" }] });
  });

  it.each([
    ["eleven options", prompt(..."abcdefghijk"), RICH],
    ["a title of 73", prompt("x".repeat(73), "No"), RICH],
    ["titles alike", prompt("Pagar", "Pagar"), RICH],
    ["titles alike once cut", prompt(`${"x".repeat(30)}1`, `${"x".repeat(30)}2`), RICH],
    ["a body of 1,025", { ...prompt("a", "b"), body: "x".repeat(1025) }, RICH],
    ["four options without lists", prompt("a", "b", "c", "d"), NO_LIST],
    ["two options without buttons", prompt("Sí", "No"), PLAIN],
  ])("numbers %s in plain text", (_, given, can) => {
    expect(layoutOf(render(given, can, "es"))).toBe("text");
  });

  it.each([
    ["es", "Responda con el número."],
    ["pt-BR", "Responda com o número."],
    ["en", "Reply with the number."],
  ] as const)("asks for the number in %s", (language, sentence) => {
    const { content } = render(prompt("A", "B"), PLAIN, language);
    expect(content).toEqual({ kind: "text", body: `¿Qué prefiere?\n\n1. A\n2. B\n\n${sentence}` });
  });

  it("refuses an empty text and one that no message can hold", () => {
    expect(() => render({ body: "" }, RICH, "es")).toThrow("does not fit");
    expect(() => render({ body: "x".repeat(4097) }, RICH, "es")).toThrow("does not fit");
    expect(render({ body: "x".repeat(4096) }, RICH, "es").content.kind).toBe("text");
  });

  it("loses no word, keeps the order of the options and stays within every limit of the channel", () => {
    fc.assert(
      fc.property(
        promptOf({ bodyMax: 2500, optionsMax: 14 }),
        fc.constantFrom(RICH, NO_LIST, PLAIN),
        fc.constantFrom("es", "pt-BR", "en"),
        (given, can, language) => {
          const { content, options } = render(given, can, language);
          const text = readable(content);
          expect(text).toContain(given.body);
          for (const { title } of given.options ?? []) expect(text).toContain(title);
          expect(options).toEqual(given.options);
          if (content.kind === "choice") {
            expect(content.options.map(({ id }) => id)).toEqual(given.options?.map(({ id }) => id));
          }
          expectWithinLimits(content, can);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("numbers the options of plain text from 1 in their order", () => {
    fc.assert(
      fc.property(words(100), fc.array(words(30), { minLength: 1, maxLength: 14 }), (body, titles) => {
        const { content, options } = render({ ...prompt(...titles), body }, PLAIN, "en");
        const lines = readable(content).slice(body.length).trim().split("\n");
        options.forEach(({ title }, index) => {
          expect(lines[index]).toBe(`${index + 1}. ${title}`);
        });
      }),
    );
  });
});

function expectWithinLimits(content: OutContent, can: Capabilities): void {
  if (content.kind === "text") {
    expect(content.body.length).toBeLessThanOrEqual(can.textMax);
    return;
  }
  if (content.kind !== "choice") throw new Error(`unexpected ${content.kind}`);
  const { options, layout, body } = content;
  expect(body.length).toBeLessThanOrEqual(1024);
  expect(new Set(options.map(({ title }) => title)).size).toBe(options.length);
  expect(options.length).toBeLessThanOrEqual(layout.as === "buttons" ? 3 : 10);
  for (const { title, description = "" } of options) {
    expect(title.length).toBeLessThanOrEqual(layout.as === "buttons" ? 20 : 24);
    expect(description.length).toBeLessThanOrEqual(layout.as === "buttons" ? 0 : 72);
  }
}

describe("renderTemplate", () => {
  const template = {
    kind: "template",
    name: "opening",
    language: "es",
    params: ["X"],
    options: [],
    fallbackText: "Hola de X",
  } as const;

  it("keeps a template where there are templates, and is its text where there are none", () => {
    expect(renderTemplate(template, RICH)).toBe(template);
    expect(renderTemplate(template, PLAIN)).toEqual({ kind: "text", body: "Hola de X" });
  });
});
