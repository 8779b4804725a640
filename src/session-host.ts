import { DRIVERS } from "./sessions/drivers.ts";
import { runHost } from "./sessions/run-host.ts";

/** A process that a worker starts to hold linked phones. */
runHost(DRIVERS);
