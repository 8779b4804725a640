import type { DateTime } from "luxon";
import type { NumberFacts } from "../../../db/numbers.ts";
import type { MetaAlarmKind } from "../../domain/alarm-kind.ts";
import type { NumberEventKind } from "../../domain/number-event.ts";
import type { TemplateChange } from "../templates/apply-template-change.ts";

/** One thing that Meta tells of a number or its account, read off a webhook. */
export type NumberNews = {
  readonly kind: NumberEventKind;
  /** As Meta told it, less whatever names a person: it is kept for ever. */
  readonly detail: unknown;
  readonly at: DateTime;
  /** What we know from now on. */
  readonly facts?: NumberFacts | undefined;
  /** Nothing is sent any more, and why; null: it may send again. */
  readonly blockedBecause?: "banned" | "disabled" | null | undefined;
  /** WhatsApp restricted what the account may write: only a person lets its numbers go on (`resume-number.ts`). */
  readonly isRestriction?: true | undefined;
  /** Somebody has to know, under this alarm. */
  readonly alarm?: MetaAlarmKind | undefined;
  readonly template?: TemplateChange | undefined;
};
