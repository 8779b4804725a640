import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { BotView, PhoneView, SendFromPhone } from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";

/** What was sent from the phone and is not yet in its chat. */
export type PendingSend = { readonly key: number; readonly text: string };

export function usePhone(phone: string) {
  const queries = useQueryClient();
  const [pending, setPending] = useState<readonly PendingSend[]>([]);
  const lastKey = useRef(0);
  const view = useQuery({
    queryKey: keys.phone(phone),
    queryFn: () => get<PhoneView>(`/api/simulator/phones/${phone}`),
  });
  const sending = useMutation({
    mutationFn: ({ message }: { message: SendFromPhone; key: number }) =>
      post(`/api/simulator/phones/${phone}/messages`, message),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.anyPhone });
      await queries.invalidateQueries({ queryKey: keys.phones });
    },
    onSettled: (_answer, _error, { key }) => setPending((all) => all.filter((one) => one.key !== key)),
  });
  const send = (message: SendFromPhone) => {
    lastKey.current += 1;
    const key = lastKey.current;
    setPending((all) => [...all, { key, text: textOf(message) }]);
    sending.mutate({ message, key });
  };
  return { view, send, pending, error: sending.error };
}

export function useBot(phone: string) {
  return useQuery({ queryKey: keys.bot(phone), queryFn: () => get<BotView>(`/api/simulator/phones/${phone}/bot`) });
}

function textOf(message: SendFromPhone): string {
  switch (message.kind) {
    case "text":
      return message.body;
    case "choiceReply":
      return message.title;
    case "picture":
      return message.caption ?? "📷";
  }
}
