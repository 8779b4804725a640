import type { BotView, SimulatedPerson } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Decision, DecisionText } from "../inbox/decision.tsx";
import { Badge } from "../parts/badge.tsx";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { BotLinks } from "./bot-links.tsx";
import { Faults } from "./faults.tsx";
import { Heard } from "./heard.tsx";
import { digitsOf } from "./phone-path.ts";
import { useBot } from "./use-phone.ts";

/** The other side of the chat: where the conversation stands, how the last words were understood, what the law said. */
export function BotPanel({ person }: { person: SimulatedPerson }) {
  const words = usePageWords();
  const phone = digitsOf(person.phone);
  const bot = useBot(phone);
  if (bot.error) return <Failure error={bot.error} onRetry={() => void bot.refetch()} />;
  if (!bot.data) return <Loading lines={8} />;
  return (
    <div className="bot">
      <BotLinks person={person} />
      <div className="bot-cards">
        {bot.data.conversationId === null && bot.data.moves.length === 0 ? (
          <section className="card">
            <Empty icon="bot" title={words.sim.nothingYet}>
              <p>{words.sim.nothingYetNext}</p>
            </Empty>
          </section>
        ) : (
          <>
            <State bot={bot.data} />
            <Heard heard={bot.data.heard} />
          </>
        )}
        <Law bot={bot.data} />
        <Outbox bot={bot.data} />
        <Faults phone={phone} />
        <Moves moves={bot.data.moves} />
      </div>
    </div>
  );
}

function State({ bot: { state, stateMeans, owner, verified, alarmAt, windowClosesAt, holds } }: { bot: BotView }) {
  const words = usePageWords();
  const { moment, language } = useFormat();
  return (
    <section className="card">
      <h2>{words.sim.state}</h2>
      <p className="bot-state">{state === null ? words.sim.nothingYet : lookup(words.terms.state, state)}</p>
      {language === "en" && stateMeans !== null && <p className="soft">{stateMeans}</p>}
      <p className="row bot-facts">
        {owner && (
          <Badge tone={owner.kind === "bot" ? "bot" : "accent"} icon={owner.kind === "bot" ? "bot" : "person"}>
            {owner.kind === "agent" ? words.sim.owner.agent(owner.agent.name) : words.sim.owner[owner.kind]}
          </Badge>
        )}
        <Badge tone={verified ? "good" : "plain"} icon={verified ? "check" : "info"}>
          {verified ? words.sim.verified : words.sim.notVerified}
        </Badge>
        {holds.map(({ kind }) => (
          <Badge key={kind} tone="warn" icon="blocked">
            {lookup(words.terms.hold, kind)}
          </Badge>
        ))}
      </p>
      <p className="small soft">
        {windowClosesAt === null ? words.sim.windowClosed : words.sim.windowUntil(moment(windowClosesAt))}
        {alarmAt !== null && ` · ${words.sim.looksAgain(moment(alarmAt))}`}
      </p>
    </section>
  );
}

function Law({ bot: { decisions, outbox } }: { bot: BotView }) {
  const words = usePageWords();
  const { moment } = useFormat();
  const [last, ...earlier] = decisions;
  const isQueued = (outboxId: string) => outbox.some(({ id, state }) => id === outboxId && state === "queued");
  return (
    <section className="card">
      <h2>{words.sim.law}</h2>
      {last ? (
        <>
          <p className="small soft">
            {lookup(words.terms.messageKind, last.kind)} · {moment(last.at)}
          </p>
          <DecisionText decision={last} isQueued={isQueued(last.outboxId)} />
        </>
      ) : (
        <p className="soft">{words.sim.noDecision}</p>
      )}
      {earlier.length > 0 && (
        <details className="bot-more">
          <summary>{words.sim.earlier}</summary>
          {earlier.map((decision) => (
            <div key={`${decision.outboxId}/${decision.at}`} className="bot-earlier">
              <span className="small soft figure">
                {moment(decision.at)} · {lookup(words.terms.messageKind, decision.kind)}
              </span>
              <Decision decision={decision} isQueued={isQueued(decision.outboxId)} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

function Outbox({ bot: { outbox } }: { bot: BotView }) {
  const words = usePageWords();
  const { moment } = useFormat();
  return (
    <section className="card">
      <h2>{words.sim.outbox}</h2>
      {outbox.length === 0 && <p className="soft">{words.sim.outboxEmpty}</p>}
      <ul className="lines">
        {outbox.map(({ id, kind, state, sendAt, waitsBecause, decision, text }) => (
          <li key={id} className="line line-tall">
            <span>
              {text ?? lookup(words.terms.messageKind, kind)}
              {state === "queued" && <span className="line-sub">{words.inbox.leavesAt(moment(sendAt))}</span>}
              {waitsBecause !== null && <span className="line-sub">{words.inbox.waitsBecause[waitsBecause]}</span>}
              {decision && <Decision decision={decision} isQueued={state === "queued"} />}
            </span>
            <Badge tone={state === "blocked" || state === "rejected" ? "bad" : "warn"}>
              {words.terms.outbox[state]}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moves({ moves }: { moves: BotView["moves"] }) {
  const words = usePageWords();
  const { time } = useFormat();
  if (moves.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.sim.moves}</h2>
      <ol className="lines">
        {moves.map(({ at, event, from, to }) => (
          <li key={`${at}/${event}/${to}`} className="line">
            <span>
              {lookup(words.terms.event, event)}
              {from !== to && <span className="line-sub">→ {lookup(words.terms.state, to)}</span>}
            </span>
            <time className="small soft figure" dateTime={at}>
              {time(at)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
