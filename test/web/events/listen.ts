import { assert, present } from "../../../src/domain/assert.ts";

export type Heard = {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: { kind?: string; subjectId?: string | null; payload?: unknown };
};

/** An event stream as a browser hears it. */
export type Listening = {
  readonly headers: Headers;
  readonly events: readonly Heard[];
  /** The next event of that name, or the one already heard. */
  until(event: string): Promise<Heard & { readonly id: string }>;
  subject(id: string): Promise<Heard & { readonly id: string }>;
  /** What changes were about, in the order in which they were told. */
  subjects(): string[];
  isOpen(): boolean;
  readonly ended: Promise<void>;
  cut(): void;
};

export async function listen(url: string, cookie: string, lastEventId?: string): Promise<Listening> {
  const controller = new AbortController();
  const response = await fetch(url, {
    headers: { cookie, ...(lastEventId !== undefined && { "last-event-id": lastEventId }) },
    signal: controller.signal,
  });
  assert(response.ok, `the stream answers ${response.status}`);
  const events: Heard[] = [];
  const waiting = new Set<() => void>();
  let isOpen = true;

  const ended = read(present(response.body, "the stream's body"), (heard) => {
    events.push(heard);
    for (const look of waiting) look();
  }).then(() => {
    isOpen = false;
    for (const look of waiting) look();
  });

  const find = (is: (heard: Heard) => boolean): Promise<Heard & { id: string }> => {
    const { promise, resolve, reject } = Promise.withResolvers<Heard & { id: string }>();
    const look = () => {
      const found = events.find(is);
      if (found) resolve({ ...found, id: found.id ?? "" });
      else if (!isOpen) reject(new Error("the stream ended before that"));
      else return;
      waiting.delete(look);
    };
    waiting.add(look);
    look();
    return promise;
  };

  return {
    headers: response.headers,
    events,
    until: (event) => find((heard) => heard.event === event),
    subject: (id) => find(({ data }) => data.subjectId === id),
    subjects: () => events.flatMap(({ event, data }) => (event === "change" ? (data.subjectId ?? []) : [])),
    isOpen: () => isOpen,
    ended,
    cut: () => controller.abort(),
  };
}

async function read(body: ReadableStream<Uint8Array>, heard: (event: Heard) => void): Promise<void> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const whole = text.split("\n\n");
      text = whole.pop() ?? "";
      for (const block of whole) {
        const fields = new Map(
          block
            .split("\n")
            .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)] as const),
        );
        const event = fields.get("event");
        if (event !== undefined)
          heard({ event, id: fields.get("id"), data: JSON.parse(fields.get("data") ?? "{}") as Heard["data"] });
      }
    }
  } catch (error) {
    // Cut by the test, or by the server that stops.
    if (!(error instanceof Error)) throw error;
  }
}
