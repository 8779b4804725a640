import { setTimeout as pause } from "node:timers/promises";
import { every } from "../../../every.ts";
import type { WhatsAppProcess } from "../../channel/whatsapp-process.ts";
import type { Weather } from "../weather.ts";
import type { LinkedFault, LinkedFaultName } from "./faults.ts";

export type BadWeather = {
  /** Orders nothing more, takes back what has not struck, and leaves every line as it is. @throws what could not be ordered */
  clear(): Promise<void>;
};

const LOOK_EACH_MS = 250;

/** Lets things go wrong at one phone after another, by chance, until it is told to stop. */
export function startBadWeather({
  whatsApp,
  numbers,
  weather,
  chance,
}: {
  whatsApp: Pick<WhatsAppProcess, "ask">;
  numbers: readonly string[];
  weather: Weather<LinkedFaultName, LinkedFault>;
  chance: () => number;
}): BadWeather {
  const failures: unknown[] = [];
  const looking = every(
    LOOK_EACH_MS,
    async () => {
      const fault = weather.next();
      const number = numbers[Math.floor(chance() * numbers.length)];
      if (fault === undefined || number === undefined) return;
      switch (fault.do) {
        case "order":
          await whatsApp.ask({ do: "order", fault: fault.fault, where: { account: number } });
          return;
        case "kick":
          await whatsApp.ask({ do: "kick", number, how: fault.how });
          return;
        case "outage":
          await whatsApp.ask({ do: "goDown" });
          await pause(fault.forMs);
          await whatsApp.ask({ do: "comeBack" });
          return;
      }
    },
    (error) => failures.push(error),
  );
  return {
    async clear() {
      weather.clear();
      await looking.stop();
      await whatsApp.ask({ do: "relent" });
      if (failures.length > 0)
        throw new AggregateError(failures, "the WhatsApp that is played did not do as it was told");
    },
  };
}
