import { setTimeout as pause } from "node:timers/promises";
import { cutConnections } from "../../../db/prove.ts";
import type { Check } from "../check.ts";

const AGAIN_MS = 4_000;

export const graphFails: Check = {
  claim: "Graph answers 500 once: delivered once",
  async run(stage) {
    const debtor = stage.nextDebtor();
    stage.meta.order({ kind: "error", code: 131000, status: 500 }, { to: debtor.phone });
    await stage.bring(stage.text(debtor, "hola"));
    await stage.hears(debtor, 1);
    await pause(AGAIN_MS);
    const requests = stage.meta.requests.filter(({ body }) => body.includes(debtor.phone)).length;
    const delivered = stage.heard(debtor).length;
    return {
      tried: "one 500, then as usual",
      seen: `${requests} requests, ${delivered} delivered`,
      survived: requests === 2 && delivered === 1,
    };
  },
};

export const databaseCut: Check = {
  claim: "database connections cut in mid-turn: it recovers by itself, and everybody is answered once",
  async run(stage, size) {
    const { owner } = await stage.beside();
    const debtors = Array.from({ length: 4 * size }, () => stage.nextDebtor());
    let cut = 0;
    const asked = debtors.map((debtor) => stage.bring(stage.text(debtor, "hola")));
    for (let round = 0; round < 3; round += 1) {
      await pause(30);
      cut += await cutConnections(owner);
    }
    await Promise.all(asked);
    const answered = await Promise.all(debtors.map((debtor) => stage.hears(debtor, 1, 45_000)));
    const count = answered.filter(Boolean).length;
    const doubled = debtors.filter((debtor) => stage.heard(debtor).length > 1).length;
    return {
      tried: `${cut} connections cut, three times, under ${debtors.length} messages`,
      seen: `${count} of ${debtors.length} answered${doubled > 0 ? `, ${doubled} twice: their record of the send was cut` : ", none twice"}`,
      survived: count === debtors.length,
    };
  },
};
