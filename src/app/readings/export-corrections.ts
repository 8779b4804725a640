import type { DateTime } from "luxon";
import { recordAudit } from "../../../db/audit.ts";
import type { Business } from "../../../db/businesses.ts";
import { membersOf } from "../../../db/console/members.ts";
import { type CorrectedText, correctedTexts } from "../../../db/corrections.ts";
import { type Writer, writersOf } from "../../../db/writers.ts";
import { COLUMNS, stateOf } from "../../domain/understanding/classifier/lines.ts";
import { type KnownOfWriter, mask } from "../../domain/understanding/masking/mask.ts";
import { moveContext } from "../conversations/apply-event.ts";
import type { Deps } from "../deps.ts";

const AT_ONCE = 1_000;

export type ExportCorrections = {
  readonly businessId: string;
  /** Who takes them out: stands in the audit. */
  readonly by: string;
  /** Corrections made from then on, by the business's clock; all, if absent. */
  readonly since?: DateTime | undefined;
};

/**
 * What agents said that messages mean, as candidates for the lines that reading is trained with: tab-separated under a header, each
 * line once. No line leaves with a name, number or address in it that we know of or can tell by its look. The audit says who took
 * them out before the first one leaves.
 */
export async function exportCorrections(
  deps: Pick<Deps, "db" | "clock" | "secrets">,
  { businessId, by, since }: ExportCorrections,
): Promise<{ readonly fileName: string; readonly parts: AsyncIterable<string> }> {
  const { business, now } = await deps.db.inBusiness(businessId, async (tx) => {
    const context = await moveContext(deps, tx);
    await recordAudit(tx, businessId, {
      actor: by,
      action: "corrections.exported",
      subject: "readings",
      subjectId: null,
      before: null,
      after: { since: since?.toUTC().toISO() ?? null },
      at: context.now,
    });
    return context;
  });
  const colleagues = (await membersOf(deps.db.lookups, businessId)).map(({ name }) => name);
  return {
    fileName: `corrections-${now.setZone(business.zone).toISODate()}.tsv`,
    parts: linesOf(deps, { business, colleagues, since }),
  };
}

type Line = Readonly<Record<(typeof COLUMNS)[number], string>>;

type Source = {
  readonly business: Business;
  readonly colleagues: readonly string[];
  readonly since: DateTime | undefined;
};

async function* linesOf({ db }: Pick<Deps, "db">, { business, colleagues, since }: Source): AsyncGenerator<string> {
  yield `${COLUMNS.join("\t")}\n`;
  const told = new Set<string>();
  let after: string | undefined;
  do {
    const [page, writers]: readonly [CorrectedText[], ReadonlyMap<string, Writer>] = await db.inBusiness(
      business.id,
      async (tx) => {
        const texts = await correctedTexts(tx, business.id, { since, after, limit: AT_ONCE });
        const conversationIds = new Set(texts.map(({ conversationId }) => conversationId));
        return [texts, await writersOf(tx, business.id, [...conversationIds])];
      },
    );
    for (const said of page) {
      const { names = [], numbers = [] } = writers.get(said.conversationId) ?? {};
      const line = lineOf(said, business, { names: [...names, ...colleagues], numbers, business: business.name });
      if (!line || told.has(line)) continue;
      told.add(line);
      yield line;
    }
    after = page.length === AT_ONCE ? page.at(-1)?.id : undefined;
  } while (after !== undefined);
}

/** Undefined for words that were erased. */
function lineOf(said: CorrectedText, { country }: Business, known: KnownOfWriter): string | undefined {
  const text = inOneLine(mask(said.body, known).text);
  if (text === "") return undefined;
  const line: Line = {
    intent: said.intent,
    also: "-",
    country,
    register: "plain",
    state: stateOf(said.expects),
    text,
  };
  return `${COLUMNS.map((column) => line[column]).join("\t")}\n`;
}

/** Tabs and ends of lines are the file's own; what a spreadsheet would take for a formula says nothing to a reader either. */
function inOneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/^[ =+\-@＝＋－＠]+/u, "")
    .trim();
}
