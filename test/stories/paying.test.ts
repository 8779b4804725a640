import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "a-plan-paid",
  {
    title: "Three instalments: the link, the first payment, thanks that ask for nothing, and the second in its month",
    shows: `The link that follows the yes asks for the first instalment. It is paid on a Sunday night and thanked for at once,
      with a receipt and no word of what is left: that, and when the next is due, is told when they write SALDO. Weeks later, in a new conversation, the debtor proves who they are and asks to
      pay: the link is for the second instalment, because the plan stands; another plan is a person's to decide.`,
    begins: "2026-11-22 20:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Marta Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "3 cuotas mensuales");
    await the.says(debtor, "sí, acepto");
    await the.pays(debtor);
    await the.says(debtor, "SALDO");
    await the.says(debtor, "muchas gracias");
    await the.until("2026-12-17 12:00");
    await the.says(debtor, "quiero pagar la siguiente cuota");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "pagar");
    await the.pays(debtor);
    await the.says(debtor, "quiero ver opciones");
    await the.until("2026-12-29 12:00");
  },
);

story(
  database,
  "a-promise-kept",
  {
    title: "A promise kept is thanked for, and nothing follows",
    shows: `Promised for Friday 27 November. On Wednesday the debtor asks for the link and pays all of it, after their
      bank declined it once. The promise is kept, the thanks say that nothing is owed, and the Saturday on which a broken
      one would have been mentioned passes in silence; so does a new opening by the business.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Pilar Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "le pago el viernes 27");
    await the.says(debtor, "sí, confirmo");
    await the.until("2026-11-25 11:00");
    await the.says(debtor, "pagar");
    await the.pays(debtor, "declined");
    await the.pays(debtor);
    await the.until("2026-12-02 12:00");
    await the.opens(debtor);
    await the.until("2026-12-09 12:00");
  },
);

story(
  database,
  "a-receipt-at-night",
  {
    title: "A payment on Sunday night is confirmed at once: the confirmation of an operation is exempt",
    shows: `The link was asked for on Saturday night and is paid on Sunday at 22:00. The receipt leaves then, under the
      exception for confirmations (art. 8); it carries no demand.`,
    begins: "2026-11-21 22:30",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Rita Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.taps(debtor, "Pagar ahora");
    await the.until("2026-11-22 21:58");
    await the.pays(debtor);
    await the.until("2026-11-25 12:00");
  },
);
