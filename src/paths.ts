import { fileURLToPath } from "node:url";

/** Files of the project that a running installation reads, wherever it was started from. */
export const paths = {
  /** The console as `npm run build` leaves it. */
  console: fileURLToPath(new URL("../dist/console", import.meta.url)),
  sampleList: fileURLToPath(new URL("../samples/deudores-colombia.csv", import.meta.url)),
} as const;
