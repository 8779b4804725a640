import { fileURLToPath } from "node:url";

/** Files of the project that a running installation reads, wherever it was started from. */
export const paths = {
  /** The console as `npm run build` leaves it. */
  console: fileURLToPath(new URL("../dist/console", import.meta.url)),
  /** What a session host runs. */
  sessionHost: fileURLToPath(new URL("session-host.ts", import.meta.url)),
  /** WhatsApp's server on loopback, for a bench: a program of the tests, which an installation need not have. */
  whatsAppServer: fileURLToPath(new URL("../test/support/whatsapp-server/run.ts", import.meta.url)),
  /** The lists of the demo's businesses. */
  samples: fileURLToPath(new URL("../samples", import.meta.url)),
} as const;
