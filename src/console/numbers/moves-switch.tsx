import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { MovesToOtherNumber } from "../../web/contract.ts";
import { get, put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { useToast } from "../parts/toast.tsx";

const ADDRESS = "/api/business/moves-to-other-number";

/** What becomes of what waits for a number that was lost. Shown to everybody, changed by who may. */
export function MovesSwitch() {
  const { numbers } = usePageWords();
  const words = numbers.moves;
  const may = useMay();
  const say = useToast();
  const queries = useQueryClient();
  const now = useQuery({ queryKey: keys.movesToOtherNumber, queryFn: () => get<MovesToOtherNumber>(ADDRESS) });
  const save = useMutation({
    mutationFn: (body: MovesToOtherNumber) => put(ADDRESS, body),
    onSuccess: async (_, { moves }) => {
      say(moves ? words.on : words.off);
      await queries.invalidateQueries({ queryKey: keys.movesToOtherNumber });
    },
  });
  if (now.error) return <Failure error={now.error} onRetry={() => void now.refetch()} />;
  if (!now.data) return null;
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <div>
        <label className="choice">
          <input
            type="checkbox"
            checked={save.isPending ? save.variables.moves : now.data.moves}
            disabled={!may("channels.manage") || save.isPending}
            aria-describedby="moves-note"
            onChange={({ target }) => save.mutate({ moves: target.checked })}
          />
          {words.label}
        </label>
        <p id="moves-note" className="soft small">
          {words.note}
        </p>
      </div>
      {save.error && <Failure error={save.error} />}
    </section>
  );
}
