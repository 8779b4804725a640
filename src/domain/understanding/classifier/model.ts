import { INTENTS, type Intent } from "../reading.ts";
import { numberOf } from "./features.ts";

/**
 * A multinomial logistic regression over hashed features. `numbers` are the features' hashes (32 bits, little endian), `weights`
 * a row for each of them with one signed byte for each intent in the order of `intents`, both in base64; a byte counts `scale`.
 * `temperature` divides the logits, so that what is said with 0.9 is right nine times in ten (Guo et al. 2017, "On Calibration
 * of Modern Neural Networks").
 */
export type Model = {
  readonly intents: readonly string[];
  readonly numbers: string;
  readonly weights: string;
  readonly scale: number;
  readonly temperature: number;
};

/** How likely each intent is; they add up to one. */
export type Likelihoods = ReadonlyMap<Intent, number>;

export type Classifier = (features: ReadonlySet<string>) => Likelihoods;

/** @throws {Error} when the model was made for other intents than there are now: it has to be trained anew. */
export function classifier({ intents, numbers, weights, scale, temperature }: Model): Classifier {
  if (intents.join() !== INTENTS.join())
    throw new Error("the classifier knows other intents: train it anew (npm run train)");
  const bytes = Buffer.from(weights, "base64");
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rowOf = new Map<number, number>();
  const keys = Buffer.from(numbers, "base64");
  for (let at = 0; at < keys.byteLength; at += 4) rowOf.set(keys.readUInt32LE(at), (at / 4) * INTENTS.length);

  return (features) => {
    const logits = new Float64Array(INTENTS.length);
    for (const feature of features) {
      const row = rowOf.get(numberOf(feature));
      if (row === undefined) continue;
      for (let intent = 0; intent < INTENTS.length; intent++)
        logits[intent] = at(logits, intent) + at(rows, row + intent);
    }
    const factor = scale / (Math.sqrt(features.size) * temperature);
    const likely = softmax(logits.map((logit) => logit * factor));
    return new Map(INTENTS.map((intent, index) => [intent, at(likely, index)]));
  };
}

export function softmax(logits: Float64Array): Float64Array {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

function at(numbers: Float64Array | Int8Array, index: number): number {
  return numbers[index] ?? 0;
}
