import { describe, expect, test } from "vitest";
import type { AcceptedMessage } from "../../src/bench/meta.ts";
import type { BenchDebtor } from "../../src/bench/turns/debtors.ts";
import { makeLatencies } from "../../src/bench/turns/latencies.ts";
import { type Played, play } from "../../src/bench/turns/play.ts";
import { SCRIPT } from "../../src/bench/turns/script.ts";
import { throughMeta } from "../../src/bench/turns/through-meta.ts";
import { systemClock } from "../../src/clock.ts";
import { present } from "../../src/domain/assert.ts";

const DEBTORS: BenchDebtor[] = Array.from({ length: 200 }, (_, number) => ({
  debtorId: `debtor-${number}`,
  contactId: `contact-${number}`,
  debtId: `debt-${number}`,
  phone: `57310${String(number).padStart(7, "0")}`,
  lastFour: "1234",
  owedText: `600.${String(number).padStart(3, "0")}`,
}));

type Answer = Pick<AcceptedMessage, "text" | "options">;
const option = (id: string) => ({ id, title: id });

/** What a server that does everything right would answer at each step. */
function rightAnswer(step: number, { owedText }: BenchDebtor): Answer {
  const answers: Answer[] = [
    { text: "¿Quién es?", options: [option("howToVerify")] },
    { text: `Debe ${owedText}`, options: [option("pay"), option("options")] },
    { text: `Debe ${owedText}`, options: [option("offer:3:monthly"), option("pay")] },
    { text: `Un acuerdo por ${owedText}`, options: [option("confirm:plan:3:monthly:600")] },
    { text: `Acuerdo por ${owedText}: http://127.0.0.1/p/token`, options: [] },
  ];
  return present(answers[step], "an answer");
}

/** Plays against a server that answers by `answers`: for each message a debtor writes, what reaches the phone. */
async function playAgainst(answers: (step: number, debtor: BenchDebtor) => Answer[]): Promise<Played> {
  const watchers = new Set<(message: AcceptedMessage) => void>();
  const written = new Map<string, number>();
  let sent = 0;
  return play({
    ...throughMeta({
      clock: systemClock,
      meta: {
        onAccepted: (watcher) => {
          watchers.add(watcher);
          return () => watchers.delete(watcher);
        },
      },
      post: async (body) => {
        const phone = present(/"from":"(\d+)"/.exec(body.toString())?.[1], "a sender");
        const step = written.get(phone) ?? 0;
        written.set(phone, step + 1);
        const debtor = present(
          DEBTORS.find((one) => one.phone === phone),
          "the debtor",
        );
        queueMicrotask(() => {
          for (const answer of answers(step, debtor)) {
            sent += 1;
            const message = {
              ...answer,
              to: phone,
              outboxId: `outbox-${sent}`,
              arrivedAtMs: 0,
              providerId: `wamid.${sent}`,
            };
            for (const watcher of watchers)
              watcher({
                ...message,
                message: { messaging_product: "whatsapp", type: "text", text: { body: answer.text } },
              });
          }
        });
        return 200;
      },
      phoneNumberId: "1",
    }),
    debtors: DEBTORS,
    chats: 2,
    thinkMs: 5,
    warmUpMs: 0,
    // Ten times what two scripts need, for a machine that is busy.
    playMs: 1_000,
    graceMs: 50,
  });
}

describe("the players", () => {
  test("count turns and finished scripts, and complain of nothing when all is right", async () => {
    const played = await playAgainst((step, debtor) => [rightAnswer(step, debtor)]);
    expect(played).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, surprises: [] });
    expect(played.finished).toBeGreaterThan(0);
    expect(played.turns).toBe(played.answers.count);
  });

  test("notice an answer that never comes", async () => {
    const played = await playAgainst((step, debtor) => (step === 2 ? [] : [rightAnswer(step, debtor)]));
    expect(played).toMatchObject({ lost: 2, finished: 0 });
  });

  test("notice an answer that comes twice", async () => {
    const played = await playAgainst((step, debtor) =>
      step === 1 ? [rightAnswer(step, debtor), rightAnswer(step, debtor)] : [rightAnswer(step, debtor)],
    );
    expect(played.doubled).toBeGreaterThan(0);
    expect(played.outOfOrder).toBe(0);
  });

  test("notice an answer that was somebody else's: another amount", async () => {
    const played = await playAgainst((step, debtor) => [
      rightAnswer(step, step === 1 ? { ...debtor, owedText: "999.999" } : debtor),
    ]);
    expect(played.outOfOrder).toBeGreaterThan(0);
    expect(played.finished).toBe(0);
  });

  test("notice an answer to a later step", async () => {
    const played = await playAgainst((step, debtor) => [rightAnswer(step === 0 ? 3 : step, debtor)]);
    expect(played).toMatchObject({ outOfOrder: 2, lost: 2 });
  });
});

test("each step's answer is right for no other step", () => {
  const debtor = present(DEBTORS[7], "a debtor");
  const message = (answer: Answer): AcceptedMessage => ({
    ...answer,
    to: debtor.phone,
    outboxId: "x",
    arrivedAtMs: 0,
    providerId: "x",
    message: { messaging_product: "whatsapp", type: "text", text: { body: answer.text } },
  });
  for (const [index, { isAnswer }] of SCRIPT.entries()) {
    const fits = SCRIPT.map((_, step) => isAnswer(message(rightAnswer(step, debtor)), debtor));
    expect(fits.indexOf(true)).toBe(index);
    expect(fits.filter(Boolean)).toHaveLength(1);
  }
});

test("a percentile is the time within which that share was done", () => {
  const latencies = makeLatencies();
  expect(latencies.percentile(0.99)).toBe(0);
  for (let ms = 100; ms >= 1; ms -= 1) latencies.add(ms);
  expect(latencies.percentile(0.5)).toBe(50);
  expect(latencies.percentile(0.99)).toBe(99);
  expect(latencies.percentile(1)).toBe(100);
});
