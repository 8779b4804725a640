import { vi } from "vitest";

/** libsignal prints whole sessions, private keys among them, as it opens and closes them: for these tests it is silent. */
export function quietSignal(): void {
  for (const level of ["info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(() => undefined);
}
