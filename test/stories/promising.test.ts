import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "a-broken-promise",
  {
    title: "A broken promise is mentioned on the next lawful day, without a word of debt",
    shows: `The debtor promises to pay on Friday 27 November and confirms it. Until the day is over nothing is said. The
      promise breaks on Saturday at midnight, and Saturday from 08:00 is lawful: one message without a word of debt asks
      whether to go on. They do not answer; two working days later a person gets it, and the bot stays quiet.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Pablo Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "le pago el viernes 27");
    await the.taps(debtor, "Sí, confirmo");
    await the.says(debtor, "gracias");
    await the.until("2026-12-10 12:00");
  },
);

story(
  database,
  "a-promise-before-a-holiday",
  {
    title: "A promise that breaks on a holiday is mentioned on the first working morning after it",
    shows: `A vague «la otra semana» is asked for the exact day. Promised for Monday 7 December; Tuesday the 8th is a
      holiday, so the promise breaks in silence, and on Wednesday at 07:00 we ask whether to go on. They answer that they
      will pay on Friday: a new promise, confirmed, and silence again.`,
    begins: "2026-11-25 15:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Irene Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "le pago la otra semana");
    await the.says(debtor, "el lunes 7 de diciembre");
    await the.says(debtor, "sí, confirmo");
    await the.until("2026-12-09 09:00");
    await the.says(debtor, "sí, disculpe, le pago el viernes 11");
    await the.says(debtor, "sí, confirmo");
    await the.until("2026-12-11 20:00");
  },
);
