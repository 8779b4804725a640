import type { Running } from "./serve.ts";

/** What a newcomer reads when everything stands. */
export function welcome(
  { url, signInLink, hasSimulator }: Pick<Running, "url" | "signInLink" | "hasSimulator">,
  mode: "demo" | "production",
): string {
  const lines = [
    "",
    mode === "demo"
      ? "  Saldar is running with two sample businesses. Nothing leaves this machine."
      : "  Saldar is running.",
    "",
    `  Console    ${signInLink}`,
    "             signs you in once, within 15 minutes; start again for another link",
  ];
  if (hasSimulator)
    lines.push(`  Simulator  ${url}/sim`, "             be a debtor on a simulated phone, beside what the bot sees");
  return `${lines.join("\n")}\n\n  Ctrl-C stops it; what was begun is finished first.\n\n`;
}

/** The answer to the first Ctrl-C. */
export const STOPPING = "\n  Stopping: what was begun is finished first. Ctrl-C again ends it at once.\n";

/** The answer to the second. */
export const ENDED_AT_ONCE = "saldar: ended at once; what was under way goes on at the next start\n";
