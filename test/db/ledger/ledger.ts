import { afterAll, beforeAll } from "vitest";
import { connect, type Database, open, type Sql, type Tx } from "../../../db/client.ts";
import { rows } from "../../../db/rows.ts";
import { present } from "../../../src/domain/assert.ts";
import { newId } from "../../../src/ids.ts";
import { DEBTS } from "../../domain/ledger/histories.ts";
import { useDatabase } from "../../support/database.ts";

export type TestLedger = {
  /** As the application, in a business that has the debts of `test/domain/ledger/histories.ts`. */
  <T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  readonly businessId: string;
  /** Another business with the same debts, in the same database. */
  anotherBusiness(): Promise<string>;
  in<T>(businessId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** As the tables' owner, whom neither grants nor row-level security stop, in the business. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** A ledger for the tests of one file. `connections` is how many transactions may run side by side. */
export function useLedger({ connections = 2 } = {}): TestLedger {
  const database = useDatabase();
  let app: Database | undefined;
  let owner: Sql | undefined;
  let business: string | undefined;
  beforeAll(async () => {
    app = connect(database.appUrl, { max: connections, name: "ledger tests" });
    owner = open(database.ownerUrl, { max: 1, name: "ledger tests" });
    business = await makeBusiness(app);
  });
  afterAll(async () => {
    await app?.close();
    await owner?.end();
  });

  const inBusiness = <T>(id: string, work: (tx: Tx) => Promise<T>) =>
    present(app, "the application").inBusiness(id, work);
  const asOwner = async <T>(work: (tx: Tx) => Promise<T>) => {
    const result = await present(owner, "the owner").begin(async (tx) => {
      await tx`select set_config('app.business_id', ${present(business, "the business")}, true)`;
      return { value: await work(tx) };
    });
    return result.value;
  };
  const ledger = <T>(work: (tx: Tx) => Promise<T>) => inBusiness(present(business, "the business"), work);
  return Object.defineProperty(
    Object.assign(ledger, {
      businessId: "",
      in: inBusiness,
      asOwner,
      anotherBusiness: () => makeBusiness(present(app, "the application")),
    }),
    "businessId",
    { get: () => present(business, "the business") },
  );
}

async function makeBusiness(app: Database): Promise<string> {
  const id = newId();
  await app.inBusiness(id, async (tx) => {
    await tx`
      insert into business (id, name, country, currency, language, zone, is_demo, plan_policy, how_to_verify_us)
      values (${id}, 'Tienda de muestra 07', 'CO', 'COP', 'es', 'America/Bogota', true, '{}', 'tienda-de-muestra.example')`;
    const debts = DEBTS.map(({ debt, currency }) => ({ id: debt.id, debtor: debt.debtorId, currency }));
    await tx`
      insert into debtor (business_id, id, reference, kind, name)
      select distinct current_business(), r.debtor, r.debtor::text, 'person', 'Persona de muestra'
      from jsonb_to_recordset(${rows(debts)}::text::jsonb) as r(debtor uuid)`;
    await tx`
      insert into debt (business_id, id, debtor_id, reference, description, currency, due_on, row_fingerprint)
      select current_business(), r.id, r.debtor, r.id::text, 'Factura de muestra', r.currency, '2026-01-31', 'none'
      from jsonb_to_recordset(${rows(debts)}::text::jsonb) as r(id uuid, debtor uuid, currency char(3))`;
  });
  return id;
}
