import { recordOpinion } from "../../../db/second-opinions.ts";
import type { Deps } from "../deps.ts";
import type { Asked } from "./consult.ts";
import { judge } from "./judge.ts";

type SeekDeps = Pick<Deps, "db" | "clock" | "log" | "languageModel">;

/**
 * Asks what committed turns wrote down, outside any transaction, each conversation by itself: whoever has all its answers goes
 * on. `answered` is told then. A model that fails is an answer too; only what cannot be kept rejects, and its turn goes on by
 * itself when it has waited long enough.
 */
export async function seekOpinions(
  deps: SeekDeps,
  businessId: string,
  asked: readonly Asked[],
  answered: () => void,
): Promise<void> {
  const talks = Map.groupBy(asked, ({ conversationId }) => conversationId);
  await Promise.all(
    [...talks.values()].map(async (questions) => {
      await Promise.all(questions.map((question) => seek(deps, businessId, question)));
      answered();
    }),
  );
}

async function seek({ db, clock, languageModel }: SeekDeps, businessId: string, asked: Asked): Promise<void> {
  if (!languageModel) return;
  const beganMs = clock.elapsedMs();
  const answer = await languageModel.ask(asked.question, asked.until.diff(clock.now()).toMillis());
  const latencyMs = answer.kind === "not_asked" ? null : Math.round(clock.elapsedMs() - beganMs);
  const result = { ...judge(answer, asked), latencyMs };
  await db.inBusinessByKey(businessId, (tx) => recordOpinion(tx, businessId, asked.messageId, result));
}
