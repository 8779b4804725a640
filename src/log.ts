import { pino } from "pino";

/** What everything that reports takes: ids and figures, never names, numbers or what a debtor wrote. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** One JSON line an event on standard error; standard output belongs to what a command prints. */
export function makeLog(level: "debug" | "info" | "warn" | "error"): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describe } },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** An error as it is logged: with its causes, without what it may carry of a person. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = "code" in error ? error.code : undefined;
  return {
    name: error.name,
    code,
    message: error.message,
    stack: error.stack,
    cause: error.cause ? describe(error.cause) : undefined,
  };
}

/**
 * Nothing in this process prints through the console from here on. For a process that links phones, before their library loads:
 * libsignal writes whole sessions there, private keys and all, each time that one is opened or closed.
 */
export function silenceConsole(): void {
  const nothing = (): void => undefined;
  for (const name of ["log", "info", "warn", "error", "debug", "trace", "dir", "table"] as const)
    console[name] = nothing;
}
