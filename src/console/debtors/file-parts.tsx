import type { ReactNode } from "react";
import type { ContactView, DebtView, HoldView, PlanView, PromiseView } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import "./file-parts.css";

// Small blocks of a debtor's file, shown beside a conversation and in the file itself.

export function DebtLines({ debts }: { debts: readonly DebtView[] }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  if (debts.length === 0) return <p className="soft">{words.debtors.noDebts}</p>;
  return (
    <ul className="lines">
      {debts.map(({ id, description, reference, dueOn, daysPastDue, owed }) => (
        <li key={id} className="line">
          <span>
            {description || reference}
            <span className="line-sub">
              {date(dueOn)} · {words.terms.daysPastDue(daysPastDue)}
            </span>
          </span>
          <span className="money">{money(owed)}</span>
        </li>
      ))}
    </ul>
  );
}

const INSTALMENT_TONES: Record<PlanView["instalments"][number]["state"], Tone> = {
  paid: "good",
  due: "accent",
  late: "bad",
  upcoming: "plain",
};

export function PlanSummary({ plan }: { plan: PlanView }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  return (
    <>
      <p className="small soft">{words.inbox.panel.paidOf(money(plan.paid), money(plan.total))}</p>
      <ul className="lines">
        {plan.instalments.map(({ number, dueOn, amount, state }) => (
          <li key={number} className="line">
            <span>
              {number}. {date(dueOn)} <Badge tone={INSTALMENT_TONES[state]}>{words.terms.instalmentState[state]}</Badge>
            </span>
            <span className="money">{money(amount)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const PROMISE_TONES: Record<PromiseView["state"], Tone> = {
  open: "accent",
  kept: "good",
  broken: "bad",
  cancelled: "plain",
};

export function Promises({ promises }: { promises: readonly PromiseView[] }) {
  const words = usePageWords();
  const { money, date } = useFormat();
  if (promises.length === 0) return <p className="soft">{words.debtors.noPromises}</p>;
  return (
    <ul className="lines">
      {promises.map(({ id, dueOn, amount, state }) => (
        <li key={id} className="line">
          <span>
            {words.debtors.promisedFor(date(dueOn))}{" "}
            <Badge tone={PROMISE_TONES[state]}>{words.terms.promiseState[state]}</Badge>
          </span>
          <span className="money">{money(amount)}</span>
        </li>
      ))}
    </ul>
  );
}

type HoldsProps = { holds: readonly HoldView[]; action?: (hold: HoldView) => ReactNode };

export function Holds({ holds, action }: HoldsProps) {
  const words = usePageWords();
  const { day } = useFormat();
  if (holds.length === 0) return <p className="soft small">{words.debtors.noHolds}</p>;
  return (
    <ul className="lines">
      {holds.map((hold) => {
        const { kind, since, until } = hold;
        return (
          <li key={`${kind}/${since}`} className="line">
            <span>
              <Badge tone="warn" icon="blocked">
                {lookup(words.terms.hold, kind)}
              </Badge>
              {(since !== null || until !== null) && (
                <span className="line-sub">
                  {since !== null && words.debtors.since(day(since))}{" "}
                  {until !== null && words.debtors.until(day(until))}
                </span>
              )}
            </span>
            {action?.(hold)}
          </li>
        );
      })}
    </ul>
  );
}

export function Permissions({ contacts }: { contacts: readonly ContactView[] }) {
  const words = usePageWords();
  return (
    <ul className="lines">
      {contacts.map((contact) => (
        <li key={contact.id} className="line line-tall">
          <span>
            <span className="figure">{contact.phone ?? contact.name ?? "–"}</span>
            {contact.role !== null && <span className="soft"> · {contact.role}</span>}
            <PermissionText contact={contact} />
          </span>
          <Badge tone={mayWrite(contact) ? "good" : "bad"} icon={mayWrite(contact) ? "check" : "blocked"}>
            {mayWrite(contact) ? words.shell.yes : words.shell.no}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function PermissionText({ contact: { permission, suppressedBecause } }: { contact: ContactView }) {
  const words = usePageWords();
  const { date } = useFormat();
  if (suppressedBecause !== null)
    return <span className="line-sub">{lookup(words.debtors.suppressed, suppressedBecause)}</span>;
  if (!permission) return <span className="line-sub">{words.debtors.permissionNever}</span>;
  const { granted, otherChannels, grantedOn, source, wording } = permission;
  const others = otherChannels.map((channel) => words.terms.channel[channel]).join(", ");
  const says = granted ? words.debtors.permissionGiven : words.debtors.permissionDenied;
  return (
    <span className="line-sub">
      {says(date(grantedOn), lookup(words.terms.permissionSource, source))}
      {wording !== "" && ` · “${wording}”`}
      {others !== "" && <span className="line-sub">{words.debtors.alsoBy(others)}</span>}
    </span>
  );
}

function mayWrite({ permission, suppressedAt }: ContactView): boolean {
  return suppressedAt === null && permission?.granted === true;
}
