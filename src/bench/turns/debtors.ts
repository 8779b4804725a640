import type { Database } from "../../../db/client.ts";
import { recordAll } from "../../../db/ledger/record.ts";
import { insertSampleDebtors, type SampleDebtor } from "../../../db/samples.ts";
import { debtRaised } from "../../domain/ledger/debts.ts";
import { ofUnits } from "../../domain/money.ts";
import { whatsappKey } from "../../domain/phone.ts";
import { isoDate } from "../../domain/time.ts";
import { newId } from "../../ids.ts";

/** A made person with one debt, whose amount tells them from their neighbours. */
export type BenchDebtor = {
  readonly debtorId: string;
  readonly contactId: string;
  readonly debtId: string;
  /** Digits, as WhatsApp has them. */
  readonly phone: string;
  readonly lastFour: string;
  /** What they owe, as Colombian messages write it: `600.100`. */
  readonly owedText: string;
};

const BATCH = 2_000;
const DUE_ON = isoDate("2026-01-15");

/** Writes debtors number `from` to `from + count - 1` with contact, permission, debt and ledger entry, thousands in a transaction. */
export async function seedDebtors(
  db: Database,
  businessId: string,
  { from, count }: { from: number; count: number },
): Promise<BenchDebtor[]> {
  const made: BenchDebtor[] = [];
  for (let first = from; first < from + count; first += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, from + count - first) }, (_, index) => first + index);
    const samples = numbers.map(sampleOf);
    await db.inBusiness(businessId, async (tx) => {
      await insertSampleDebtors(tx, businessId, samples);
      await recordAll(
        tx,
        samples.map((sample) => debtOf(sample)),
      );
    });
    made.push(...samples.map((sample) => benchDebtor(sample)));
  }
  return made;
}

type Sample = SampleDebtor & { readonly owedUnits: number };

function sampleOf(number: number): Sample {
  const phone = `+57310${String(number).padStart(7, "0")}`;
  return {
    debtorId: newId(),
    contactId: newId(),
    debtId: newId(),
    permissionId: newId(),
    reference: `BENCH-${number}`,
    name: `Persona de muestra ${number}`,
    lastFour: String(number % 10_000).padStart(4, "0"),
    phone,
    waKey: whatsappKey(phone),
    dueOn: DUE_ON,
    owedUnits: 600_000 + (number % 4_000) * 100,
  };
}

function debtOf({ debtId, debtorId, reference, owedUnits }: Sample) {
  return debtRaised({
    debt: { id: debtId, debtorId },
    principal: ofUnits(BigInt(owedUnits), "COP"),
    reference: `bench/${reference}`,
    effectiveOn: DUE_ON,
  });
}

function benchDebtor({ debtorId, contactId, debtId, phone, lastFour, owedUnits }: Sample): BenchDebtor {
  return {
    debtorId,
    contactId,
    debtId,
    phone: phone.slice(1),
    lastFour,
    owedText: String(owedUnits).replace(/\B(?=(\d{3})+$)/g, "."),
  };
}
