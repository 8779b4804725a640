import { useLocation } from "wouter";
import { useWords } from "../i18n/language-context.tsx";
import { Empty } from "../parts/empty.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { FilePanel } from "./file-panel.tsx";
import { placeIn } from "./route.ts";
import { Thread } from "./thread.tsx";
import "./inbox.css";

/** List, conversation, file: side by side where there is room, one after the other on a telephone. */
export function Inbox() {
  const words = useWords();
  const [path] = useLocation();
  const place = placeIn(path);
  const shown = place.id === undefined ? "list" : place.showsFile ? "file" : "thread";
  return (
    <>
      <h1 className="only-readers">{words.inbox.title}</h1>
      <div className="inbox" data-shown={shown}>
        <ConversationList place={place} />
        {place.id === undefined ? (
          <div className="inbox-nothing">
            <Empty icon="inbox" title={words.inbox.pick}>
              <p>{words.inbox.pickNext}</p>
            </Empty>
          </div>
        ) : (
          <>
            <Thread key={place.id} id={place.id} view={place.view} />
            <FilePanel conversationId={place.id} view={place.view} />
          </>
        )}
      </div>
    </>
  );
}
