/** Alarms about one number, which its own page shows in words. */
export type NumberAlarmKind =
  | "channel.blocked"
  | "channel.companion-left"
  | "channel.passed-over"
  | "number.restricted"
  | "number.banned"
  | "number.disabled"
  | "number.flagged"
  | "number.alert"
  | "number.security"
  | "number.problem"
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
