import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "three-wrong-tries",
  {
    title: "Three wrong answers to «who are you» end in a neutral close",
    shows: `Somebody holds the phone and does not know the document. They are told how many tries are left, and after the
      third nothing that hints at a debt; if they write again, a person reads it. Asked how to know that it is really the
      creditor, we say where to check.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Nelson Muestra" });
    await the.opens(debtor);
    await the.says(debtor, "sí");
    await the.says(debtor, "¿cómo sé que son ustedes?");
    await the.says(debtor, "1111");
    await the.says(debtor, "2222");
    await the.says(debtor, "3333");
    await the.says(debtor, "dígame cuánto debo");
    await the.until("2026-12-02 12:00");
  },
);

story(
  database,
  "a-stranger",
  {
    title: "An unknown number is asked for a reference and told nothing",
    shows: `Whether they greet, ask for a balance or send a reference: nothing about anybody is said, and a person finds
      out who it is.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const stranger = { phone: "+573109990000" };
    await the.says(stranger, "hola, cuánto debo?");
    await the.says(stranger, "mi referencia es C-1");
    await the.says(stranger, "¿hola?");
    const other = { phone: "+573109990001" };
    await the.says(other, "no me escriban más");
    await the.until("2026-11-27 12:00");
  },
);

story(
  database,
  "a-reference-writes",
  {
    title: "A reference's number is never written to first, and hears nothing of the debt when it writes",
    shows: `The list gave somebody's number as a personal reference. The business opens: nothing leaves. The reference
      writes, asks what is owed and gives the debtor's document: they are a stranger like any other. Their "stop" is
      theirs, and no hold on the debtor.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Sara Muestra" });
    await the.happens(
      "the list says that the number is a personal reference's",
      () => the.world.owner`
      update contact set name = 'Contacto de muestra', role = 'Referencia personal' where id = ${debtor.contactId}`,
    );
    await the.opens(debtor);
    await the.says(debtor, "hola");
    await the.says(debtor, `cuánto debe? el documento es ${debtor.document.slice(-4)}`);
    await the.says(debtor, "no me escriban más");
    await the.until("2026-11-20 12:00");
  },
);

story(
  database,
  "portuguese-and-english",
  {
    title: "Debtors are spoken to in their own language, and followed when they change it",
    shows: `One is on file as speaking Portuguese. The other is on file without a language, is greeted in the business's
      Spanish, and answers in English sentences.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const brazilian = await the.addDebtor({ name: "Paulo Amostra", language: "pt-BR" });
    await the.opens(brazilian);
    await the.says(brazilian, "sim, sou eu");
    await the.says(brazilian, brazilian.document.slice(-4));
    await the.says(brazilian, "posso pagar em 3 parcelas mensais?");
    await the.says(brazilian, "sim, aceito");
    const english = await the.addDebtor({ name: "Quinn Sample" });
    await the.opens(english);
    await the.says(english, "yes that is me, I only speak English");
    await the.says(english, english.document.slice(-4));
    await the.says(english, "I will pay on Friday 27 November");
    await the.says(english, "yes, I confirm");
  },
);

story(
  database,
  "a-burst",
  {
    title: "Three messages in a row are one turn: what protects is heard first, and one message answers",
    shows: `Before the bot looks, the debtor has written three times. The last asks to pay, the second says that they
      already paid: the claim counts, and pressing for payment stops.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Raúl Muestra" });
    await the.says(debtor, "hola", "buenas tardes", "quién es?");
    await the.says(debtor, debtor.document.slice(-4), "y cuánto debo?");
    await the.says(debtor, "quiero pagar", "espere, yo ya pagué eso el lunes", "páseme el link");
  },
);
