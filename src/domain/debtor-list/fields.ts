/** What a column of the business's file can mean to us. */
export const FIELDS = [
  "debtorReference",
  "name",
  "lastName",
  "documentType",
  "documentNumber",
  "checkDigit",
  "birthDate",
  "personOrCompany",
  "phone",
  "email",
  "contactName",
  "contactRole",
  "debtReference",
  "instalment",
  "description",
  "balance",
  "amount",
  "paidAmount",
  "currency",
  "issueDate",
  "dueDate",
  "settledDate",
  "status",
  "disputed",
  "permission",
  "permissionDate",
  "permissionWording",
  "permissionChannel",
  "permittedChannels",
  "otherNumbers",
  "country",
  "subdivision",
  "zone",
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that several columns may feed: "Teléfono 1", "Teléfono 2". All others take one column. */
export const REPEATABLE: ReadonlySet<Field> = new Set<Field>(["phone", "email"]);

export const AMOUNT_FIELDS: readonly Field[] = ["balance", "amount", "paidAmount"];
export const DATE_FIELDS: readonly Field[] = ["issueDate", "dueDate", "settledDate", "birthDate", "permissionDate"];

/** A column we name no field for is kept beside the debt as `extra`; `ignore` drops it. */
export type ColumnUse = Field | "extra" | "ignore";

/**
 * `sure`: the header is a known name and the values agree. `guess`: either of them alone. `chosen`: a person said so, now
 * or for an earlier file with the same headers. `none`: nothing fits; the column is kept as it is.
 */
export type Confidence = "sure" | "guess" | "chosen" | "none";

export type MappedColumn = {
  readonly index: number;
  readonly header: string;
  readonly use: ColumnUse;
  readonly confidence: Confidence;
};

export type Mapping = readonly MappedColumn[];
