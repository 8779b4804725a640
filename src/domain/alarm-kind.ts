/** What Meta tells of a number or its account and somebody has to know. */
export type MetaAlarmKind =
  | "number.restricted"
  | "number.banned"
  | "number.disabled"
  | "number.flagged"
  | "number.alert"
  | "number.security"
  | "number.problem";

/** Alarms about one number, which its own page shows in words. */
export type NumberAlarmKind =
  | MetaAlarmKind
  | "channel.blocked"
  | "channel.companion-left"
  | "channel.passed-over"
  | "number.slowed"
  | "number.stopped";

/** What a person has to look at. */
export type AlarmKind =
  | NumberAlarmKind
  | "contact.identity-taken"
  | "contact.two-debtors"
  | "conversation.stuck"
  | "law.reading-unknown"
  | "message.rejected"
  | "message.undelivered"
  | "notice.unsent"
  | "reply.unsent"
  | "payment.delivery-failing"
  | "payment.of-nobody"
  | "payment.unreadable"
  | "template.category"
  | "template.paused"
  | "template.stopped";
