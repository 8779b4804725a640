import type { MessageRow } from "../../../../db/console/thread.ts";
import type { MessageReading } from "../../contract/readings.ts";
import { type Names, person, userIdOf } from "./author.ts";
import { moment } from "./moments.ts";

type Row = Pick<MessageRow, "reading" | "correctedTo" | "correctedBy" | "correctedAt">;

export function messageReading(
  { reading, correctedTo, correctedBy, correctedAt }: Row,
  names: Names,
): MessageReading | null {
  if (!reading) return null;
  const { intents, confidence, ...first } = reading;
  const userId = userIdOf(correctedBy);
  return {
    ...first,
    confidence: confidence / 100,
    others: intents
      .slice(1)
      .map((other) => ({ intent: other.intent, confidence: other.confidence, evidence: other.evidence })),
    correction:
      correctedTo !== null && correctedAt !== null && userId !== undefined
        ? { intent: correctedTo, by: person(userId, names), at: moment(correctedAt) }
        : null,
  };
}
