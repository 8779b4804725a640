import type { Role } from "../domain/member-role.ts";

/** What the console's API asks for, one word a thing that a person can do. docs/permissions.md shows this table to people. */
export const PERMISSIONS = {
  /** The inbox and what was said in it. */
  "conversations.read": ["agent", "supervisor", "admin"],
  /** Take over, reply, note, hand back, close; say what a message means. */
  "conversations.answer": ["agent", "supervisor", "admin"],
  /** What was not understood, over all conversations, in the debtors' words. */
  "not-understood.read": ["agent", "supervisor", "admin"],
  /** Take out what agents corrected, with personal data masked. */
  "corrections.export": ["admin"],
  /** Take a conversation over from a colleague. */
  "conversations.steal": ["supervisor", "admin"],
  /** Write first: open conversations with debtors. */
  "conversations.open": ["supervisor", "business", "admin"],
  "debtors.read": ["agent", "supervisor", "business", "admin"],
  /** What was not sent and by which rule, over all debtors. No word of a chat is in it. */
  "blocked.read": ["supervisor", "business", "admin"],
  /** Take every contact of a debtor, with its decision, out as a file. No word of a chat is in it; the export is audited. */
  "contacts.export": ["supervisor", "business", "admin"],
  /** Contact law as it holds for the business, and who chose which reading of it. */
  "law.read": ["agent", "supervisor", "business", "admin"],
  /** Choose between readings where sources conflict, for the whole business. */
  "law.choose": ["admin"],
  /** Add, link, check, change and retire numbers, say to how many people one may write in a day, let a stopped one go on, see what nobody could read. */
  "channels.manage": ["admin"],
  /** Register message templates at Meta, read them anew, and let one be sent again that we paused. */
  "templates.manage": ["admin"],
  "debtor-lists.read": ["supervisor", "business", "admin"],
  "debtor-lists.upload": ["business", "admin"],
  "receipts.read": ["agent", "supervisor", "admin"],
  /** Say that money arrived, or did not. */
  "receipts.decide": ["agent", "supervisor", "admin"],
  /** Say whether a debtor who disputes is right, and correct what they owe. */
  "disputes.decide": ["agent", "supervisor", "admin"],
  /** Record what a debtor says of being written to: stop, a lawyer, the hours, a permission. */
  "contact.record": ["agent", "supervisor", "admin"],
  /** Enter a contact that was made outside Saldar: a call, a visit, a message from elsewhere. */
  "outside-contacts.enter": ["agent", "supervisor", "business", "admin"],
  /** Say that one of them was not so: it counts no more, and messages may leave sooner. */
  "outside-contacts.withdraw": ["supervisor", "admin"],
  /** Let messages through again that a hold, a lawyer or a legal protection stopped. */
  "holds.lift": ["supervisor", "admin"],
  "debtors.erase": ["admin"],
  "ledger.read": ["supervisor", "business", "admin"],
  /** Say whose unplaced money is, or that it goes back. */
  "suspense.decide": ["supervisor", "business", "admin"],
  "outcomes.read": ["agent", "supervisor", "business", "admin"],
  "alarms.read": ["supervisor", "business", "admin"],
  "alarms.clear": ["supervisor", "admin"],
  "business.read": ["agent", "supervisor", "business", "admin"],
  "team.read": ["supervisor", "admin"],
  "team.manage": ["admin"],
  /** Be the debtor, and move the demo's clock. Only where there is a simulated phone. */
  "simulator.use": ["agent", "supervisor", "business", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/**
 * What an API key may do where its role may: read, bring lists and contacts made elsewhere, let the bot write first. Whatever judges a debtor, their money
 * or a colleague is a person's to answer for. A new permission is no key's until it is named here.
 */
export const KEY_PERMISSIONS: readonly Permission[] = [
  "conversations.read",
  "not-understood.read",
  "corrections.export",
  "conversations.open",
  "debtors.read",
  "blocked.read",
  "contacts.export",
  "law.read",
  "debtor-lists.read",
  "debtor-lists.upload",
  "receipts.read",
  "outside-contacts.enter",
  "ledger.read",
  "outcomes.read",
  "alarms.read",
  "business.read",
];

export function may(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}

export function permissionsOf(role: Role): Permission[] {
  return ALL.filter((permission) => may(role, permission));
}

const ALL = Object.keys(PERMISSIONS).filter(isPermission);

function isPermission(key: string): key is Permission {
  return Object.hasOwn(PERMISSIONS, key);
}
