import { useDatabase } from "../support/database.ts";
import { story } from "../support/story/story.ts";

const database = useDatabase();

story(
  database,
  "nothing-happens",
  {
    title: "Four weeks in which nothing happens",
    shows: `Four debtors to whom nobody may write: one owes nothing, one has given no permission, one opted out last
      month, one pays while the opening still waits for Monday. The business opens them all. In four weeks not one
      message leaves; each that was held back says by which rule.`,
    begins: "2026-11-21 15:20",
  },
  async (the) => {
    const paidUp = await the.addDebtor({ name: "Paz Muestra" });
    await the.owes(paidUp, 600_000n, 0n);
    const unasked = await the.addDebtor({ name: "Sin Permiso", permission: false });
    const optedOut = await the.addDebtor({ name: "Oscar Muestra" });
    await the.happens("one of them had opted out", () => {
      const { owner, business } = the.world;
      return owner`insert into hold (business_id, id, debtor_id, kind, placed_at)
        values (${business.id}, ${optedOut.contactId}, ${optedOut.id}, 'opt_out', '2026-10-20')`;
    });
    const pays = await the.addDebtor({ name: "Paula Muestra" });
    await the.opens(paidUp, unasked, optedOut, pays);
    await the.owes(pays, 600_000n, 0n);
    await the.until("2026-12-19 12:00");
  },
);
