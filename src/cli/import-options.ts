import { readCountry } from "../domain/debtor-list/countries.ts";
import { type ColumnUse, FIELDS } from "../domain/debtor-list/fields.ts";
import type { NoteLanguage } from "../domain/debtor-list/notes.ts";
import type { ListSettings } from "../domain/debtor-list/settings.ts";
import { isCurrency } from "../domain/money.ts";
import { parseIsoDate } from "../domain/time.ts";

/** As commander gives them. */
export type ImportOptions = {
  readonly dryRun?: boolean;
  readonly business?: string;
  readonly currency?: string;
  readonly country?: string;
  readonly withoutPhones?: boolean;
  readonly permissionWording?: string;
  readonly permissionDate?: string;
  readonly permissionChannel?: string;
  readonly mapping: readonly string[];
  readonly dateOrder: readonly string[];
  readonly amountFormat: readonly string[];
  readonly errorsFile?: string;
  readonly language: string;
  readonly json?: boolean;
};

export type ImportWish = {
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly business: string | undefined;
  readonly errorsFile: string | undefined;
  readonly language: NoteLanguage;
  readonly answers: { readonly settings: ListSettings; readonly columns: Readonly<Record<string, ColumnUse>> };
};

/** What was asked for, or the first thing that is wrong with it, in words. */
export function readImportOptions(given: ImportOptions): ImportWish | { readonly problem: string } {
  const language = LANGUAGES.find((known) => known === given.language);
  if (!language) return { problem: `--language is one of ${LANGUAGES.join(", ")}` };
  const columns = pairs(given.mapping, { option: "--mapping", values: USES, valueFirst: true });
  if ("problem" in columns) return columns;
  const settings = readSettings(given);
  if ("problem" in settings) return settings;
  const { dryRun = false, json = false, business, errorsFile } = given;
  return { dryRun, json, business, errorsFile, language, answers: { settings: settings.read, columns: columns.read } };
}

type Read<T> = { readonly read: T } | { readonly problem: string };

const LANGUAGES: readonly NoteLanguage[] = ["es", "pt-BR", "en"];
const USES: readonly ColumnUse[] = [...FIELDS, "extra", "ignore"];

function readSettings(given: ImportOptions): Read<ListSettings> {
  const currency = given.currency?.toUpperCase();
  if (currency !== undefined && !isCurrency(currency))
    return { problem: `--currency ${given.currency} is none we keep books in` };
  const country = given.country === undefined ? undefined : readCountry(given.country);
  if (given.country !== undefined && country === undefined)
    return { problem: `--country ${given.country} is no country we know` };
  const dateOrders = pairs(given.dateOrder, { option: "--date-order", values: ["dmy", "mdy"] as const });
  if ("problem" in dateOrders) return dateOrders;
  const amountFormats = pairs(given.amountFormat, { option: "--amount-format", values: ["point", "comma"] as const });
  if ("problem" in amountFormats) return amountFormats;
  const basis = readBasis(given);
  if ("problem" in basis) return basis;
  return {
    read: {
      ...(currency && { currency }),
      ...(country && { country }),
      ...(given.withoutPhones && { withoutPhones: true }),
      ...(basis.read && { permissionBasis: basis.read }),
      ...(given.dateOrder.length > 0 && { dateOrders: dateOrders.read }),
      ...(given.amountFormat.length > 0 && { amountFormats: amountFormats.read }),
    },
  };
}

/** A basis without its day or place proves nothing to anybody: all three or none. */
function readBasis({
  permissionWording,
  permissionDate,
  permissionChannel,
}: ImportOptions): Read<ListSettings["permissionBasis"]> {
  const said = [permissionWording, permissionDate, permissionChannel];
  if (said.every((one) => one === undefined)) return { read: undefined };
  if (!permissionWording || !permissionDate || !permissionChannel) {
    return { problem: "--permission-wording, --permission-date and --permission-channel go together" };
  }
  const on = parseIsoDate(permissionDate);
  if (on === undefined) return { problem: `--permission-date ${permissionDate} is no day like 2026-01-15` };
  return { read: { wording: permissionWording, on, channel: permissionChannel } };
}

/** `Column=value`, or `value=Column`, as columns of the file by name. */
function pairs<Value extends string>(
  given: readonly string[],
  { option, values, valueFirst = false }: { option: string; values: readonly Value[]; valueFirst?: boolean },
): Read<Record<string, Value>> {
  const read: Record<string, Value> = {};
  for (const pair of given) {
    const at = valueFirst ? pair.indexOf("=") : pair.lastIndexOf("=");
    const [before, after] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const [column, said] = valueFirst ? [after, before] : [before, after];
    const value = values.find((known) => known === said);
    if (at < 1 || column === "" || value === undefined) {
      return {
        problem: `${option} ${pair}: ${valueFirst ? "field=Column" : "Column=value"}, where ${valueFirst ? "the field" : "the value"} is one of ${values.join(", ")}`,
      };
    }
    read[column] = value;
  }
  return { read };
}
