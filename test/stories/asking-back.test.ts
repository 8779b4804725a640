import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "asking-back",
  {
    title: "What was probably meant is asked back with buttons, and never acted on",
    shows: `Before the proof only a button that says nothing of a debt is offered, though the words may mean more. Once they have
      proved who they are, the likeliest are, and a tap on one of them is answered like any tap. A plan that waits for its yes is
      repeated instead; the second misunderstanding in a row brings a person.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Víctor Muestra" });
    await the.opens(debtor);
    await the.taps(debtor, "Sí, soy yo");
    await the.says(debtor, "no sé si esto sea cierto pero bueno");
    await the.taps(debtor, "Cómo comprobarlo");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "y si lo vamos cuadrando");
    await the.taps(debtor, "Ver opciones");
    await the.taps(debtor, "3 pagos mensuales");
    await the.says(debtor, "y si lo vamos cuadrando");
    await the.says(debtor, "y si lo vamos cuadrando");
    await the.until("2026-11-20 12:00");
  },
);
