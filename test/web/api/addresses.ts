import { newId } from "../../../src/ids.ts";
import type { Permission } from "../../../src/web/permissions.ts";

const id = newId();

/** One address for each right: whoever may gets anything but 403, the others exactly that. */
export const ADDRESSES: Readonly<Record<Permission, readonly [method: string, path: string, body?: object]>> = {
  "conversations.read": ["GET", "/api/inbox"],
  "conversations.answer": ["POST", `/api/conversations/${id}/take-over`, {}],
  "not-understood.read": ["GET", "/api/not-understood"],
  "corrections.export": ["GET", "/api/corrections.tsv"],
  "conversations.steal": ["GET", "/api/inbox"],
  "conversations.open": ["POST", "/api/conversations", {}],
  "debtors.read": ["GET", "/api/debtors"],
  "blocked.read": ["GET", "/api/blocked"],
  "contacts.export": ["GET", `/api/debtors/${id}/contacts.csv`],
  "law.read": ["GET", "/api/contact-law"],
  "law.choose": ["PUT", "/api/contact-law/ZZ/readings/none", { option: "none", reason: "Nobody offers it" }],
  "channels.manage": ["PUT", `/api/channels/${id}/messaging-limit`, { limit: 250 }],
  "templates.manage": ["POST", `/api/templates/${id}/resume`, {}],
  "debtor-lists.read": ["GET", "/api/debtor-lists"],
  "debtor-lists.upload": ["POST", `/api/debtor-lists/${id}/commit`, {}],
  "receipts.read": ["GET", "/api/receipts"],
  "receipts.decide": ["POST", `/api/receipts/${id}/refuse`, { because: "duplicate" }],
  "disputes.decide": ["POST", `/api/disputes/${id}/reject`, { note: "It is theirs" }],
  "contact.record": [
    "POST",
    `/api/debtors/${id}/stops`,
    { stop: { kind: "opted_out" }, reason: "They said so by telephone" },
  ],
  "outside-contacts.enter": [
    "POST",
    `/api/debtors/${id}/outside-contacts`,
    { id, channel: "voice", at: "2026-11-18T09:00", initiatedBy: "collector", kind: "two_way" },
  ],
  "outside-contacts.withdraw": [
    "POST",
    `/api/debtors/${id}/outside-contacts/${id}/withdrawal`,
    { reason: "It was another person" },
  ],
  "holds.lift": ["POST", `/api/debtors/${id}/holds/lift`, { kind: "legal", reason: "It is over" }],
  "suspense.decide": ["POST", `/api/suspense/${id}/refund`, { note: "Sent twice" }],
  "debtors.erase": ["POST", `/api/debtors/${id}/erasure`, { reference: "nobody" }],
  "ledger.read": ["GET", "/api/ledger/trial-balance"],
  "outcomes.read": ["GET", "/api/outcomes"],
  "alarms.read": ["GET", "/api/alarms"],
  "alarms.clear": ["POST", `/api/alarms/${id}/clear`, {}],
  "business.read": ["GET", "/api/business"],
  "team.read": ["GET", "/api/team"],
  "team.manage": ["DELETE", `/api/team/${id}`],
  "simulator.use": ["GET", "/api/simulator/phones"],
};

/** A simulator that knows no phone, so that its addresses exist. */
export const NO_PHONES = {
  phones: async () => ({ phones: [] }),
  view: async () => undefined,
  picture: async () => undefined,
  send: async () => "not-found" as const,
  botView: async () => undefined,
  orderFault: async () => "not-found" as const,
};
