import type { DateTime } from "luxon";
import type { NumberNews } from "../src/app/channels/number-news.ts";
import { stopsNumber } from "../src/channels/stops-number.ts";
import { textAt } from "./json.ts";

/**
 * An error that Meta reports outside any message. It has no moment and no id of its own: the same one within an hour is the same.
 * What stops the whole number is somebody's to look at.
 */
export function readProblem(error: unknown, receivedAt: DateTime): NumberNews {
  const code = textAt(error, "code");
  const stops = code !== undefined && stopsNumber(code);
  return {
    kind: "problem",
    detail: { error },
    at: receivedAt.startOf("hour"),
    alarm: stops ? "number.problem" : undefined,
  };
}
