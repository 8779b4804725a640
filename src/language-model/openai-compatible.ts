import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Log } from "../log.ts";
import { afterAnswer, type Breaker, beforeAsking, CLOSED } from "./breaker.ts";
import { type Answer, type LanguageModel, type Question, readVerdict } from "./language-model.ts";
import { requestBody } from "./prompt.ts";

export type Endpoint = {
  /** Up to and without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  /** A model on the same machine needs none. */
  readonly key: string | undefined;
};

/** Questions under way: a small machine answers few at once, and each that waits there waits in vain. */
const MOST_AT_ONCE = 8;
/** A verdict is some 400 bytes, and with all that may stand around it some thousands. */
const MOST_BYTES = 64_000;

const Completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string() }), finish_reason: z.string().nullish() }))
    .min(1),
  usage: z.object({ total_tokens: z.int().min(0) }).nullish(),
});

/** Any server that speaks OpenAI's chat completions with a JSON schema. */
export function openAiCompatible(
  { url, model, key }: Endpoint,
  { clock, log }: { clock: Clock; log: Log },
): LanguageModel {
  const address = `${url.replace(/\/+$/, "")}/chat/completions`;
  const headers = { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) };
  let breaker: Breaker = CLOSED;
  let underWay = 0;

  async function ask(question: Question, withinMs: number): Promise<Answer> {
    if (underWay >= MOST_AT_ONCE) return { kind: "not_asked", because: "busy" };
    const { mayAsk, next } = beforeAsking(breaker, clock.elapsedMs());
    if (!mayAsk) return { kind: "not_asked", because: "open" };
    breaker = next;
    underWay += 1;
    const answer = await exchange(question, withinMs);
    underWay -= 1;
    const before = breaker.state;
    breaker = afterAnswer(breaker, answer.kind === "answered" ? "well" : "badly", clock.elapsedMs());
    if (answer.kind !== "answered") log.debug({ model, answer }, "the language model gave no opinion");
    if (breaker.state === "open" && before !== "open")
      log.warn({ model, answer }, "the language model fails and is not asked for a while; nothing else is missing");
    return answer;
  }

  async function exchange(question: Question, withinMs: number): Promise<Answer> {
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(withinMs)));
    try {
      const body = requestBody(model, question);
      // A redirect would carry a debtor's words, and perhaps the key, to where nobody decided to send them.
      const response = await fetch(address, { method: "POST", headers, body, signal, redirect: "error" });
      const text = await readAll(response);
      if (!response.ok) return { kind: "failed", why: `status ${response.status}` };
      return text === undefined ? { kind: "unreadable", why: "too_long" } : readCompletion(text);
    } catch (error) {
      return signal.aborted ? { kind: "timeout" } : { kind: "failed", why: reasonOf(error) };
    }
  }

  return { model, ask };
}

/** Undefined for more than anybody needs to say; the rest is not waited for. */
async function readAll(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels what is still to come.
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function readCompletion(text: string): Answer {
  const completion = Completion.safeParse(jsonOf(text));
  if (!completion.success) return { kind: "unreadable", why: "no_completion" };
  const [choice] = completion.data.choices;
  const verdict = readVerdict(jsonOf(choice?.message.content ?? ""));
  if (!verdict) return { kind: "unreadable", why: choice?.finish_reason === "length" ? "cut_off" : "no_verdict" };
  return { kind: "answered", verdict, tokens: completion.data.usage?.total_tokens };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `ECONNREFUSED` and the like: fetch itself says only that it failed. Never the address, which may carry a key. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? code : "no_connection";
}
