import type { BotView } from "../../web/contract.ts";
import { useSession } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { DecisionText } from "../inbox/decision.tsx";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { useMoveClock } from "./clock-controls.tsx";

/** The telephone stays silent: this says why, with the article, where one waits for the message. */
export function HeldBack({ bot: { outbox } }: { bot: BotView }) {
  const words = usePageWords();
  const { moment } = useFormat();
  const { business } = useSession();
  const move = useMoveClock();
  const held = outbox.find(({ decision, state }) => decision?.allowed === false && state !== "superseded");
  if (!held?.decision) return null;
  const isQueued = held.state === "queued";
  return (
    <div className="chat-held" role="status">
      <p className="chat-held-title">
        <Icon name="shield" />
        {words.sim.heldBack}
      </p>
      <DecisionText decision={held.decision} isQueued={isQueued} />
      {isQueued && <p>{words.inbox.leavesAt(moment(held.sendAt))}</p>}
      {business.isDemo && isQueued && (
        <Button
          icon="clock"
          isBusy={move.isPending}
          onClick={() => move.mutate({ by: "heldMessage", outboxId: held.id })}
        >
          {words.sim.whenItLeaves}
        </Button>
      )}
    </div>
  );
}
