import { type Known, lint } from "../../../../src/domain/contact-law/content/lint.ts";
import type { MessageKind } from "../../../../src/domain/outreach/holds.ts";

type Reader = Known & { readonly country?: string; readonly kind?: MessageKind };

/** What an agent in Colombia is told of words to somebody who has shown who they are, unless a test says otherwise. */
export function reading(text: string, { country = "CO", kind = "agent", verified = true, ...known }: Reader = {}) {
  return lint(text, country, kind, { verified, ...known });
}

export const rulesIn = (text: string, reader?: Reader) => reading(text, reader).map(({ rule }) => rule);

export const forbiddenIn = (text: string, reader?: Reader) =>
  reading(text, reader).flatMap(({ rule, severity }) => (severity === "forbidden" ? [rule] : []));

export const severitiesIn = (text: string, reader?: Reader) =>
  reading(text, reader).map(({ rule, severity }) => `${rule}: ${severity}`);
