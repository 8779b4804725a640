import { expect, test } from "vitest";
import { pairRestMs } from "../../src/channels/backoff.ts";
import { LINKED_CAPABILITIES } from "../../src/channels/linked-capabilities.ts";
import { FAILURE_CODES } from "../../src/domain/outreach/number-health/failure-class.ts";
import { PAIR_RATE, PAIR_RATE_SOURCE } from "../../src/domain/outreach/number-health/pair-rate.ts";
import { RESTRICTIONS, restHours } from "../../src/domain/outreach/number-health/restrictions.ts";
import { EVERY_MS, RULE_VERSION, RULES, SHARES, WARM_UP } from "../../src/domain/outreach/number-health/rules.ts";

test("docs/number-health.md holds every rule of a number's health, with its numbers and its source", async () => {
  await expect(page()).toMatchFileSnapshot("../../docs/number-health.md");
});

test("each rule's text names the numbers that the code goes by", () => {
  const { "stop-share": stops, "failure-share": failures, "network-cap": capped, "reply-ratio": replies } = RULES;
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  expect(stops.text).toMatch(
    new RegExp(`${SHARES.stops.sample} .*${percent(SHARES.stops.half)}.*${percent(SHARES.stops.tenth)}`),
  );
  expect(failures.text).toMatch(
    new RegExp(`${SHARES.failures.sample} .*${percent(SHARES.failures.half)}.*${percent(SHARES.failures.tenth)}`),
  );
  expect(capped.text).toMatch(new RegExp(`${SHARES.capped.sample} .*${percent(SHARES.capped.half)}`));
  for (const { sample, least } of Object.values(SHARES.replies)) {
    expect(replies.text).toContain(` ${sample} `);
    expect(replies.text).toContain(percent(least));
  }
  expect(RULES["errors-in-a-row"].text).toMatch(new RegExp(` ${SHARES.errors.half} .* ${SHARES.errors.tenth}:`));
  for (const people of [...WARM_UP.linked, ...WARM_UP.cloud])
    if (people !== null) expect(RULES["warm-up"].text).toContain(people.toLocaleString("en"));
  for (const code of RESTRICTIONS.filter((one) => /^\d+$/.test(one))) expect(RULES.restriction.text).toContain(code);
});

function page(): string {
  const seconds = (ms: number) => ms / 1_000;
  const { linked, cloud } = EVERY_MS;
  return `# The health of a number

Made from \`src/domain/outreach/number-health/\` by \`test/tidy/number-health.test.ts\`; \`npx vitest run test/tidy/number-health.test.ts -u\`
writes it again.

A number that writes to too many strangers, or to people who do not want it, is slowed down by WhatsApp, then restricted, then lost. So each
number has a governor: every half minute while something happens and every ten minutes while nothing does, and at once when a send is refused
for the whole number, it looks at what the number did in the last day and week, and decides to how many people it may write first in 24 hours and how far its messages keep apart. Each decision that changes
something is kept for ever, with its reasons and all that it was made from (\`number_decision\`), and each message names the one by which it
left (\`send_decision.record.numberDecision\`).

- Every rule only takes away, and the least of what they leave holds: never more than Meta's tier, nor than what you set.
- **Whoever writes to you is answered** at every verdict but *stopped*. The people that are counted are those who are written to outside
  WhatsApp's 24 hours. Answers leave before what the number has to begin.
- Which verdict a number has, the people a day, the reasons and the history: \`GET /api/channels/{id}/decisions\` ([api.md](api.md)).
- The demo's simulated number has no governor: nobody can lose it.

Version ${RULE_VERSION}.

## Rules

| Rule | What it does | Where it comes from |
| --- | --- | --- |
${Object.entries(RULES)
  .map(([name, { text, source }]) => `| \`${name}\` | ${text} | ${source} |`)
  .join("\n")}

