import type { Expectation } from "../../../flows/vocabulary.ts";
import type { Act, Intent } from "../../domain/understanding/reading.ts";
import type { Day, Language, Moment, Page, Person } from "./common.ts";

export type { Expectation } from "../../../flows/vocabulary.ts";
export type { Act, Intent } from "../../domain/understanding/reading.ts";

/** How a message was read: what it acted on, and besides, the likeliest first. */
export type MessageReading = ReadIntent & {
  /** `act`: it was sure enough. `confirm`: it asked back. `menu`: it did not understand. `human`: too grave to ask, too doubtful to act. */
  readonly act: Act;
  readonly others: readonly ReadIntent[];
  /** What was offered when it asked back. */
  readonly candidates: readonly Intent[];
  /** What an agent says that it means; null while nobody says otherwise. */
  readonly correction: { readonly intent: Intent; readonly by: Person; readonly at: Moment } | null;
};

/** `confidence` from 0 to 1; `evidence` is a part of the debtor's words, or empty. */
export type ReadIntent = { readonly intent: Intent; readonly confidence: number; readonly evidence: string };

/**
 * `PUT /api/messages/:id/reading` → 204: what the message means; null takes back what was said. It changes no money, no hold and
 * no state.
 */
export type CorrectReading = { readonly intent: Intent | null };

/**
 * `GET /api/not-understood?from=…&to=…&language=…&state=…` → `NotUnderstood`: what was asked back about or not understood, or that
 * an agent corrected; alike texts together, the most frequent first. Days of the business, both included. `state`: what the
 * conversation waited for.
 */
export type NotUnderstood = Page<MissedGroup>;

export type MissedGroup = {
  /** The words they share, folded: names the group. */
  readonly words: string;
  readonly count: number;
  readonly latest: Moment;
  readonly languages: readonly Language[];
  readonly states: readonly Expectation[];
  /** What the bot took them for; `unclear` where for nothing. */
  readonly readAs: readonly Intent[];
  /** What agents say that they mean, the most frequent first. */
  readonly corrections: readonly { readonly intent: Intent; readonly count: number }[];
  /** The newest two, word for word. */
  readonly examples: readonly { readonly conversationId: string; readonly body: string; readonly at: Moment }[];
};

/** `PUT /api/not-understood/reading` → `GroupCorrected`: the same for all messages of a group, as it was asked for. */
export type CorrectGroup = CorrectReading & {
  readonly words: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly language?: Language;
  readonly state?: Expectation;
};
export type GroupCorrected = { readonly corrected: number };
