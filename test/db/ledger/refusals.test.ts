import { describe, expect, test } from "vitest";
import type { Tx } from "../../../db/client.ts";
import { record } from "../../../db/ledger/record.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { CHART, isAccountCode } from "../../../src/domain/ledger/chart.ts";
import { debtRaised } from "../../../src/domain/ledger/debts.ts";
import { newId } from "../../../src/ids.ts";
import { cop, debtOf, LOAN, told } from "../../domain/ledger/sample.ts";
import { useLedger } from "./ledger.ts";

const ledger = useLedger();

type Row = {
  position?: number;
  code?: number;
  debt?: string | null;
  debtor?: string | null;
  provider?: string | null;
  minor?: number;
  currency?: string;
};
type Raw = { id?: string; reference?: string; reverses?: string; recordedAt?: string; postings?: readonly Row[] };

const OPENING: Row = { position: 1, code: 3000, minor: -100 };
const PRINCIPAL: Row = { position: 2, code: 1100, debt: LOAN.id, debtor: LOAN.debtorId, minor: 100 };

/** An entry as somebody would write it who does not use our code: with whatever postings. */
async function insertRaw(
  tx: Tx,
  { id = newId(), reference = id, reverses, recordedAt, postings = [OPENING, PRINCIPAL] }: Raw,
): Promise<string> {
  await tx`
    with entry as (
      insert into ledger_entry (business_id, id, reference, kind, effective_on, reverses, actor, fingerprint, content_hash, recorded_at)
      values (current_business(), ${id}, ${reference}, 'debt raised', '2026-03-06', ${reverses ?? null}, 'raw', sha256('f'), sha256('c'),
        coalesce(${recordedAt ?? null}::text::timestamptz, now()))
    )
    insert into ledger_posting (business_id, entry_id, position, account_code, debt_id, debtor_id, provider, amount_minor, currency)
    ${rowsOf(tx, id, postings)}`;
  return id;
}

async function insertPostings(tx: Tx, id: string, postings: readonly Row[]): Promise<void> {
  await tx`
    insert into ledger_posting (business_id, entry_id, position, account_code, debt_id, debtor_id, provider, amount_minor, currency)
    ${rowsOf(tx, id, postings)}`;
}

function rowsOf(tx: Tx, id: string, postings: readonly Row[]) {
  return tx`
    select current_business(), ${id}::uuid, coalesce(r.position, 1), coalesce(r.code, 3000), r.debt, r.debtor, r.provider, coalesce(r.minor, 1),
      coalesce(r.currency, 'COP')
    from jsonb_to_recordset(${JSON.stringify(postings)}::text::jsonb)
      as r(position smallint, code smallint, debt uuid, debtor uuid, provider text, minor bigint, currency text)`;
}

/** Every refusal below holds for the application's role, and for the owner of the tables. */
const WHO = [
  ["the application", <T>(work: (tx: Tx) => Promise<T>) => ledger(work)],
  ["the owner", <T>(work: (tx: Tx) => Promise<T>) => ledger.asOwner(work)],
] as const;

