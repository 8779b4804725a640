import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "busy-now",
  {
    title: "Somebody who is busy is left in peace, and goes on where they were",
    shows: `At the wheel, in a meeting, at work: a few words answer it, whoever reads them; nothing moves and nothing counts
      against them. The hour they name is no instruction for good: a person who reads it records one where it is meant so. Who
      begins with "not now" is asked nothing, and what they write later begins a conversation.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Teresa Muestra" });
    await the.opens(debtor);
    await the.says(debtor, "estoy manejando");
    await the.says(debtor, "sí, soy yo");
    await the.says(debtor, debtor.document.slice(-4));
    await the.taps(debtor, "Ver opciones");
    await the.says(debtor, "estoy trabajando, escríbame mañana en la tarde");
    await the.says(debtor, "asdf qwer");
    await the.says(debtor, "estoy en una reunión, hablamos después");
    await the.says(debtor, "zxcv uiop");
    await the.taps(debtor, "Pagar ahora");
    const first = await the.addDebtor({ name: "Ulises Muestra" });
    await the.says(first, "Hola, estoy ocupado, luego hablamos");
    await the.says(first, "ya, dígame");
    await the.until("2026-11-19 12:00");
  },
);
