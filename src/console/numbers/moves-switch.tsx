import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SetMovesToOtherNumber } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Failure } from "../parts/failure.tsx";
import { useToast } from "../parts/toast.tsx";

/** What becomes of what waits for a number that was lost. Shown to everybody, changed by who may. */
export function MovesSwitch({ moves }: { moves: boolean }) {
  const { numbers } = usePageWords();
  const words = numbers.moves;
  const may = useMay();
  const say = useToast();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: SetMovesToOtherNumber) => put("/api/business/moves-to-other-number", body),
    onSuccess: async (_, body) => {
      say(body.moves ? words.on : words.off);
      await queries.invalidateQueries({ queryKey: keys.allNumbers });
    },
  });
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <label className="choice">
        <input
          type="checkbox"
          checked={save.isPending ? save.variables.moves : moves}
          disabled={!may("channels.manage") || save.isPending}
          aria-describedby="moves-note"
          onChange={({ target }) => save.mutate({ moves: target.checked })}
        />
        {words.label}
      </label>
      <p id="moves-note" className="soft small">
        {words.note}
      </p>
      {save.error && <Failure error={save.error} />}
    </section>
  );
}
