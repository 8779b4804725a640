import type { HealthView } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { useHealthWords } from "./use-health-words.ts";

/** What the number's health lets it do, and why, in a sentence. */
export function HealthLine({ health }: { health: HealthView | null }) {
  const { numbers: words } = usePageWords();
  const { sentence } = useHealthWords();
  if (health === null) return <p className="soft">{words.notJudged}</p>;
  return <p>{sentence(health, { rule: health.because, inputs: health.inputs })}</p>;
}
