import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "never-answers",
  {
    title: "A debtor who never answers is reminded once, and then left alone",
    shows: `Two working days after an opening one neutral reminder follows, without a word of debt; three working days
      after that the conversation closes as unreachable. The opening is on a Friday, Monday is a holiday (16 November
      2026), so the reminder falls on Wednesday. In the three weeks after that nothing more is said.`,
    begins: "2026-11-13 09:58",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Marta Muestra" });
    await the.opens(debtor);
    await the.until("2026-12-14 12:00");
  },
);