Shares are of the newest 25,000 messages that left by the number, counted by when they left, and of its newest 5,000 people. Failures are counted by Meta's codes:
${FAILURE_CODES.undeliverable.join(", ")} undeliverable; ${FAILURE_CODES.capped.join(" and ")} held back by Meta; ${FAILURE_CODES.stop.join(", ")} a person told Meta to stop us. That
somebody blocked a number WhatsApp does not say: it shows as an undeliverable message, if at all.

## Pace

| | well | slowed | strongly slowed |
| --- | --- | --- | --- |
| linked phone, seconds between messages, drawn by chance | ${seconds(linked.normal)}–${seconds(linked.normal * 8) / 3} | ${seconds(linked.slowed)}–${seconds(linked.slowed * 8) / 3} | ${seconds(linked.strongly)}–${seconds(linked.strongly * 8) / 3} |
| Cloud API number, least seconds between messages | its throughput at Meta | ${seconds(cloud.slowed)} | ${seconds(cloud.strongly)} |

A linked phone's messages leave from the one process that has it, so its distance is exact. For a Cloud API number each process keeps the distance
for itself; what is too fast for Meta all the same rests the number for all of them.

## To one person

One number sends one person a message each ${seconds(PAIR_RATE.everyMs)} seconds. Up to ${PAIR_RATE.burst} at once are lent, and repaid in full before the next: after 20 of them
nothing goes for two minutes. That is Meta's rule (${PAIR_RATE_SOURCE}),
and so we keep it for what we begin and for an agent's lines. The bot's answer to what a person just wrote waits for no repayment while no more than
${PAIR_RATE.burst} are owed for, until Meta refuses one: held to Meta's words, five answers in ten seconds would leave the person waiting for half a minute. For a linked phone, of which nobody says what WhatsApp
lends, ${LINKED_CAPABILITIES.baileys.rate.recipient.burst} (Baileys) or ${LINKED_CAPABILITIES.whatsapp_web.rate.recipient.burst} (whatsapp-web.js). What Meta refuses all the same (error 131056) is tried again after ${[1, 2, 3, 4].map((tries) => seconds(pairRestMs(tries))).join(", ")} seconds and so on,
and nothing else goes to that person in between. Who waits so keeps nobody else waiting.

## After a restriction

Nothing leaves by the number, also when the restriction itself is over, until an administrator lets it go on
(\`POST /api/channels/{id}/resume\`, on the record). It rests ${restHours(1)} hours first, whoever asks; ${restHours(2)} after a second restriction within 30 days, ${restHours(3)} after a
third. Then its warm-up begins again. A token, a payment or a registration that failed is no restriction: it goes on as soon as that is repaired.

## By which number we write first

The one that the person knows from their last conversation, while it can be used; else the first that may write to them. A linked phone writes first
only to who has written to that very number before: anything else is refused with the reason \`COLD_CONTACT\`, in the dry run of a list too. And it begins conversations only from Monday to Friday, 9 to 18, within
the law's own hours (\`NUMBER_HOURS\`).

## When a number is lost

What waits for it waits, and the conversation says why. Nothing more happens unless the business turned on that it may begin on another number
(\`PUT /api/business/moves-to-other-number\`; off at first), and the person authorised other numbers (a list's column, or an agent's record of
it; the newest word counts). Then, an hour after the number was stopped or its link ended, or at once when it was taken out of use:

- only what we wanted to begin begins on another number: an opening, a dunning reminder, a nudge. What answers somebody is theirs to read where they
  asked, and a reminder of a promise or plan belongs to the chat it was made in: both wait;
- it is a new conversation with its own opening, linked to the old one (\`conversation.continues\`). **Nobody who was verified on the old number is verified on
  the new one**: no word of a debt goes there before the person has shown again who they are;
- the old message ends, its conversation closes and the new one begins in one transaction, on the record: nothing is said twice. Contact law judges the
  new opening as every other.
`;
}
