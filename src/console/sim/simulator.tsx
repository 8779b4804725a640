import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useParams } from "wouter";
import type { Phones, SimulatedPerson } from "../../web/contract.ts";
import { get } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Empty } from "../parts/empty.tsx";
import { Failure } from "../parts/failure.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { Loading } from "../parts/loading.tsx";
import { BotPanel } from "./bot-panel.tsx";
import { ChatList } from "./chat-list.tsx";
import { ClockControls } from "./clock-controls.tsx";
import { Phone } from "./phone.tsx";
import { digitsOf } from "./phone-path.ts";
import "../inbox/thread.css";
import "./simulator.css";

const Thread = lazy(() => import("../inbox/thread.tsx").then((module) => ({ default: module.Thread })));

/** Be the debtor on the left; on the right, what the bot sees, or the same chat as the agent has it. */
export function Simulator() {
  const words = usePageWords();
  const { phone } = useParams<{ phone?: string }>();
  const phones = useQuery({ queryKey: keys.phones, queryFn: () => get<Phones>("/api/simulator/phones") });
  const person = phones.data?.phones.find((one) => digitsOf(one.phone) === phone);
  return (
    <div className="page sim-page">
      <header className="page-head">
        <div className="sim-title">
          <h1>{words.sim.title}</h1>
          <p className="soft small">{words.sim.simulated}</p>
        </div>
        <ClockControls />
      </header>
      {phones.error ? (
        <div className="page-body">
          <Failure error={phones.error} onRetry={() => void phones.refetch()} />
        </div>
      ) : phones.isPending ? (
        <Loading />
      ) : phones.data.phones.length === 0 ? (
        <Empty icon="sim" title={words.sim.noPhones}>
          <p>{words.sim.noPhonesNext}</p>
          <LinkButton href="/lists/new">{words.lists.upload}</LinkButton>
        </Empty>
      ) : (
        <div className="sim" data-shown={person ? "chat" : "chats"}>
          <ChatList phones={phones.data.phones} current={phone} />
          {person ? (
            <>
              <Phone key={person.phone} person={person} />
              <OtherSide key={`side/${person.phone}`} person={person} />
            </>
          ) : (
            <div className="sim-nothing">
              <Empty icon="sim" title={words.sim.chooseWho}>
                <p>{words.sim.lead}</p>
              </Empty>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function OtherSide({ person }: { person: SimulatedPerson }) {
  const words = usePageWords();
  const may = useMay();
  const [side, setSide] = useState<"bot" | "agent">("bot");
  const { conversationId } = person;
  return (
    <section className="sim-side" aria-label={words.sim.botSees}>
      <fieldset className="sim-tabs" aria-label={words.sim.botSees}>
        <button type="button" className="chip" aria-pressed={side === "bot"} onClick={() => setSide("bot")}>
          {words.sim.botSees}
        </button>
        {may("conversations.read") && (
          <button type="button" className="chip" aria-pressed={side === "agent"} onClick={() => setSide("agent")}>
            {words.sim.beside}
          </button>
        )}
      </fieldset>
      {side === "bot" ? (
        <BotPanel person={person} />
      ) : conversationId === null ? (
        <Empty icon="inbox" title={words.sim.besideEmpty}>
          <p>{words.sim.nothingYetNext}</p>
        </Empty>
      ) : (
        <div className="sim-agent">
          <Suspense fallback={<Loading />}>
            <Thread key={conversationId} id={conversationId} view="all" />
          </Suspense>
        </div>
      )}
    </section>
  );
}
