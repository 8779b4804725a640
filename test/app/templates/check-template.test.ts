import { describe, expect, it, test } from "vitest";
import { checkTemplate } from "../../../src/app/templates/check-template.ts";
import { compareTemplate } from "../../../src/app/templates/compare-template.ts";
import { OUR_TEMPLATES } from "../../../src/app/templates/our-templates.ts";
import { templateComponents } from "../../../src/channels/template-desk.ts";
import { present } from "../../../src/domain/assert.ts";

const [first] = OUR_TEMPLATES;
const opening = present(first, "a template of ours");

test("all of ours pass our own check, in every language", () => {
  expect(OUR_TEMPLATES).toHaveLength(21);
  expect(OUR_TEMPLATES.flatMap((one) => checkTemplate(one, one.parameters))).toEqual([]);
  for (const { examples, parameters, body } of OUR_TEMPLATES) {
    expect(examples).toHaveLength(parameters);
    expect(body).not.toContain("undefined");
  }
});

describe("what Meta would refuse is found first", () => {
  const body = "Hola, {{1}}. Le escribe {{2}} por un asunto de su cuenta, y queremos saber si es usted.";
  it.each([
    ["variables-in-order", { body: body.replace("{{1}}", "{{2}}").replace(/\{\{2\}\}(?=.*\{\{2\}\})/, "{{3}}") }],
    ["variable-count", { body: body.replace("{{2}}", "nuestra tienda"), examples: ["María"] }],
    [
      "variable-at-an-end",
      { body: `{{1}}, ${body.replace("{{1}}", "buenas")}`.replace("{{1}}, Hola, buenas", "{{1}}, hola") },
    ],
    ["variable-at-an-end", { body: "Hola, {{1}}. Le escribimos por un asunto de su cuenta en {{2}}." }],
    ["variables-side-by-side", { body: body.replace(". Le escribe {{2}}", " {{2}} le escribe") }],
    ["too-many-variables", { body: "Hola, {{1}} y {{2}} ya" }],
    ["examples", { examples: ["María", " "] }],
    ["examples", { examples: ["María"] }],
    ["line-breaks", { body: body.replace(". Le", ".\n\n\nLe") }],
    ["body-length", { body: `${body}${"x".repeat(1024)}` }],
    ["quick-replies", { quickReplies: ["Sí", "Sí"] }],
    ["quick-replies", { quickReplies: ["x".repeat(26)] }],
    ["time-to-live", { timeToLiveSeconds: 29 }],
    ["name", { name: "Saldar Opening" }],
    ["promotional", { body: body.replace("un asunto", "un DESCUENTO") }],
    ["promotional", { body: body.replace("un asunto", "uma promoção") }],
    ["promotional", { body: body.replace("un asunto", "a special offer") }],
  ] as const)("%s", (problem, changes) => {
    const changed = { ...opening, body, ...changes };
    expect(checkTemplate(changed, 2)).toContain(problem);
  });

  it("but marketing may promote", () => {
    expect(
      checkTemplate({ ...opening, category: "MARKETING", body: body.replace("un asunto", "un descuento") }, 2),
    ).toEqual([]);
  });
});

test("a change by hand at Meta is a difference, and what only looks different is none", () => {
  const same = {
    components: templateComponents(opening),
    category: "UTILITY",
    timeToLiveSeconds: 3600,
    status: "APPROVED",
  } as const;
  expect(compareTemplate(opening, same)).toEqual([]);
  expect(compareTemplate(opening, undefined)).toEqual(["missing"]);
  expect(compareTemplate(opening, { ...same, status: "DELETED" })).toEqual(["missing"]);
  const [body, buttons] = same.components;
  expect(compareTemplate(opening, { ...same, components: [{ ...body, text: "Otra cosa" }, buttons] })).toEqual([
    "body",
  ]);
  expect(compareTemplate(opening, { ...same, components: [body] })).toEqual(["quick-replies"]);
  expect(
    compareTemplate(opening, {
      ...same,
      components: [{ type: "HEADER", text: "Hola" }, body, { type: "FOOTER", text: "-" }, buttons],
    }),
  ).toEqual(["header", "footer"]);
  expect(compareTemplate(opening, { ...same, category: "MARKETING", timeToLiveSeconds: null })).toEqual([
    "category",
    "time-to-live",
  ]);
});
