import type { RowVerdict, StoredDryRun, StoredNotes } from "../../../db/debtor-lists/stored-list.ts";
import type { OtherChannel, Role } from "../../domain/contact-law/facts.ts";
import { isThirdPartyRole } from "../../domain/contact-law/role-of.ts";
import type { JudgedDebt, ListedContact, ListedPermission } from "../../domain/debtor-list/judged-row.ts";
import type { Note, ProblemCode, WarningCode } from "../../domain/debtor-list/notes.ts";
import type { SkipReason } from "../../domain/debtor-list/skip-row.ts";
import { add, type Currency, type Money, money, toText } from "../../domain/money.ts";
import type { SuppressionReason } from "../../domain/outreach/suppression.ts";

/** One debtor of the list, over all their rows. */
export type TalliedDebtor = {
  readonly name: string;
  readonly reference: string;
  owed: Money;
  /** Where they live, where the list says it. */
  country: string | undefined;
  subdivision: string | undefined;
  zone: string | undefined;
  readonly phone: string | undefined;
  /** By numbers that may be theirs to be written to: what the list says of a third party's permits nothing of the debtor. */
  permission: "given" | "refused" | "none";
  /** By which channels besides WhatsApp; undefined where the list says nothing of them. */
  otherChannels: readonly OtherChannel[] | undefined;
  /** On some debt with something owed, by the list's own word. */
  disputed: boolean;
  /** The list has a number of theirs that nobody else has and that may be written to. */
  reachable: boolean;
  /** Whose number the list has for them, where it is no word of theirs: a reference, a relative. */
  thirdParty: Role | undefined;
  /** Why a number that the list has of theirs may not be. */
  suppressed: SuppressionReason | undefined;
};

/** Counts and sums of one judgement, as rows go by. */
export type Tally = {
  readonly debtors: ReadonlyMap<string, TalliedDebtor>;
  skipped(because: SkipReason): void;
  wrong(row: number, problems: readonly Note<ProblemCode>[]): void;
  debt(
    judged: JudgedDebt,
    outcome: { reference: string; change: "new" | "changed" | "same"; difference: Money },
  ): TalliedDebtor;
  sharedPhone(row: number): void;
  result(books: ReadonlyMap<string, bigint>): Omit<StoredDryRun, "contact" | "judgedAt" | "outlook" | "cost">;
};

const MOST_EXAMPLES = 5;

export function makeTally(): Tally {
  const rows: Record<RowVerdict, number> = { new: 0, changed: 0, same: 0, error: 0, skipped: 0 };
  const debtors = new Map<string, TalliedDebtor>();
  const problems = notes<ProblemCode>();
  const warnings = notes<WarningCode>();
  const skips = new Map<SkipReason, number>();
  const sums = new Map<Currency, { inFile: bigint; difference: bigint }>();
  const shared: number[] = [];
  let sharedCount = 0;

  return {
    debtors,
    skipped(because) {
      rows.skipped += 1;
      skips.set(because, (skips.get(because) ?? 0) + 1);
    },
    wrong(row, found) {
      rows.error += 1;
      problems.add(row, found);
    },
    debt(judged, { reference, change, difference }) {
      const { row, debt } = judged;
      rows[change] += 1;
      warnings.add(row, judged.warnings);
      const sum = sums.get(debt.currency) ?? { inFile: 0n, difference: 0n };
      sum.inFile += debt.owed.minor;
      sum.difference += difference.minor;
      sums.set(debt.currency, sum);
      return joined(debtors, judged, reference);
    },
    sharedPhone(row) {
      sharedCount += 1;
      if (shared.length < MOST_EXAMPLES) shared.push(row);
    },
    result: (books) => ({
      rows,
      money: [...sums].map(([currency, { inFile, difference }]) => {
        const before = money(books.get(currency) ?? 0n, currency);
        const after = add(before, money(difference, currency));
        return { inFile: toText(money(inFile, currency)), before: toText(before), after: toText(after) };
      }),
      debtors: debtors.size,
      permission: permissionsOf(debtors),
      sharedPhones: { count: sharedCount, rows: shared },
      problems: problems.groups(),
      warnings: warnings.groups(),
      skipped: [...skips].map(([because, count]) => ({ because, rows: count })),
    }),
  };
}

/** A no on any row is a no; else a yes on any row is a yes. */
function joined(debtors: Map<string, TalliedDebtor>, judged: JudgedDebt, reference: string): TalliedDebtor {
  const { debtor, contacts, debt } = judged;
  const said = wordOf(judged.permission);
  const saysOfThem = said.permission === "refused" || !contacts.every(isThirdPartys) || contacts.length === 0;
  const { permission, otherChannels } = saysOfThem ? said : NO_WORD;
  const disputed = debt.disputed && debt.owed.minor > 0n;
  const known = debtors.get(reference);
  if (known === undefined) {
    const { name, livesIn: country, subdivision, zone } = debtor;
    const first: TalliedDebtor = {
      name,
      reference,
      owed: debt.owed,
      country,
      subdivision,
      zone,
      phone: contacts[0]?.phone.e164,
      permission,
      otherChannels,
      disputed,
      reachable: false,
      suppressed: undefined,
      thirdParty: undefined,
    };
    debtors.set(reference, first);
    return first;
  }
  if (known.owed.currency === debt.currency) known.owed = add(known.owed, debt.owed);
  if (permission === "refused" || known.permission === "none") known.permission = permission;
  known.otherChannels = otherChannels ?? known.otherChannels;
  known.country = debtor.livesIn ?? known.country;
  known.subdivision = debtor.subdivision ?? known.subdivision;
  known.zone = debtor.zone ?? known.zone;
  known.disputed ||= disputed;
  return known;
}

const NO_WORD = { permission: "none", otherChannels: undefined } as const;

/** Who permits other channels alone refuses WhatsApp. */
function wordOf(said: ListedPermission): Pick<TalliedDebtor, "permission" | "otherChannels"> {
  switch (said.kind) {
    case "none":
      return NO_WORD;
    case "refused":
      return { permission: "refused", otherChannels: [] };
    case "others":
      return { permission: "refused", otherChannels: said.others };
    case "given":
      return { permission: "given", otherChannels: said.others };
  }
}

function isThirdPartys({ recipient }: ListedContact): boolean {
  return isThirdPartyRole(recipient);
}

function permissionsOf(debtors: ReadonlyMap<string, TalliedDebtor>): StoredDryRun["permission"] {
  const counts = { given: 0, refused: 0, none: 0 };
  for (const { permission } of debtors.values()) counts[permission] += 1;
  return counts;
}

/** Findings by kind, the most frequent first; a row counts once for a kind. */
function notes<Code extends string>() {
  type Group = { rows: number; lastRow: number; examples: StoredNotes<Code>["examples"][number][] };
  const groups = new Map<Code, Group>();
  return {
    add(row: number, found: readonly Note<Code>[]): void {
      for (const { code, column, found: cell } of found) {
        const group = groups.get(code) ?? { rows: 0, lastRow: -1, examples: [] };
        groups.set(code, group);
        if (group.lastRow !== row) group.rows += 1;
        group.lastRow = row;
        if (group.examples.length < MOST_EXAMPLES) group.examples.push({ row, column, found: cell.slice(0, 200) });
      }
    },
    groups: (): StoredNotes<Code>[] =>
      [...groups].map(([code, { rows, examples }]) => ({ code, rows, examples })).toSorted((a, b) => b.rows - a.rows),
  };
}