describe.each(WHO)("by raw SQL, %s", (who, as) => {
  const refused = (attempt: (tx: Tx) => Promise<unknown>, message: string | RegExp) =>
    expect(as(attempt)).rejects.toThrow(message);

  test("can write an entry that is whole, so that what follows is refused for its fault alone", async () => {
    const id = await as((tx) => insertRaw(tx, {}));
    expect(await as((tx) => tx`select count(*)::int from ledger_posting where entry_id = ${id}`)).toMatchObject([
      { count: 2 },
    ]);
  });

  test("cannot write an entry off by the smallest unit", async () => {
    await refused(
      (tx) => insertRaw(tx, { postings: [OPENING, { ...PRINCIPAL, minor: 101 }] }),
      /ledger entry .* is off by 1 COP/,
    );
  });

  test("cannot balance one currency with another", async () => {
    await refused(
      (tx) => insertRaw(tx, { postings: [OPENING, { position: 2, minor: 100, currency: "USD" }] }),
      /is off by -?100 (COP|USD)/,
    );
  });

  test("cannot write an entry without postings, at once or for later in the transaction", async () => {
    await refused((tx) => insertRaw(tx, { postings: [] }), /ledger entry .* has no postings/);
    await refused(async (tx) => {
      const id = await insertRaw(tx, { postings: [] });
      await insertPostings(tx, id, [OPENING, PRINCIPAL]);
    }, /has no postings/);
  });

  test("cannot write an entry of one posting, of nothing, or of zeros", async () => {
    await refused((tx) => insertRaw(tx, { postings: [OPENING] }), /is off by -100 COP/);
    await refused((tx) => insertRaw(tx, { postings: [{ ...OPENING, minor: 0 }] }), "ledger_posting_moves_something");
  });

  test("cannot number postings from elsewhere, with a gap, or twice", async () => {
    const at = (first: number, second: number) => [
      { ...OPENING, position: first },
      { ...PRINCIPAL, position: second },
    ];
    await refused((tx) => insertRaw(tx, { postings: at(0, 1) }), /is not whole: 2 postings, numbered 0 to 1/);
    await refused((tx) => insertRaw(tx, { postings: at(0, 2) }), /is not whole: 2 postings, numbered 0 to 2/);
    await refused((tx) => insertRaw(tx, { postings: at(1, 3) }), /is not whole: 2 postings, numbered 1 to 3/);
    await refused((tx) => insertRaw(tx, { postings: at(2, 3) }), /is not whole: 2 postings, numbered 2 to 3/);
    await refused((tx) => insertRaw(tx, { postings: at(1, 1) }), "duplicate key");
  });

  test("cannot add postings later, balanced or not, in another transaction or in the same one", async () => {
    const id = await as((tx) => insertRaw(tx, {}));
    const more = [OPENING, PRINCIPAL];
    await refused((tx) => insertPostings(tx, id, more), "duplicate key");
    await refused(
      (tx) =>
        insertPostings(
          tx,
          id,
          more.map((row) => ({ ...row, position: (row.position ?? 0) + 2 })),
        ),
      /is not whole/,
    );
    await refused((tx) => insertPostings(tx, id, [{ position: 3, minor: 5 }]), /is off by 5 COP/);
    await refused(async (tx) => {
      const fresh = await insertRaw(tx, {});
      await tx`set constraints all immediate`;
      await insertPostings(
        tx,
        fresh,
        more.map((row) => ({ ...row, position: (row.position ?? 0) + 2 })),
      );
    }, /is not whole/);
  });

  test("cannot write postings of an entry that does not exist", async () => {
    await refused((tx) => insertPostings(tx, newId(), [OPENING, PRINCIPAL]), "there is no ledger entry");
  });

  test("cannot use a reference twice", async () => {
    await as((tx) => insertRaw(tx, { reference: `once by ${who}` }));
    await refused((tx) => insertRaw(tx, { reference: `once by ${who}` }), "ledger_entry_reference_once");
  });

  test("cannot undo an entry twice, an unknown one, or itself", async () => {
    const undone = await as((tx) => insertRaw(tx, {}));
    await as((tx) => insertRaw(tx, { reverses: undone }));
    await refused((tx) => insertRaw(tx, { reverses: undone }), "ledger_entry_reversed_once");
    await refused((tx) => insertRaw(tx, { reverses: "never happened" }), "ledger_entry_reverses_fk");
    await refused((tx) => insertRaw(tx, { reference: "self", reverses: "self" }), "ledger_entry_undoes_another");
  });

  test("cannot say when it was recorded", async () => {
    await refused((tx) => insertRaw(tx, { recordedAt: "2020-01-01" }), "is for the database to say");
  });

  test("cannot post to another's debt, in another currency, or to nobody", async () => {
    const toDebt = (change: Row) => insertRawWith({ ...PRINCIPAL, ...change });
    const insertRawWith = (posting: Row) => (tx: Tx) =>
      insertRaw(tx, { postings: [{ ...OPENING, currency: posting.currency ?? "COP" }, posting] });
    await refused(toDebt({ debtor: debtOf(2).debtorId }), /speaks of a debt .* which does not exist/);
    await refused(toDebt({ currency: "USD" }), /speaks of a debt .* in USD, which does not exist/);
    await refused(toDebt({ debt: newId() }), /speaks of a debt .* which does not exist/);
    await refused(
      insertRawWith({ position: 2, code: 2100, debtor: newId(), minor: 100 }),
      /speaks of debtor .*, who does not exist/,
    );
  });

  test("cannot change, delete or empty anything of the ledger", async () => {
    await as((tx) => record(tx, debtRaised({ debt: LOAN, principal: cop(1), ...told(`kept by ${who}`) })));
    for (const table of ["ledger_entry", "ledger_posting", "ledger_block"]) {
      // The application has not even the right; the owner has it, and is refused by the trigger, rows or none.
      const because =
        who === "the owner" ? "the ledger is append-only: reverse the entry instead" : "permission denied";
      await refused((tx) => tx`update ${tx(table)} set business_id = business_id where false`, because);
      await refused((tx) => tx`delete from ${tx(table)} where false`, because);
      await refused((tx) => tx`truncate ${tx(table)} cascade`, because);
    }
  });

  test("cannot turn an insert into an update", async () => {
    await refused(
      (tx) => tx`
        insert into ledger_posting select * from ledger_posting
        on conflict (business_id, entry_id, position) do update set amount_minor = 7`,
      who === "the owner" ? "the ledger is append-only" : "permission denied",
    );
  });

  test("cannot delete what the ledger speaks of, nor give it another debtor or currency", async () => {
    await refused((tx) => tx`delete from debt`, "the ledger speaks of it");
    await refused((tx) => tx`delete from debtor`, "the ledger speaks of it");
    await refused((tx) => tx`update debt set currency = 'USD'`, "the ledger speaks of it");
    await refused((tx) => tx`update debt set debtor_id = ${debtOf(2).debtorId}`, "the ledger speaks of it");
    await refused((tx) => tx`update debtor set id = ${newId()}`, "the ledger speaks of it");
    await as((tx) => tx`update debt set description = 'other words' where id = ${LOAN.id}`);
  });

  test("cannot deceive the checks by temporary tables of the same names", async () => {
    await refused(async (tx) => {
      for (const name of ["ledger_posting", "ledger_entry", "debt", "debtor"])
        await tx`create temp table ${tx(name)} (like ${tx(`public.${name}`)}) on commit drop`;
      await tx`insert into pg_temp.ledger_entry select * from public.ledger_entry limit 1`;
      const id = newId();
      await tx`insert into pg_temp.ledger_posting values (current_business(), ${id}, 1, 3000, null, null, null, 1, 'COP')`;
      await tx`
        insert into public.ledger_entry (business_id, id, reference, kind, effective_on, actor, fingerprint, content_hash)
        values (current_business(), ${id}, 'deceived', 'payout', '2026-01-01', 'raw', sha256('f'), sha256('c'))`;
    }, /has no postings/);
  });
});

