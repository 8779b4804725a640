import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { OUR_TEMPLATES } from "../../../src/app/templates/our-templates.ts";
import type { Meta } from "../../../src/bench/meta.ts";
import type { Channel } from "../../../src/channels/channel.ts";
import type { TemplateDesk } from "../../../src/channels/template-desk.ts";
import { present } from "../../../src/domain/assert.ts";
import { cloudApiTo, GRAPH, startGraph } from "../../support/graph/graph.ts";

const ACCOUNT = "102290129340398";
const [first, second] = OUR_TEMPLATES;
const opening = present(first, "a template of ours");
const other = present(second, "another");

describe("templates at Meta", () => {
  let meta: Meta;
  let channel: Channel;
  let desk: TemplateDesk;
  beforeAll(async () => {
    meta = await startGraph();
  });
  afterAll(() => meta.close());
  beforeEach(() => {
    meta.templates.of(ACCOUNT).length = 0;
    channel = cloudApiTo(meta.url);
    desk = present(channel.templates, "the desk");
  });
  afterEach(() => channel.close());

  it("are read page after page, each once", async () => {
    for (let index = 0; index < 7; index += 1)
      meta.templates.add(ACCOUNT, {
        name: `hand_made_${index}`,
        language: "es",
        status: "APPROVED",
        category: "MARKETING",
        components: [],
      });
    meta.templates.pageMost = 3;
    const listed = await desk.list(ACCOUNT);
    meta.templates.pageMost = 100;
    expect(listed.done && listed.value.map(({ name }) => name)).toEqual(
      Array.from({ length: 7 }, (_, index) => `hand_made_${index}`),
    );
  });

  it("are registered with body, examples, buttons and time to live, and read back as they are", async () => {
    expect(await desk.create(ACCOUNT, opening)).toMatchObject({
      done: true,
      value: { status: "PENDING", category: "UTILITY" },
    });
    const [kept] = meta.templates.of(ACCOUNT);
    expect(kept).toMatchObject({
      name: "saldar_opening",
      language: "es",
      category: "UTILITY",
      message_send_ttl_seconds: 3600,
      components: [
        { type: "BODY", text: opening.body, example: { body_text: [["María", "Comercial de Muestra"]] } },
        { type: "BUTTONS", buttons: opening.quickReplies.map((text) => ({ type: "QUICK_REPLY", text })) },
      ],
    });
    Object.assign(present(kept, "the template"), {
      status: "REJECTED",
      rejected_reason: "INVALID_FORMAT",
      quality_score: { score: "RED" },
    });
    expect(await desk.list(ACCOUNT)).toMatchObject({
      done: true,
      value: [
        { status: "REJECTED", because: "INVALID_FORMAT", quality: "RED", timeToLiveSeconds: 3600, category: "UTILITY" },
      ],
    });
  });

  it("are edited under their id, and taken away by it", async () => {
    const made = await desk.create(ACCOUNT, opening);
    const { metaId } = present(made.done ? made.value : undefined, "what was made");
    expect(await desk.edit(metaId, { ...opening, body: other.body })).toEqual({ done: true, value: undefined });
    expect(meta.templates.of(ACCOUNT)).toMatchObject([{ name: opening.name, components: [{ text: other.body }, {}] }]);
    expect(await desk.remove(ACCOUNT, { name: opening.name, metaId })).toEqual({ done: true, value: undefined });
    expect(meta.templates.of(ACCOUNT)).toEqual([]);
    expect(await desk.remove(ACCOUNT, { name: opening.name, metaId })).toMatchObject({
      done: false,
      because: "not-found",
    });
  });

  it("that are there already, or are badly written, are refused with what to do about it", async () => {
    await desk.create(ACCOUNT, opening);
    expect(await desk.create(ACCOUNT, opening)).toMatchObject({ done: false, because: "exists" });
    expect(await desk.create(ACCOUNT, { ...other, examples: [] })).toMatchObject({ done: false, because: "format" });
  });

  it.each([
    [{ status: 401, code: 190, message: "Malformed access token" }, "not-allowed"],
    [{ status: 403, code: 200 }, "not-allowed"],
    [{ status: 400, code: 80008 }, "too-fast"],
    [{ status: 429 }, "too-fast"],
    [{ status: 503 }, "unavailable"],
    [{ status: 500, code: 2 }, "unavailable"],
    [{ status: 400, code: 100, subcode: 2388023 }, "deleted-lately"],
    [{ status: 400, code: 100, subcode: 2388299 }, "format"],
    [{ status: 400, code: 100, subcode: 33 }, "not-found"],
    [{ status: 400, code: 368 }, "other"],
  ] as const)("%j is %s", async (answer, because) => {
    meta.templates.refuseNext({ on: "GET", ...answer });
    expect(await desk.list(ACCOUNT)).toMatchObject({ done: false, because });
  });

  it("never tell the token, and say that nobody answered", async () => {
    meta.templates.refuseNext({
      on: "POST",
      status: 401,
      code: 190,
      message: `The token ${GRAPH.accessToken} is wrong`,
    });
    const refused = await desk.create(ACCOUNT, opening);
    expect(refused).toEqual({ done: false, because: "not-allowed", detail: "190: The token [token] is wrong" });
    const nobody = cloudApiTo("http://127.0.0.1:1");
    expect(await nobody.templates?.list(ACCOUNT)).toMatchObject({ done: false, because: "unavailable" });
    await nobody.close();
  });
});
