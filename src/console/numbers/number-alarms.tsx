import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { NumberAlarm } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { useToast } from "../parts/toast.tsx";
import { useCodeWords } from "./use-code-words.ts";

/** What failed for good and waits for a person. */
export function NumberAlarms({ alarms }: { alarms: readonly NumberAlarm[] }) {
  const { numberPage: words } = usePageWords();
  const { moment, count } = useFormat();
  const says = useAlarmWords();
  const may = useMay();
  const say = useToast();
  const queries = useQueryClient();
  const clear = useMutation({
    mutationFn: (id: string) => post(`/api/alarms/${id}/clear`),
    onSuccess: async () => {
      say(words.cleared);
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
  });
  return (
    <section className="card stack number-alarms" aria-labelledby="number-alarms">
      <h2 id="number-alarms">
        <Icon name="warning" /> {words.alarms}
      </h2>
      <ul>
        {alarms.map(({ id, kind, detail, times, raisedAt }) => (
          <li key={id} className="number-line">
            <div>
              <p>{says(kind, detail)}</p>
              <p className="soft small">
                <code>{detail}</code> · {moment(raisedAt)}
                {times > 1 && ` · ${words.times(count(times))}`}
              </p>
            </div>
            {may("alarms.clear") && (
              <Button isBusy={clear.isPending && clear.variables === id} onClick={() => clear.mutate(id)}>
                {words.clear}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {clear.error && <Failure error={clear.error} />}
    </section>
  );
}

/** What an alarm means; of a phone's link, how that ended. As it was told stands below it. */
function useAlarmWords() {
  const { numberPage: words, linking } = usePageWords();
  const { isOfLink, codeWords } = useCodeWords();
  return (kind: string, detail: string): string => {
    const [code = ""] = detail.split(":");
    if (!isOfLink(code)) return lookup(words.alarmKinds, kind);
    const ends: Readonly<Record<string, string>> = linking.link.ends;
    return ends[code.split(".")[1] ?? ""] ?? codeWords(code);
  };
}
