import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "a-dispute",
  {
    title: "A dispute stops everything, a person answers, and hands back",
    shows: `The debt is not recognised: a case number, and a person. Until the dispute is decided nobody dunns; what the
      debtor writes meanwhile the agent reads. Handed back, the bot answers what is asked, and starts nothing.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Gloria Muestra" });
    await the.says(debtor, "hola");
    await the.says(debtor, debtor.document.slice(-4));
    await the.says(debtor, "esa deuda no es mía, yo nunca compré eso");
    await the.says(debtor, "además ya lo había reclamado");
    await the.agent.takesOver(debtor);
    await the.agent.replies(debtor, "Hola, Gloria. Ya reviso su caso y le cuento.");
    await the.says(debtor, "gracias");
    await the.agent.handsBack(debtor, true);
    await the.says(debtor, "¿cuánto debo?");
    await the.until("2026-12-02 12:00");
  },
);

story(
  database,
  "hardship-and-danger",
  {
    title: "Hardship pauses everything; words of despair bring care and a person at once",
    shows: `Nobody is asked why they did not pay. Who tells of hardship by themselves is thanked and not pressed. Words
      that may mean danger are answered with care and the way to help, whatever else was being spoken of; a person is
      called first of all. In the two weeks after, the bot says nothing.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const poor = await the.addDebtor({ name: "Hugo Muestra" });
    await the.says(poor, "hola");
    await the.says(poor, poor.document.slice(-4));
    await the.says(poor, "me quedé sin trabajo y no tengo con qué pagar");
    const inDanger = await the.addDebtor({ name: "Julia Muestra" });
    await the.opens(inDanger);
    await the.says(inDanger, "sí soy yo, pero ya no quiero vivir, me quiero morir");
    await the.until("2026-12-02 12:00");
    await the.opens(poor, inDanger);
  },
);

story(
  database,
  "wrong-number",
  {
    title: "A wrong number is apologised to, told nothing, and never written to again",
    shows: `The reader is not the debtor. No debt, no name of the debtor beyond the one asked for, no request to pass
      anything on. The number is suppressed: a later opening finds nobody to write to, and an answer to what they write
      is one and no more.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Kevin Muestra" });
    await the.opens(debtor);
    await the.says(debtor, "no, está equivocado, yo no soy Kevin");
    await the.says(debtor, "y qué quieren de él?");
    await the.until("2026-11-26 12:00");
    await the.opens(debtor);
    await the.until("2026-12-03 12:00");
  },
);

story(
  database,
  "opted-out",
  {
    title: "Whoever asks to be left alone is left alone",
    shows: `One confirmation, and silence: no nudge, no new opening. What they later ask for themselves a person answers, once for
      each message of theirs; it lifts nothing.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Laura Muestra" });
    await the.opens(debtor);
    await the.says(debtor, "no me escriban más por favor");
    await the.until("2026-11-26 12:00");
    await the.opens(debtor);
    await the.says(debtor, "gracias por entender");
    await the.says(debtor, "quiero pagar");
    await the.agent.takesOver(debtor);
    await the.agent.replies(debtor, "Con gusto: mañana le ayudo por aquí.");
    await the.agent.replies(debtor, "¿Le queda bien a las diez?");
    await the.agent.handsBack(debtor, true);
    await the.until("2026-12-03 12:00");
  },
);

story(
  database,
  "already-paid",
  {
    title: "«Ya pagué» stops the asking until a person has looked",
    shows: `The words alone are a claim: noted as to be verified, never as paid. The picture that follows proves it. While it
      is open, no opening and no nudge leaves.`,
    begins: "2026-11-18 10:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Mario Muestra" });
    await the.opens(debtor);
    await the.says(debtor, "ya pagué la semana pasada");
    the.world.meta.keepMedia("media-1", Buffer.from("a picture of a transfer"), "image/jpeg");
    await the.happens("they send a picture of a transfer", () =>
      the.world.says(debtor.phone, {
        kind: "media",
        media: { token: "media-1", type: "image", mime: "image/jpeg", sha256: undefined, fileName: undefined },
        caption: undefined,
      }),
    );
    await the.until("2026-12-02 12:00");
  },
);
