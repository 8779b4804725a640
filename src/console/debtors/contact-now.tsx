import type { ContactNow, DebtorFile } from "../../web/contract.ts";
import { useFormat, ZoneProvider } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { DecisionText } from "../inbox/decision.tsx";
import { Badge } from "../parts/badge.tsx";

/** May we write to them at this moment, if not when, and by which article. */
export function ContactNowCard({ contactNow }: Pick<DebtorFile, "contactNow">) {
  const words = usePageWords();
  const isAllowed = contactNow?.decision.allowed === true;
  return (
    <section className="card">
      <div className="contact-now-head">
        <h2>{words.contacts.mayWrite}</h2>
        <Answer isAllowed={isAllowed} />
      </div>
      {contactNow === null ? (
        <p className="soft">{words.contacts.noNumber}</p>
      ) : (
        // The hours that count are the debtor's, and not the business's, wherever they are known.
        <ZoneProvider zone={contactNow.zone}>
          <Judged contactNow={contactNow} />
        </ZoneProvider>
      )}
    </section>
  );
}

function Judged({ contactNow: { decision, zone, zoneIsTheirs, others } }: { contactNow: ContactNow }) {
  const words = usePageWords();
  const { moment } = useFormat();
  return (
    <>
      <DecisionText decision={decision} isQueued={false} />
      <p className="soft small">
        {zoneIsTheirs ? words.contacts.inTheirTime(zone) : words.contacts.inOurTime(zone)}{" "}
        {words.contacts.judgedAt(moment(decision.at))}
      </p>
      <h3 className="other-ways">{words.outside.otherWays}</h3>
      <p className="soft small">{words.outside.otherWaysNote}</p>
      <ul className="lines">
        {others.map((other) => (
          <li key={other.channel} className="line line-tall">
            <details>
              <summary>{words.outside.channels[other.channel]}</summary>
              <DecisionText decision={other.decision} isQueued={false} />
            </details>
            <Answer isAllowed={other.decision.allowed} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ isAllowed }: { isAllowed: boolean }) {
  const { shell } = usePageWords();
  return (
    <Badge tone={isAllowed ? "good" : "bad"} icon={isAllowed ? "check" : "blocked"}>
      {isAllowed ? shell.yes : shell.no}
    </Badge>
  );
}
