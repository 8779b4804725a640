import { paths } from "../../../paths.ts";
import { hostsOf } from "../../channel/host-memory.ts";
import type { ServerProcess } from "../../server-process.ts";

export type Kills = {
  /** `kill -9` of a session host, and now and then of the application itself, which is started again at once. */
  strike(): Promise<void>;
  readonly counts: { hosts: number; application: number };
};

/** After a kill of the application its phones come back within 35 s: a lease and a look. */
const HOSTS_FOR_EACH_APPLICATION = 3;

export function makeKills(server: ServerProcess, chance: () => number): Kills {
  const counts = { hosts: 0, application: 0 };
  let hostsSince = 0;
  return {
    counts,
    async strike() {
      const hosts = hostsOf(paths.sessionHost, server.pid());
      const host = hosts[Math.floor(chance() * hosts.length)];
      if (host !== undefined && hostsSince < HOSTS_FOR_EACH_APPLICATION) {
        hostsSince += 1;
        counts.hosts += 1;
        killIfThere(host);
        return;
      }
      hostsSince = 0;
      counts.application += 1;
      await server.killAndStart();
    },
  };
}

/** It may have ended by itself in this moment. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
