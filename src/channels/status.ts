import type { DeliveryStatus } from "./channel.ts";

/**
 * The status a message has once another one is reported. Statuses arrive in any order and more than once, so this is the
 * greater of the two in one fixed order, and the order of arrival cannot matter.
 *
 * `failed` is above `sent` and below `delivered`: it ends a message nobody received, but one of a person's devices may
 * fail while another shows the message, and then it was received. `delivered` may never come when `read` does.
 */
export function laterStatus(known: DeliveryStatus | undefined, reported: DeliveryStatus): DeliveryStatus {
  return known !== undefined && STATUS_RANK[known] >= STATUS_RANK[reported] ? known : reported;
}

/** Kept with a message as a number, so that the database too can take the greater of two. */
export const STATUS_RANK = { sent: 1, failed: 2, delivered: 3, read: 4 } as const satisfies Record<
  DeliveryStatus,
  number
>;
