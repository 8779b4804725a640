import type { ContactPlace } from "../../../db/debtor-lists/kept-contacts.ts";
import { readList } from "../../../db/debtor-lists/lists.ts";
import type { ContactLine, ListAnswers } from "../../../db/debtor-lists/stored-list.ts";
import { verify } from "../../../db/ledger/verify.ts";
import { commitList } from "../../../src/app/debtor-lists/commit-list.ts";
import { commitLists } from "../../../src/app/debtor-lists/commit-lists.ts";
import { makeDebtorLists } from "../../../src/app/debtor-lists/debtor-lists.ts";
import { listView } from "../../../src/app/debtor-lists/list-view.ts";
import { type Uploaded, uploadList } from "../../../src/app/debtor-lists/upload-list.ts";
import { assert, present } from "../../../src/domain/assert.ts";
import type { World } from "../../support/world.ts";

const HEADER =
  "Código cliente;Nombre;Tipo documento;Número documento;Celular;Factura;Fecha vencimiento;Saldo;Moneda;Autoriza WhatsApp;Fecha autorización;Texto autorización";

export type Line = {
  readonly client?: string;
  readonly name?: string;
  readonly documentType?: string;
  readonly document?: string;
  readonly phone?: string;
  readonly invoice?: string;
  readonly due?: string;
  readonly balance?: string;
  readonly permission?: string;
};

/** A file of a Colombian business; a line says only what the test is about. */
export function csvOf(lines: readonly Line[]): Buffer {
  const rows = lines.map((line, index) => {
    const {
      client = `C-${index + 1}`,
      name = `Persona de muestra ${index + 1}`,
      document = String(1_010_000_000 + index),
    } = line;
    const {
      documentType = "CC",
      phone = `300 555 ${String(index).padStart(4, "0")}`,
      invoice = `FV-${index + 1}`,
      due = "28/02/2027",
    } = line;
    const { balance = "$ 1.480.000", permission = "Sí" } = line;
    return [
      client,
      name,
      documentType,
      document,
      phone,
      invoice,
      due,
      balance,
      "COP",
      permission,
      permission === "Sí" ? "28/01/2026" : "",
      permission === "Sí" ? "Autorizo WhatsApp" : "",
    ].join(";");
  });
  return Buffer.from([HEADER, ...rows, ""].join("\r\n"));
}

export function upload(world: World, bytes: Buffer, answers?: Partial<ListAnswers>): Promise<Uploaded> {
  return uploadList(world.deps, {
    businessId: world.business.id,
    userId: "user-7",
    fileName: "deudores.csv",
    path: "deudores.csv",
    bytes,
    ...(answers && { answers }),
  });
}

export function viewOf(world: World, { kind, list }: Uploaded) {
  return listView({ list, isRepeat: kind === "repeat" }, { secrets: world.secrets, language: "es" });
}

export function dryRunOf(world: World, uploaded: Uploaded): NonNullable<ReturnType<typeof viewOf>["dryRun"]> {
  return present(viewOf(world, uploaded).dryRun, "the dry run");
}

/** A line for each debtor, by reference: when they may be written to. */
export async function contactsOf(world: World, uploaded: Uploaded) {
  const lists = makeDebtorLists(world.deps);
  const { judgedAt } = dryRunOf(world, uploaded);
  const inList = { businessId: world.business.id, listId: uploaded.list.id, language: "es" } as const;
  const lines: (ContactLine & { readonly verdict: number })[] = [];
  let after: ContactPlace | undefined;
  do {
    const page = await lists.contacts({ ...inList, judgedAt, verdict: undefined, after, parts: 2 });
    assert(typeof page !== "string", "the list is as it was judged");
    lines.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return lines.toSorted((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** Uploads and commits, and gives the list as it stands then. */
export async function bring(world: World, bytes: Buffer, answers?: Partial<ListAnswers>) {
  const { list } = await upload(world, bytes, answers);
  await commitList(world.deps, { businessId: world.business.id, listId: list.id, userId: "user-7" });
  await commitLists(world.deps, world.business.id);
  return present(
    await world.db.inBusiness(world.business.id, (tx) => readList(tx, world.business.id, list.id)),
    "the list",
  );
}

/** What each debt of the business owes by the ledger, in the smallest unit, by its reference. */
export async function owedByReference(world: World): Promise<Record<string, bigint>> {
  const found = await world.owner<{ reference: string; minor: bigint }[]>`
    select d.reference, coalesce(sum(p.amount_minor), 0)::bigint as minor
    from debt d left join ledger_posting p on p.business_id = d.business_id and p.debt_id = d.id and p.account_code = 1100
    where d.business_id = ${world.business.id} group by d.id, d.reference order by d.reference`;
  return Object.fromEntries(found.map(({ reference, minor }) => [reference, minor]));
}

export async function countsOf(world: World) {
  const [counts] = await world.owner<
    {
      debtors: number;
      contacts: number;
      permissions: number;
      debts: number;
      entries: number;
      staged: number;
      stagedContacts: number;
    }[]
  >`
    select (select count(*)::int from debtor where business_id = ${world.business.id}) as debtors,
      (select count(*)::int from contact where business_id = ${world.business.id}) as contacts,
      (select count(*)::int from contact_permission where business_id = ${world.business.id}) as permissions,
      (select count(*)::int from debt where business_id = ${world.business.id}) as debts,
      (select count(*)::int from ledger_entry where business_id = ${world.business.id}) as entries,
      (select count(*)::int from debtor_list_row where business_id = ${world.business.id}) as staged`;
  return present(counts, "the counts");
}

export function findingsOf(world: World) {
  return world.db.inBusiness(world.business.id, (tx) => verify(tx));
}
