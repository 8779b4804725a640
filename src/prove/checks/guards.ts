import { insertBusiness } from "../../../db/businesses.ts";
import { verify } from "../../../db/ledger/verify.ts";
import {
  foreignRows,
  insertForeignDebtor,
  renameForeignDebtors,
  tamperWithPosting,
  tenantTables,
} from "../../../db/prove.ts";
import { benchBusiness } from "../../bench/business.ts";
import { newId } from "../../ids.ts";
import type { Check } from "../check.ts";

class Undone extends Error {}

export const tamperedLedger: Check = {
  claim: "a ledger row changed by somebody who may switch triggers off: verify names it",
  async run(stage) {
    const { owner, businessId } = await stage.beside();
    let before = -1;
    let after = -1;
    let changed = 0;
    await owner
      .begin(async (tx) => {
        await tx`select set_config('app.business_id', ${businessId}, true)`;
        before = (await verify(tx)).length;
        changed = await tamperWithPosting(tx);
        after = (await verify(tx)).length;
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return {
      tried: `${changed} posting larger by one unit`,
      seen: `${before} findings before, ${after} after`,
      survived: changed === 1 && before === 0 && after > 0,
    };
  },
};

export const breakIn: Check = {
  claim: "one business at another's rows, as the application: row-level security shows, changes and takes nothing",
  async run(stage) {
    const { installation, businessId } = await stage.beside();
    const { db } = installation.deps;
    const intruder = benchBusiness();
    await db.inBusiness(intruder.id, (tx) => insertBusiness(tx, intruder));
    const { seen, tables, changed } = await db.inBusiness(intruder.id, async (tx) => {
      const names = await tenantTables(tx);
      let rows = 0;
      for (const name of names) rows += await foreignRows(tx, name, businessId);
      return { seen: rows, tables: names.length, changed: await renameForeignDebtors(tx, businessId) };
    });
    const refused = await db
      .inBusiness(intruder.id, (tx) => insertForeignDebtor(tx, businessId, newId()))
      .then(
        () => false,
        (error: unknown) => String(error).includes("row-level security"),
      );
    return {
      tried: `${tables} tables read, one changed, one written to`,
      seen: `${seen} rows seen, ${changed} changed, ${refused ? "writing refused" : "writing not refused"}`,
      survived: seen === 0 && changed === 0 && refused && tables > 20,
    };
  },
};
