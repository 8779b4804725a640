import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "saturday-afternoon",
  {
    title: "What Saturday afternoon does not allow waits for Tuesday, because Monday is a holiday",
    shows: `At 13:58 on Saturday 14 November 2026 an opening still leaves. At 14:10 it does not: Saturday ends at 15:00,
      and a template may arrive up to an hour after it left. Sunday is no day for it, and Monday 16 November is a
      holiday. It waits for Tuesday 07:00, and the two working days to answer begin when it leaves. Three that wait for the same window are spread over it.`,
    begins: "2026-11-14 13:56",
  },
  async (the) => {
    const inTime = await the.addDebtor({ name: "Ana Muestra" });
    await the.opens(inTime);
    await the.until("2026-11-14 14:08");
    const late = await the.addDebtor({ name: "Berta Muestra" });
    await the.opens(late);
    await the.until("2026-11-15 11:00");
    const onSunday = [
      await the.addDebtor({ name: "Carla Muestra" }),
      await the.addDebtor({ name: "Dora Muestra" }),
      await the.addDebtor({ name: "Elsa Muestra" }),
    ];
    await the.opens(...onSunday);
    await the.until("2026-11-18 06:59");
  },
);

story(
  database,
  "wrote-before-the-opening",
  {
    title: "Who writes on Sunday is answered on Sunday, and Monday's opening is not sent any more",
    shows: `An answer to what somebody writes is not bound by hours (art. 8). The opening that waited for Monday would
      make no sense in the middle of that conversation, so it is given up.`,
    begins: "2026-11-21 16:00",
  },
  async (the) => {
    const debtor = await the.addDebtor({ name: "Fabio Muestra" });
    await the.opens(debtor);
    await the.until("2026-11-22 10:00");
    await the.says(debtor, "hola, quiero saber cuánto debo");
    await the.says(debtor, debtor.document.slice(-4));
    await the.until("2026-11-23 12:00");
  },
);
