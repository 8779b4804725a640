import { expect, test } from "vitest";
import {
  TEMPLATE_LANGUAGES,
  TEMPLATES,
  type TemplateKey,
  type TemplateParameter,
} from "../../flows/collect/messages.ts";
import { isTemplate, templateBody } from "../../flows/collect/write-message.ts";
import { LANGUAGES, type Language } from "../../flows/vocabulary.ts";
import { TEMPLATE_TIME_TO_LIVE_SECONDS } from "../../src/channels/template-desk.ts";
import { RICH } from "../support/sample-words.ts";

const KEYS = Object.keys(TEMPLATES).filter((key): key is TemplateKey => key in TEMPLATES);

/** What Meta asks for beside the body: an example of each parameter. */
const SAMPLES: Record<TemplateParameter, string> = {
  name: "María",
  creditor: "Comercial de Muestra",
  amount: "$ 200.000",
  day: "viernes 27 de noviembre de 2026",
  "receipt number": "R-2026-000123",
  "case number": "C-2026-000123",
};

/** Longest body of a template ("Message templates: components"). */
const BODY_MAX = 1024;

test("docs/templates.md holds every template in every language, as it must be registered", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/templates.md");
});

test("each template is one that Meta takes: numbered parameters, none at either end, none beside another", () => {
  for (const { key, language, body } of ALL) {
    const where = `${key} ${language}`;
    const parameters = [...body.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number));
    expect(Math.max(...parameters), where).toBe(TEMPLATES[key].parameters.length);
    expect(body, where).not.toMatch(/^\{\{|\}\}$|\}\}\s*\{\{/);
    // A parameter said twice is one that some reviewers refuse.
    expect(new Set(parameters).size, where).toBe(parameters.length);
    expect(body.length, where).toBeLessThanOrEqual(BODY_MAX);
    expect(body.replace(/\{\{\d\}\}/g, ""), where).not.toMatch(/[{}]|undefined/);
  }
});

test("a template says in words how to reach a person or to stop, beside its buttons", () => {
  for (const { key, language, body } of ALL.filter((one) => one.key === "opening")) {
    expect(body, `${key} ${language}`).toMatch(/PERSONA|PESSOA|PERSON/);
    expect(body, `${key} ${language}`).toMatch(/NO ESCRIBIR|PARAR|NÃO|STOP/);
  }
});

const ALL = KEYS.filter(isTemplate).flatMap((key) =>
  LANGUAGES.map((language) => ({ key, language, body: templateBody(key, language, RICH).body })),
);

function page(): string {
  return `${HEAD}\n${KEYS.map(chapter).join("\n")}`;
}

function chapter(key: TemplateKey): string {
  const { name, parameters } = TEMPLATES[key];
  const samples = parameters.map(
    (parameter: TemplateParameter, index) =>
      `\`{{${index + 1}}}\` is the ${parameter}, for example "${SAMPLES[parameter]}"`,
  );
  return [`## ${name}`, "", `${samples.join("; ")}.`, "", ...LANGUAGES.map((language) => text(key, language))].join(
    "\n",
  );
}

function text(key: TemplateKey, language: Language): string {
  const { body, options = [] } = templateBody(key, language, RICH);
  const replies = options.map(({ title }) => `**${title}**`).join(" · ");
  return [
    `Language \`${TEMPLATE_LANGUAGES[language]}\`:`,
    "",
    "```text",
    body,
    "```",
    "",
    ...(replies === "" ? [] : [`Quick replies: ${replies}`, ""]),
  ].join("\n");
}

const HEAD = `# Templates to register at Meta

Made from \`flows/collect/\` by \`test/tidy/templates.test.ts\`; \`npx vitest run test/tidy/templates.test.ts -u\` writes it again.

When 24 hours have passed since the debtor last wrote, WhatsApp takes only texts that Meta has approved. These are all that
Saldar uses then. The console's page "Templates" shows how each stands at Meta and submits what is missing or differs, after you have read
it there. By hand (WhatsApp Manager, Message templates), register each in every language you use:

- category **Utility**, exactly this name, exactly this text as the body;
- no header and no footer;
- the **quick replies** named under the text, in that order: Saldar sends what each means with the message, and Meta refuses
  a message whose buttons are not the template's (error 132012). The text itself says how to ask for a person and to stop;
- each parameter with the example given;
- a time to live (\`message_send_ttl_seconds\`) of exactly **${TEMPLATE_TIME_TO_LIVE_SECONDS} seconds**, in the call that makes the template or a later one.

**The time to live is what keeps a message inside lawful hours**, and Meta keeps it with the template: no field of a message sets it. So
Saldar starts a template only while every moment of that time is open: by the law or, where the law honours it, by the hours that the
person asked for, and free of the times they called bad. The rest waits for the next window. A receipt that the law exempts from
hours may leave at any. A template registered without it lives 30 days, and a phone that was off may then be reached on a Sunday. Three things no setting can bound: a free
text within 24 hours of the debtor's last message, which has no time to live at all; a template that Meta has called Marketing, whose
time to live is 12 hours at the least; and a message that a phone has received and shows later.

Meta may call one of them Marketing, or refuse it; it alone decides. What needs a template that is not approved, or that was paused, waits until
it may be sent; the page says why, and how many messages wait. A text changed here is another text: register it again
and wait for the approval before you start the new version.
`;
