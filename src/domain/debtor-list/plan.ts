import { assert } from "../assert.ts";
import type { AmountFormat } from "./amounts.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { DateOrder } from "./dates.ts";
import type { Mapping } from "./fields.ts";
import { questionsAbout } from "./questions.ts";
import { answerFor, type ListSettings } from "./settings.ts";
import type { FileFacts, Repeat } from "./survey.ts";

/** All that is needed to judge a row of one file: its columns, their formats, what was answered, which rows belong together. */
export type Plan = {
  readonly mapping: Mapping;
  readonly columns: Columns;
  readonly settings: ListSettings;
  /** Nobody said the country of the settings: it is the creditor's own, and tells of no debtor where they live. */
  readonly countryIsAssumed: boolean;
  readonly amountFormats: ReadonlyMap<number, AmountFormat>;
  readonly dateOrders: ReadonlyMap<number, DateOrder>;
  readonly repeats: ReadonlyMap<number, Repeat>;
  /** Columns kept beside the debt under their own names. */
  readonly extras: readonly { readonly index: number; readonly header: string }[];
};

/** @throws {BrokenInvariant} when a question that blocks is still open: ask `questionsAbout` first. */
export function planFor(file: {
  mapping: Mapping;
  facts: FileFacts;
  settings: ListSettings;
  countryIsAssumed?: boolean;
}): Plan {
  const { mapping, facts, settings, countryIsAssumed = false } = file;
  const open = questionsAbout(file).filter(({ blocks }) => blocks);
  assert(open.length === 0, `a file is judged before it is answered: ${open.map(({ code }) => code).join(", ")}`);
  return {
    mapping,
    columns: columnsOf(mapping),
    settings,
    countryIsAssumed,
    amountFormats: new Map(
      facts.amounts.map(({ index, header, format }) => [
        index,
        answerFor(settings.amountFormats, header) ?? format ?? "point",
      ]),
    ),
    dateOrders: new Map(
      facts.dates.map(({ index, header, format }) => [
        index,
        answerFor(settings.dateOrders, header) ?? format ?? "dmy",
      ]),
    ),
    repeats: facts.repeats,
    extras: mapping.filter(({ use }) => use === "extra").map(({ index, header }) => ({ index, header })),
  };
}
