import type { Channels } from "../../src/web/contract.ts";

const TIERS = [250, 2_000, 10_000, 100_000];

export const NUMBERS: Channels = {
  channels: [
    {
      id: "number-1",
      kind: "cloud",
      name: "WhatsApp",
      blockedBecause: null,
      pausedUntil: null,
      messagingLimit: 250,
      reached: 250,
      waiting: 652,
      lastAt: "2026-11-27T16:20:00.000Z",
      tiers: TIERS,
    },
    {
      id: "number-2",
      kind: "cloud",
      name: "WhatsApp 2",
      blockedBecause: "131031",
      pausedUntil: null,
      messagingLimit: null,
      reached: 1,
      waiting: 0,
      lastAt: null,
      tiers: TIERS,
    },
  ],
};
