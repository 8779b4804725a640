import { vi } from "vitest";

/**
 * libsignal prints whole sessions, private keys among them, as it opens and closes them: `beforeAll(quietSignal)` silences the
 * console for a file, and the returned function, which vitest calls at its end, lets it speak again.
 */
export function quietSignal(): () => void {
  const spies = (["info", "warn", "error"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => undefined),
  );
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
