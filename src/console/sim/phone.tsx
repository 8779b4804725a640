import { useRef, useState } from "react";
import { Link } from "wouter";
import type { SimulatedPerson } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Log } from "../inbox/log.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { Loading } from "../parts/loading.tsx";
import { ChatMessages } from "./chat-messages.tsx";
import { HeldBack } from "./held-back.tsx";
import { digitsOf } from "./phone-path.ts";
import { PhoneWriter } from "./phone-writer.tsx";
import { StartChat } from "./start-chat.tsx";
import { useBot, usePhone } from "./use-phone.ts";
import "./phone.css";

/** A telephone as its owner sees it. */
export function Phone({ person }: { person: SimulatedPerson }) {
  const words = usePageWords();
  const { date } = useFormat();
  const phone = digitsOf(person.phone);
  const { view, send, pending, error } = usePhone(phone);
  const bot = useBot(phone);
  const [text, setText] = useState("");
  const writer = useRef<HTMLTextAreaElement>(null);
  const messages = view.data?.messages ?? [];
  const { documentLastFour, birthDate } = person;
  return (
    <section className="phone" aria-label={words.sim.phone}>
      <header className="phone-head">
        <Link href="/sim" className="icon-button phone-back" aria-label={words.sim.backToChats}>
          <Icon name="back" />
        </Link>
        <span className="phone-avatar" aria-hidden="true">
          {(view.data?.businessName ?? "·").slice(0, 1)}
        </span>
        <span className="phone-business">
          <strong>{view.data?.businessName}</strong>
          <span className="small">{person.name ?? person.phone}</span>
        </span>
      </header>
      {(documentLastFour !== null || birthDate !== null) && (
        <p className="phone-knows small">
          {documentLastFour !== null && words.sim.knows(documentLastFour)}
          {documentLastFour !== null && birthDate !== null && " · "}
          {birthDate !== null && words.sim.born(date(birthDate))}
        </p>
      )}
      <Log
        label={words.sim.phone}
        size={messages.length + pending.length + (bot.data?.outbox.length ?? 0)}
        first={messages[0]?.id ?? ""}
      >
        {view.error && <Failure error={view.error} onRetry={() => void view.refetch()} />}
        {view.isPending && <Loading />}
        {view.data && (
          <ChatMessages
            messages={messages}
            pending={pending}
            onChoose={(id, title) => send({ kind: "choiceReply", id, title })}
          />
        )}
        {bot.data && <HeldBack bot={bot.data} />}
        {view.data && <StartChat person={person} bot={bot.data} isEmpty={messages.length === 0} />}
        {error && <Failure error={error} />}
      </Log>
      <PhoneWriter
        field={writer}
        text={text}
        onText={setText}
        language={view.data?.language ?? "es"}
        lastFour={bot.data?.state === "verifying" ? documentLastFour : null}
        onSend={send}
      />
    </section>
  );
}
