import type { BotView, SimulatedPerson } from "../../web/contract.ts";
import { useOpenConversations } from "../api/open-conversations.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";

type Props = { person: SimulatedPerson; bot: BotView | undefined; isEmpty: boolean };

/** In an empty chat: the business may begin, or the debtor does. */
export function StartChat({ person: { debtorId }, bot, isEmpty }: Props) {
  const words = usePageWords();
  const may = useMay();
  const open = useOpenConversations();
  const isOpen = bot?.conversationId !== null && bot !== undefined;
  if (!isEmpty || isOpen) return null;
  return (
    <div className="chat-start">
      <p className="soft">{words.sim.noMessages}</p>
      {debtorId !== null && may("conversations.open") && (
        <Button look="main" icon="send" isBusy={open.isPending} onClick={() => open.mutate([debtorId])}>
          {words.sim.businessFirst}
        </Button>
      )}
      <p className="soft small">{words.sim.orWrite}</p>
      {open.data && open.data.opened === 0 && <p role="status">{words.sim.nothingOpened}</p>}
      {open.error && <Failure error={open.error} />}
    </div>
  );
}
