import { Link } from "wouter";
import type { SimulatedPerson } from "../../web/contract.ts";
import { useBusinessNow } from "../format/business-clock.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { digitsOf } from "./phone-path.ts";

/** The invented people one can be, with what each knows of themselves. */
export function ChatList({ phones, current }: { phones: readonly SimulatedPerson[]; current: string | undefined }) {
  const words = usePageWords();
  return (
    <nav className="sim-chats" aria-label={words.sim.chats}>
      <h2 className="sim-chats-title">{words.sim.chats}</h2>
      <ul className="sim-chats-list">
        {phones.map((person) => (
          <li key={person.phone}>
            <Chat person={person} isOpen={digitsOf(person.phone) === current} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Chat({ person, isOpen }: { person: SimulatedPerson; isOpen: boolean }) {
  const words = usePageWords();
  const { money, time, dayShort, civilDay } = useFormat();
  const nowMs = useBusinessNow();
  const { phone, name, owed, lastAt } = person;
  return (
    <Link href={`/sim/${digitsOf(phone)}`} className="sim-chat" aria-current={isOpen ? "true" : undefined}>
      <span className="sim-chat-name">{name ?? phone}</span>
      <span className="line-sub">
        {owed.length === 0 ? words.sim.owesNothing : words.sim.owes(owed.map(money).join(", "))}
      </span>
      {lastAt !== null && (
        <span className="small soft figure">
          {civilDay(lastAt) === civilDay(nowMs) ? time(lastAt) : dayShort(lastAt)}
        </span>
      )}
    </Link>
  );
}
