import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "three-instalments",
  {
    title: "A debtor proves who they are, sees the balance, and agrees to three instalments",
    shows: `Nothing of the debt is said before the last four of the document are right. The plan is repeated with each
      day and amount, and is stored only after a strict yes; the first link follows in the same message. From then on
      there is a plan, so nobody is dunned: in the week after, nothing more is said.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Marta Muestra" });
    await the.opens(debtor);
    await the.taps(debtor, "Sí, soy yo");
    await the.says(debtor, debtor.document.slice(-4));
    await the.taps(debtor, "Ver opciones");
    await the.says(debtor, "3 cuotas mensuales");
    await the.taps(debtor, "Sí, acepto");
    await the.until("2026-11-27 12:00");
  },
);

story(
  database,
  "only-a-strict-yes",
  {
    title: "A thumb, a «dale» and a «sí, pero» are no yes to a plan",
    shows: `A contract is not read out of a friendly word. A loose yes has the plan repeated; a yes with a condition is
      answered for its condition; only the plain yes that follows the plan makes it one. A reaction is not an answer at
      all.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Luis Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "quiero pagar en 3 cuotas mensuales");
    await the.happens("they react with 👍 to an older message", () =>
      the.world.says(debtor.phone, { kind: "reaction", to: "wamid.OUT1", emoji: "👍" }),
    );
    await the.says(debtor, "dale 👍");
    await the.says(debtor, "sí, pero en 2 cuotas mensuales");
    await the.says(debtor, "sí, acepto");
  },
);

story(
  database,
  "the-balance-changes-before-the-yes",
  {
    title: "A yes to amounts that no longer hold has the plan repeated as it now is",
    shows: `The plan was repeated for 600.000. Before the yes the business's file lowers the balance to 450.000. The yes
      was to other amounts, so nothing is stored: the plan is repeated with the new ones, the button of the older message
      agrees to nothing, and the yes that follows is stored with exactly what was last shown. The same holds for a yes on
      a later day, when the first payment falls on another date.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Rosa Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "3 cuotas mensuales");
    await the.owes(debtor, 600_000n, 450_000n);
    await the.says(debtor, "sí, acepto");
    await the.until("2026-11-19 09:00");
    await the.taps(debtor, "Sí, acepto");
    await the.taps(debtor, "Sí, acepto");
  },
);

story(
  database,
  "beyond-the-policy",
  {
    title:
      "A proposal beyond the policy goes to a person with the numbers, and an agreed plan is not changed by the bot",
    shows: `Ten payments are more than the policy's six. The bot says neither yes nor no: a person gets the proposal. The
      other debtor has a plan and asks for another: that too is a person's to decide.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const far = await the.addDebtor({ name: "Nora Muestra" });
    await the.says(far, "buenas");
    await the.says(far, far.document.slice(-4));
    await the.says(far, "puedo pagar en 10 cuotas mensuales");
    const agreed = await the.addDebtor({ name: "Omar Muestra" });
    await the.says(agreed, "buenas");
    await the.says(agreed, agreed.document.slice(-4));
    await the.says(agreed, "200 mil hoy y el resto en 3 cuotas mensuales");
    await the.says(agreed, "sí, acepto");
    await the.says(agreed, "mejor en 6 cuotas mensuales");
  },
);
