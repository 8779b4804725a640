import type { DateTime } from "luxon";
import type { Clock } from "../../clock.ts";
import type { LinkState } from "../channel.ts";
import type { Chromium } from "./chromium.ts";
import type { Report } from "./inbox.ts";
import type { Library } from "./library.ts";
import type { Limits } from "./limits.ts";
import type { Client, PageHearing, PinnedPage } from "./open-page.ts";
import type { Profile } from "./profile.ts";

/** What one number's Chromium is opened with, and whom it tells. */
export type SessionSettings = {
  readonly clock: Clock;
  readonly chance: () => number;
  readonly limits: Limits;
  readonly library: Library;
  readonly chromium: Chromium;
  readonly profile: Profile;
  readonly pinned: PinnedPage | undefined;
  readonly chromiumArgs: readonly string[];
  readonly expectedPhone: string | undefined;
  /** Resolves when it is durable; never where we are closed first. */
  readonly told: (link: LinkState) => Promise<void>;
  /** The phone is linked and what it has is to be read; again after each interruption. */
  readonly opened: (client: Client, linkedAt: DateTime | undefined) => Promise<void>;
  /** What came from the page that is no matter of the link. */
  readonly messages: Pick<PageHearing, "message" | "ack" | "reaction" | "moved" | "unreadable">;
  readonly report: Report;
  /** Nothing comes or goes, and has not for a while. */
  readonly isQuiet: () => boolean;
};
