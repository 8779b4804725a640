/** What became of Meta's challenge, asked of our own address from here. */
export type Probed =
  | { readonly state: "answered" }
  /** Something else is at that address. */
  | { readonly state: "other"; readonly status: number }
  | { readonly state: "no-answer"; readonly why: string };

export type ProbeWebhook = (challenge: Challenge) => Promise<Probed>;

const WITHIN_MS = 10_000;

/** Asks an address as Meta does when it is registered (Meta, "Webhooks: verification requests"). Never rejects. */
export async function probeWebhook({ url, token, challenge }: Challenge): Promise<Probed> {
  const asked = new URL(url);
  asked.searchParams.set("hub.mode", "subscribe");
  asked.searchParams.set("hub.verify_token", token);
  asked.searchParams.set("hub.challenge", challenge);
  try {
    // Meta follows no redirect either.
    const response = await fetch(asked, { redirect: "manual", signal: AbortSignal.timeout(WITHIN_MS) });
    const answer = await response.text();
    return response.status === 200 && answer === challenge
      ? { state: "answered" }
      : { state: "other", status: response.status };
  } catch (error) {
    return { state: "no-answer", why: reasonOf(error) };
  }
}

type Challenge = { readonly url: string; readonly token: string; readonly challenge: string };

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return "no answer";
}
