import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const Body = z.object({
  model: z.string(),
  max_tokens: z.int(),
  response_format: z.object({
    type: z.literal("json_schema"),
    json_schema: z.looseObject({ strict: z.literal(true) }),
  }),
  messages: z.array(z.object({ role: z.enum(["system", "user"]), content: z.string() })),
});

/** What it is asked, and what it knows of who asks. */
export type Heard = {
  readonly state: string;
  readonly message: string;
  readonly body: z.infer<typeof Body>;
  readonly authorization: string | undefined;
  readonly path: string | undefined;
};

export type Answering = (heard: Heard, response: ServerResponse) => void;

/** A server that speaks chat completions on 127.0.0.1, and answers as a test wants it to. */
export type ModelServer = AsyncDisposable & {
  readonly url: string;
  readonly heard: Heard[];
  /** From the next question on. */
  answers(how: Answering): void;
  /** Resolves once it has heard so many questions in all. */
  hasHeard(count: number): Promise<void>;
};

const Sent = z.object({ conversation_state: z.string(), message: z.string() });

export async function startModelServer(first: Answering = verdict({ intent: "unclear" })): Promise<ModelServer> {
  const heard: Heard[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let how = first;
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const body = Body.parse(JSON.parse(text));
      const { conversation_state: state, message } = Sent.parse(JSON.parse(body.messages.at(-1)?.content ?? ""));
      const { authorization } = request.headers;
      const one = { state, message, body, authorization, path: request.url };
      heard.push(one);
      how(one, response);
      for (const { count, done } of waiting) if (heard.length >= count) done();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    heard,
    answers(next) {
      how = next;
    },
    hasHeard: (count) =>
      new Promise((done) => {
        if (heard.length >= count) done();
        else waiting.push({ count, done });
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** A verdict as a model would give it; what is not said is the whole message, and no span. */
export function verdict(said: Record<string, unknown> | ((heard: Heard) => Record<string, unknown>)): Answering {
  return (heard, response) => {
    const given = typeof said === "function" ? said(heard) : said;
    const evidence = given["intent"] === "unclear" ? "" : heard.message;
    const whole = { evidence, amount_span: null, date_span: null, language: "es", ...given };
    content(JSON.stringify(whole))(heard, response);
  };
}

/** A completion whose text is this. */
export function content(text: string, finish = "stop"): Answering {
  return (_, response) => {
    const choices = [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finish }];
    reply(200, JSON.stringify({ id: "x", object: "chat.completion", choices, usage: { total_tokens: 321 } }))(
      _,
      response,
    );
  };
}

export function reply(status: number, body: string): Answering {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  };
}

/** Takes the question and never answers it. */
export const hang: Answering = () => undefined;

/** Begins an answer and never ends it. */
export const stall: Answering = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" }).write('{"choices":[');
};

/** Cuts the line in the middle. */
export const cut: Answering = (_, response) => {
  response.destroy();
};
