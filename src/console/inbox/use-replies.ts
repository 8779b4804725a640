import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { ContentFindingView, Replied, Reply, ReplyRefused, ThreadItem } from "../../web/contract.ts";
import { ApiError } from "../api/api-error.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import type { SendHow } from "./reply-form.tsx";
import { isHeard, lastHeardId } from "./use-thread.ts";

/** A bubble that is on screen before the server knows of it. */
export type Pending = { readonly key: number; readonly text: string };

/** Why the last one was not sent, for the words beside the composer. */
export type Refusal = {
  readonly error: unknown;
  readonly text: string;
  readonly findings: readonly ContentFindingView[];
  /** How many messages came while it was written; none when that was not the reason. */
  readonly missed: number;
  /** The rules it may be against; none when it may not be sent at all. */
  readonly doubts: readonly string[];
};

type Attempt = { readonly body: Reply; readonly key: number; readonly seen: ReadonlySet<string> };

/** Sends what is written: the bubble at once, the truth when it comes, and the text back when it was refused. */
export function useReplies(id: string, items: readonly ThreadItem[], giveBack: (text: string) => void) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [refusal, setRefusal] = useState<Refusal>();
  const lastKey = useRef(0);

  const sending = useMutation({
    mutationFn: ({ body }: Attempt) => post<Replied>(`/api/conversations/${id}/reply`, body),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.conversation(id) }),
    onError: (error, { body, seen }) => {
      giveBack(body.text);
      setRefusal(refusalOf(error, body.text, seen));
      void queries.invalidateQueries({ queryKey: keys.conversation(id) });
    },
    onSettled: (_answer, _error, { key }) => setPending((all) => all.filter((one) => one.key !== key)),
  });

  const send = (text: string, { confirmed = [], file }: SendHow = {}) => {
    lastKey.current += 1;
    const key = lastKey.current;
    setPending((all) => [...all, { key, text: text || (file?.name ?? "") }]);
    setRefusal(undefined);
    const seen = new Set(items.map((item) => item.id));
    const body = {
      text,
      lastSeenMessageId: lastHeardId(items),
      ...(confirmed.length > 0 && { confirmed }),
      ...(file && { fileId: file.id }),
    };
    sending.mutate({ body, key, seen });
  };
  return { pending, send, refusal };
}

function refusalOf(error: unknown, text: string, seen: ReadonlySet<string>): Refusal {
  const { missed = [], findings = [] } = error instanceof ApiError ? asRefused(error.details) : {};
  const code = error instanceof ApiError ? error.code : undefined;
  const isStale = code === "conversation.stale";
  const unseen = missed.filter((item) => isHeard(item) && !seen.has(item.id)).length;
  const doubts = code === "content.doubtful" ? [...new Set(findings.map(({ rule }) => rule))] : [];
  return { error, text, findings, missed: isStale ? Math.max(unseen, 1) : 0, doubts };
}

/** The contract's word for what comes with a refusal of this address. */
function asRefused(details: unknown): Pick<ReplyRefused, "missed" | "findings"> {
  return typeof details === "object" && details !== null ? details : {};
}
