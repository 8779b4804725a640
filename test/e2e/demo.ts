import { type Installation, startInstallation } from "./installation.ts";

/** The demo as a newcomer has it: nothing is set. */
export type Demo = Installation;

export function startDemo(): Promise<Demo> {
  return startInstallation(() => ({}));
}
