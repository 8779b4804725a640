import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import { type Business, readBusiness } from "../../../db/businesses.ts";
import { debtorRow } from "../../../db/console/debtors.ts";
import { namesOf } from "../../../db/console/members.ts";
import { type ContactLineRow, type ContactsOf, contactLines, countContactLines } from "../../../db/contact-lines.ts";
import { businessTime } from "../../clock.ts";
import { present } from "../../domain/assert.ts";
import { lawFor } from "../../domain/contact-law/law-for.ts";
import type { Deps } from "../deps.ts";
import { type ContactLine, contactLine, type Reading, userOf } from "./contact-line.ts";
import { contactsCsv } from "./contacts-csv.ts";
import { contactsPdf } from "./contacts-pdf.ts";
import { contactWords, type ExportLanguage, inUtcOnly } from "./words.ts";

const LINES_A_PAGE = 500;

export type ContactFileFormat = "csv" | "pdf";

export type ExportContacts = {
  readonly businessId: string;
  readonly debtorId: string;
  /** Who takes it out: stands in the audit, and their name in the file. */
  readonly by: { readonly userId: string; readonly name: string };
  readonly language: ExportLanguage;
  readonly format: ContactFileFormat;
};

export type ContactFile = { readonly fileName: string; readonly parts: AsyncIterable<string | Buffer> };

type ExportDeps = Pick<Deps, "db" | "clock">;

/**
 * Every contact of one debtor with the decision that was kept about it, blocked ones too, for whoever audits. The audit says
 * who took it out before its first byte leaves. In parts, so that thousands of lines need no more memory than a page of them.
 * Undefined for a debtor who is not there.
 */
export async function exportContacts(deps: ExportDeps, asked: ExportContacts): Promise<ContactFile | undefined> {
  const { language, format, by } = asked;
  const begun = await begin(deps, asked);
  if (!begun) return undefined;
  const { business, reference, zone, count, madeAt, of } = begun;
  const words = zone === undefined ? inUtcOnly(contactWords(language)) : contactWords(language);
  const pages = linesOf(deps, business.id, of, { language, words, zone: zone ?? "UTC" });
  const head = {
    language,
    businessName: business.name,
    reference,
    zone: zone ?? "UTC",
    madeAt,
    madeBy: by.name,
    count,
  };
  return {
    fileName: `${reference.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-")}-${madeAt.setZone(zone ?? "UTC").toISODate()}.${format}`,
    parts: format === "csv" ? contactsCsv(pages, words) : contactsPdf(pages, words, head),
  };
}

type Begun = {
  readonly business: Business;
  readonly reference: string;
  /** The debtor's; undefined where more than one is plausible. */
  readonly zone: string | undefined;
  readonly count: number;
  readonly madeAt: DateTime;
  readonly of: ContactsOf;
};

async function begin(
  { db, clock }: ExportDeps,
  { businessId, debtorId, by, format }: ExportContacts,
): Promise<Begun | undefined> {
  return db.inBusiness(businessId, async (tx) => {
    const debtor = await debtorRow(tx, businessId, debtorId);
    if (!debtor) return undefined;
    const business = present(await readBusiness(tx), "the business");
    const madeAt = businessTime(clock.now(), Number(business.clockOffsetMs));
    const { asOf, count } = await countContactLines(tx, businessId, debtorId);
    await recordAudit(tx, businessId, {
      actor: by.userId,
      action: "contacts.exported",
      subject: "debtor",
      subjectId: debtorId,
      before: null,
      after: { format, lines: count },
      at: madeAt,
    });
    const { reference } = debtor;
    return { business, reference, zone: lawFor(business, debtor).zone, count, madeAt, of: { debtorId, asOf } };
  });
}

async function* linesOf(
  { db }: ExportDeps,
  businessId: string,
  of: ContactsOf,
  reading: Omit<Reading, "names">,
): AsyncGenerator<ContactLine[]> {
  let after: ContactLineRow | undefined;
  do {
    const page: ContactLineRow[] = await db.inBusiness(businessId, (tx) =>
      contactLines(tx, businessId, { ...of, after, limit: LINES_A_PAGE }),
    );
    const people = [...new Set(page.flatMap(({ author }) => userOf(author) ?? []))];
    const names = await namesOf(db, businessId, people);
    yield page.map((row) => contactLine(row, { ...reading, names }));
    after = page.length === LINES_A_PAGE ? page.at(-1) : undefined;
  } while (after);
}
