import { fingerprint, placeOf } from "../fingerprint.ts";
import { INTENTS, type Intent } from "../reading.ts";

/** What must be heard beside anything: how likely it is is asked apart, since of several intents the one that is said most takes all. */
export const DETECTED = ["opt_out", "crisis"] as const satisfies readonly Intent[];
export type Detected = (typeof DETECTED)[number];

/** A row of the model: first a weight for each intent, then one for each that is detected. */
export const COLUMNS = [...INTENTS, ...DETECTED.map((intent) => `${intent} at all`)];

/**
 * Logistic regressions over hashed features: a multinomial one over the intents, and one of its own for each that is detected.
 * `features` are the hashes (32 bits, little endian, ascending), `weights` a row for each of them with one signed byte for each
 * of `columns`, both in base64; a byte counts `scale`. The temperatures divide the logits, so that what is said with 0.9 is right
 * nine times in ten (Guo et al. 2017, "On Calibration of Modern Neural Networks").
 */
export type Model = {
  readonly columns: readonly string[];
  readonly features: string;
  readonly weights: string;
  readonly scale: number;
  readonly temperature: Temperature;
};

export type Temperature = { readonly intents: number; readonly detected: number };

export type Likelihoods = {
  /** How likely each intent is to be what is said first; they add up to one. */
  readonly first: ReadonlyMap<Intent, number>;
  /** How likely it is that these are said at all, whatever else is. */
  readonly atAll: ReadonlyMap<Detected, number>;
};

export type Classifier = (features: ReadonlySet<string>) => Likelihoods;

/** @throws {Error} when the model was made for other intents than there are now: it has to be trained anew. */
export function classifier({ columns, features: hashes, weights, scale, temperature }: Model): Classifier {
  if (columns.join() !== COLUMNS.join())
    throw new Error("the classifier knows other intents: train it anew (npm run train)");
  const bytes = Buffer.from(weights, "base64");
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const keys = Buffer.from(hashes, "base64");
  const known = Uint32Array.from({ length: keys.byteLength / 4 }, (_, index) => keys.readUInt32LE(index * 4));

  return (features) => {
    const logits = new Float64Array(COLUMNS.length);
    for (const feature of features) {
      const hash = fingerprint(feature);
      const place = placeOf(hash, known);
      if (known[place] !== hash) continue;
      const row = place * COLUMNS.length;
      for (let column = 0; column < COLUMNS.length; column++)
        logits[column] = at(logits, column) + at(rows, row + column);
    }
    const factor = scale / Math.sqrt(features.size);
    const chances = chancesOf(
      logits.map((logit) => logit * factor),
      temperature,
    );
    return {
      first: new Map(INTENTS.map((intent, index) => [intent, at(chances, index)])),
      atAll: new Map(DETECTED.map((intent, index) => [intent, at(chances, INTENTS.length + index)])),
    };
  };
}

/** Of a row of logits: the intents share one certainty, each of the detected has its own. */
export function chancesOf(logits: Float64Array, temperature: Temperature): Float64Array {
  const most = Math.max(...logits.subarray(0, INTENTS.length));
  let sum = 0;
  for (let intent = 0; intent < INTENTS.length; intent++)
    sum += Math.exp((at(logits, intent) - most) / temperature.intents);
  return logits.map((logit, column) =>
    column < INTENTS.length
      ? Math.exp((logit - most) / temperature.intents) / sum
      : 1 / (1 + Math.exp(-logit / temperature.detected)),
  );
}

function at(numbers: Float64Array | Int8Array, index: number): number {
  return numbers[index] ?? 0;
}
