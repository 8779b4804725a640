/** The driver's own codes, cut connections, and SQLSTATE classes 08 (connection), 57P (shut down), 53 (out of room). */
const AWAY = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|08|57P|53)/;

/**
 * Whether an error only says that the database could not be reached, or was lost on the way: the same will succeed later. A
 * socket answers a call with other words than a machine: ENOENT before Postgres has made it, EAGAIN when too many call.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const isRefusedCall = "syscall" in error && error.syscall === "connect";
  return isRefusedCall || ("code" in error && AWAY.test(String(error.code)));
}
