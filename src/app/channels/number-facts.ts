import type { NumberFacts, NumberQuality } from "../../../db/numbers.ts";
import type { GraphNumber } from "../../channels/cloud-api/graph.ts";
import { limitOfTier, throughputOf } from "../../domain/outreach/messaging-limit.ts";

const QUALITIES: ReadonlyMap<string, NumberQuality> = new Map([
  ["GREEN", "GREEN"],
  ["HIGH", "GREEN"],
  ["YELLOW", "YELLOW"],
  ["MEDIUM", "YELLOW"],
  ["RED", "RED"],
  ["LOW", "RED"],
]);

/** Meta's word for the quality of a number; what it does not say or what nobody knows is `UNKNOWN`. */
export function qualityOf(word: string | undefined): NumberQuality {
  return QUALITIES.get(word?.toUpperCase() ?? "") ?? "UNKNOWN";
}

/** What Meta tells of a number, as we keep it. What it does not tell is absent: it stays as it was. */
export function factsOf(told: GraphNumber | undefined): NumberFacts {
  if (told === undefined) return {};
  const digits = told.displayPhone?.replaceAll(/\D/g, "");
  return {
    phone: digits || undefined,
    verifiedName: told.verifiedName,
    quality: told.quality === undefined ? undefined : qualityOf(told.quality),
    tierLimit: told.tier === undefined ? undefined : limitOfTier(told.tier),
    messagesPerSecond: throughputOf({ level: told.throughput, isOnPhoneToo: told.isOnPhoneToo }),
  };
}
