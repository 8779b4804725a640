import type { BotView } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";

type Read = {
  readonly type: string;
  readonly evidence: string;
  readonly confidence: number | undefined;
  readonly stage: string | undefined;
};

/** How the last words were understood, with the very words it rests on. */
export function LastMeaning({ moves }: { moves: BotView["moves"] }) {
  const words = usePageWords();
  const { language } = useFormat();
  const move = moves.find(({ meaning }) => readMeaning(meaning) !== undefined);
  const read = move && readMeaning(move.meaning);
  return (
    <section className="card">
      <h2>{words.sim.meaning}</h2>
      {move && read ? (
        <>
          <p className="bot-state">{lookup(words.terms.meaning, read.type)}</p>
          {read.evidence !== "" && (
            <p>
              {words.sim.because} <q>{read.evidence}</q>
            </p>
          )}
          <p className="small soft">
            {read.stage !== undefined && lookup(words.terms.stage, read.stage)}
            {read.confidence !== undefined &&
              ` · ${words.sim.sure(new Intl.NumberFormat(language, { style: "percent" }).format(read.confidence))}`}
          </p>
        </>
      ) : (
        <p className="soft">{words.sim.noMeaning}</p>
      )}
    </section>
  );
}

/** A meaning as it was kept: older builds may have kept other fields, so each is looked for. */
function readMeaning(meaning: unknown): Read | undefined {
  if (typeof meaning !== "object" || meaning === null) return undefined;
  const fields = new Map(Object.entries(meaning));
  const type: unknown = fields.get("type");
  const evidence: unknown = fields.get("evidence");
  const confidence: unknown = fields.get("confidence");
  const stage: unknown = fields.get("stage");
  if (typeof type !== "string") return undefined;
  return {
    type,
    evidence: typeof evidence === "string" ? evidence : "",
    confidence: typeof confidence === "number" ? confidence : undefined,
    stage: typeof stage === "string" ? stage : undefined,
  };
}