describe("the database's chart is the code's", () => {
  const holders = {
    debt: { debt: LOAN.id, debtor: LOAN.debtorId },
    debtor: { debtor: LOAN.debtorId },
    provider: { provider: "stripe" },
    business: {},
  };
  const codes = [...Object.keys(CHART).map(Number), 1101, 0, 9999];

  test.each(codes)("code %i is taken with its own holder and refused with any other", async (code) => {
    for (const [heldBy, holder] of Object.entries(holders)) {
      const attempt = ledger((tx) =>
        insertRaw(tx, {
          postings: [
            { position: 1, code, minor: 5, ...holder },
            { position: 2, minor: -5 },
          ],
        }),
      );
      if (isAccountCode(code) && CHART[code].heldBy === heldBy) await attempt;
      else await expect(attempt).rejects.toThrow("ledger_posting_on_the_chart");
    }
  });
});

test("the application cannot switch the guards off", async () => {
  for (const table of ["ledger_entry", "ledger_posting"]) {
    await expect(ledger((tx) => tx`alter table ${tx(table)} disable trigger all`)).rejects.toThrow("must be owner");
    await expect(ledger((tx) => tx`drop trigger append_only on ${tx(table)}`)).rejects.toThrow("must be owner");
  }
  await expect(ledger((tx) => tx`set session_replication_role = replica`)).rejects.toThrow("permission denied");
});

test("the application cannot write into another business, nor see that it has the same reference", async () => {
  const other = await ledger.anotherBusiness();
  await ledger((tx) => insertRaw(tx, { reference: "secret" }));
  const attempt = ledger.in(
    other,
    (tx) => tx`
      insert into ledger_entry (business_id, id, reference, kind, effective_on, actor, fingerprint, content_hash)
      values (${ledger.businessId}, ${newId()}, 'intruder', 'payout', '2026-01-01', 'raw', sha256('f'), sha256('c'))`,
  );
  await expect(attempt).rejects.toThrow("row-level security");
  expect(await ledger.in(other, (tx) => tx`select reference from ledger_entry`)).toEqual([]);
});

test("nothing of all this left a trace that does not balance", async () => {
  const findings = await ledger((tx) => verify(tx));
  // Raw SQL takes no fingerprints: that its entries are not ours is just what is found.
  expect(new Set(findings.map(({ what }) => what))).toEqual(
    new Set(["money changed", "entry changed", "reversal differs"]),
  );
});
