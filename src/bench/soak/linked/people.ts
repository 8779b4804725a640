import { z } from "zod";
import { systemClock } from "../../../clock.ts";
import { present } from "../../../domain/assert.ts";
import { every } from "../../../every.ts";
import type { WhatsAppProcess } from "../../channel/whatsapp-process.ts";
import type { BenchDebtor } from "../../turns/debtors.ts";
import type { PlaySettings, Written } from "../../turns/play.ts";
import { type Answer, WRITTEN_SCRIPT } from "../../turns/script.ts";
import type { Copy } from "../account.ts";

/** A message of ours as a person's phone opened it, once more each time. */
export type PhoneCopy = Copy & { readonly id: string; readonly from: string; readonly to: string };

/** Debtors with WhatsApp on phones of their own, each of whom writes to one of our numbers. */
export type People = Pick<PlaySettings, "clock" | "script" | "hear" | "write"> & {
  readonly copies: readonly PhoneCopy[];
  /** When the connection of each of our numbers ended, in milliseconds that never jump. */
  readonly lostLines: readonly { readonly number: string; readonly atMs: number }[];
  /** The ids of what each debtor wrote, in order. */
  readonly written: ReadonlyMap<string, readonly string[]>;
  /** Hears what there still is, and no more. */
  stop(): Promise<void>;
};

const LOOK_EACH_MS = 100;
export type Tells = "read" | "delivered" | "nothing";

/** What their phones tell of a message: they are in a hand, in a pocket, or keep it to themselves. */
export const TELLS: readonly Tells[] = ["read", "read", "delivered", "delivered", "delivered", "nothing"];

const Said = z.object({ id: z.string() });
const Departures = z.object({ next: z.int(), numbers: z.array(z.string()) });
const Arrivals = z.object({
  next: z.int(),
  copies: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), text: z.string().optional() })),
});

type Peopled = {
  readonly debtors: readonly BenchDebtor[];
  readonly numbers: readonly string[];
  readonly tells: readonly Tells[];
  readonly chance: () => number;
};

export async function givePeoplePhones(
  whatsApp: Pick<WhatsAppProcess, "ask">,
  { debtors, numbers, tells, chance }: Peopled,
): Promise<People> {
  const numberOf = new Map<string, string>();
  for (const [index, { phone }] of debtors.entries()) {
    await whatsApp.ask({ do: "add", number: phone, name: `Persona de muestra ${index + 1}` });
    await whatsApp.ask({
      do: "tell",
      number: phone,
      what: present(tells[Math.floor(chance() * tells.length)], "a way"),
    });
    numberOf.set(phone, present(numbers[index % numbers.length], "a number of ours"));
  }
  const written = new Map<string, string[]>(debtors.map(({ phone }) => [phone, []]));
  const heard = listen(whatsApp, numberOf);
  return {
    ...heard,
    written,
    clock: systemClock,
    script: WRITTEN_SCRIPT,
    write(what) {
      const to = present(numberOf.get(what.phone), "the number that they write to");
      return async () => {
        const { id } = Said.parse(await whatsApp.ask({ do: "say", from: what.phone, to, text: textOf(what) }));
        written.get(what.phone)?.push(id);
        return true;
      };
    },
  };
}

/** Looks again and again for what has come to the phones. A message's second copy is counted, and not shown. */
function listen(
  whatsApp: Pick<WhatsAppProcess, "ask">,
  people: ReadonlyMap<string, string>,
): Pick<People, "copies" | "lostLines" | "hear" | "stop"> {
  const copies: PhoneCopy[] = [];
  const shown = new Set<string>();
  const watchers = new Set<(answer: Answer) => void>();
  const failures: unknown[] = [];
  const lostLines: { number: string; atMs: number }[] = [];
  const since = { arrivals: 0, departures: 0 };
  const look = async (): Promise<void> => {
    const departures = Departures.parse(await whatsApp.ask({ do: "departures", since: since.departures }));
    since.departures = departures.next;
    const atMs = systemClock.elapsedMs();
    lostLines.push(...departures.numbers.map((number) => ({ number, atMs })));
    const arrivals = Arrivals.parse(await whatsApp.ask({ do: "arrivals", since: since.arrivals }));
    since.arrivals = arrivals.next;
    const arrivedAtMs = systemClock.elapsedMs();
    for (const { id, from, to, text = "" } of arrivals.copies) {
      if (!people.has(to)) continue;
      copies.push({ id, from, to, outboxId: id, arrivedAtMs });
      if (shown.has(id)) continue;
      shown.add(id);
      for (const watcher of watchers) watcher({ to, text, options: menuOf(text), outboxId: id });
    }
  };
  const looking = every(LOOK_EACH_MS, look, (error) => failures.push(error));
  return {
    copies,
    lostLines,
    hear(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    async stop() {
      await looking.stop();
      if (failures.length > 0) throw new AggregateError(failures, "what came to the phones could not be looked at");
      await look();
    },
  };
}

/** The numbered lines at the end of a message of ours, before the line that asks for a number. */
function menuOf(text: string): Answer["options"] {
  const lines = (text.split("\n\n").at(-2) ?? "").split("\n");
  const titles = lines.map((line) => /^\d+\. (.+)$/.exec(line)?.[1]);
  return titles.flatMap((title) => (title === undefined ? [] : [{ id: title, title }]));
}

/** Nothing can be tapped: they write the option's number. */
function textOf({ words, before }: Written): string {
  if ("text" in words) return words.text;
  const place = before?.options.findIndex(({ id }) => id === words.tap.id) ?? -1;
  return place < 0 ? words.tap.title : String(place + 1);
}
