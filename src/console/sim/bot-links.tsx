import type { SimulatedPerson } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { LinkButton } from "../parts/link-button.tsx";

/** The same chat in the inbox, and the debtor it is with. */
export function BotLinks({ person: { conversationId, debtorId } }: { person: SimulatedPerson }) {
  const words = usePageWords();
  const may = useMay();
  if (debtorId === null) return null;
  return (
    <div className="row bot-links">
      {conversationId !== null && may("conversations.read") && (
        <LinkButton icon="inbox" href={`/inbox/all/c/${conversationId}`}>
          {words.sim.inbox}
        </LinkButton>
      )}
      <LinkButton icon="debtors" href={`/debtors/${debtorId}`}>
        {words.sim.fileOf}
      </LinkButton>
    </div>
  );
}
