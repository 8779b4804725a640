import { recordStop } from "../../src/app/contact/record-stop.ts";
import { bring, csvOf } from "../app/debtor-lists/lists.ts";
import { useDatabase } from "../support/database.ts";
import { type Story, story } from "../support/story/story.ts";
import type { SampleDebtor } from "../support/world.ts";

const database = useDatabase();

/** The business brings its list again, and in it says that this person agreed to be written to. */
function listSaysYes(the: Story, { phone, document }: SampleDebtor, name: string): Promise<void> {
  const line = { client: "C-1", name, document, phone, invoice: "FV-2027", due: "28/02/2027", balance: "$ 90.000" };
  return the.happens("the business's list, brought again, says that they agreed to messages", () =>
    bring(the.world, csvOf([{ ...line, permission: "Sí" }])),
  );
}

story(
  database,
  "asks-for-messages-again",
  {
    title: "Who said stop is written to again once they ask for it themselves, and not before",
    shows: `Months pass and the list says that they agreed: nothing leaves. They ask for messages in their own words, and are asked
      back in plain terms, without a word of a debt; a plain yes is kept with both wordings. The bot begins afresh, with who it is.
      At the next campaign the opening is lawful and leaves.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Norma Muestra" });
    await the.opens(debtor);
    await the.says(debtor, "no me escriban más por favor");
    await the.until("2027-03-03 10:00");
    await listSaysYes(the, debtor, "Norma Muestra");
    await the.opens(debtor);
    await the.says(debtor, "buenos días", "ya me pueden volver a escribir");
    await the.taps(debtor, "Sí, escríbanme");
    await the.until("2027-03-17 12:00");
    await the.opens(debtor);
  },
);

story(
  database,
  "asks-and-thinks-better-of-it",
  {
    title: "A condition, a no, an «ok» or silence give no permission",
    shows: `Only the request itself is asked back, once each time. Whatever is not a plain yes leaves the stop as it was; where
      somebody may have meant yes, or wants something, a person sees it and the bot says nothing.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Olga Muestra" });
    await the.says(debtor, "no me escriban más");
    await the.says(debtor, "vuelvan a escribirme");
    await the.says(debtor, "no, mejor no");
    await the.says(debtor, "quiero volver a recibir mensajes");
    await the.until("2026-11-20 12:00");
    await the.says(debtor, "vuelvan a escribirme", "no, no me escriban");
    await the.says(debtor, "pueden escribirme otra vez");
    await the.says(debtor, "ok");
    const other = await the.addDebtor({ name: "Pilar Muestra" });
    await the.says(other, "no me escriban más");
    await the.says(other, "vuelvan a escribirme si me bajan los intereses");
    await the.until("2026-12-02 12:00");
    await the.opens(debtor, other);
  },
);

story(
  database,
  "stop-by-telephone",
  {
    title: "Who told a person to stop is met with silence in a new chat too, and still returns by their own words",
    shows: `The chat knows of the stop before it reads a word: no greeting, no question who it is. Handed back by an agent the bot
      stays silent. The request, repeated and confirmed, ends it.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Raúl Muestra" });
    await the.opens(debtor);
    await the.happens("they tell an agent by telephone to stop", () =>
      recordStop(the.world.deps, {
        businessId: the.world.business.id,
        debtorId: debtor.id,
        userId: "ana",
        stop: { kind: "opted_out" },
        reason: "Llamó y pidió que no le escriban",
      }),
    );
    await the.says(debtor, "sí, soy yo, quiero saber cuánto debo");
    await the.agent.takesOver(debtor);
    await the.agent.handsBack(debtor, true);
    await the.says(debtor, "podés volver a escribirme");
    await the.says(debtor, "sí");
    await the.says(debtor, debtor.document.slice(-4));
    await the.until("2026-11-19 09:00");
  },
);
