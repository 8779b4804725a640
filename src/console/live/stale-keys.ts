import type { ConsoleEvent } from "../../web/contract.ts";
import { keys } from "../api/keys.ts";

/** Which answers an event makes old. A closed list: an event without a line here does not compile. */
export function staleKeys(event: ConsoleEvent): readonly (readonly string[])[] {
  switch (event.kind) {
    case "conversation.changed":
      return [keys.conversation(event.subjectId), keys.inbox, keys.blocked, keys.phones, keys.anyPhone];
    case "conversation.viewing":
      return [];
    case "debtor.changed":
      return [keys.debtor(event.subjectId), keys.debtors, keys.conversations];
    case "debtor-list.changed":
      return [keys.list(event.subjectId), keys.lists, keys.debtors];
    case "receipt.changed":
      return [keys.receipts];
    case "payment.changed":
      return [keys.ledger, keys.debtorFiles, keys.debtors, keys.conversations, keys.receipts];
    case "alarm.changed":
      return [keys.numbers];
    case "channel.changed":
      return [keys.numbers, keys.conversations];
    case "template.changed":
      return [keys.templates, keys.conversations];
    case "clock.moved":
      return [keys.session, keys.inbox, keys.conversations, keys.anyPhone, keys.phones, keys.debtorFiles, keys.numbers];
    case "reading.changed":
      return event.subjectId === null
        ? [keys.conversations, keys.allOlder, keys.notUnderstood]
        : [keys.conversation(event.subjectId), keys.older(event.subjectId), keys.notUnderstood];
    case "law.changed":
      return [keys.law, keys.debtorFiles];
    case "phone.changed":
      return [keys.anyPhone, keys.phones];
  }
}
