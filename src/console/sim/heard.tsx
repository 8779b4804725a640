import type { BotView, HeardView } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { lookup } from "../i18n/lookup.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Fold } from "../parts/fold.tsx";
import { HeardMessage, HeardWords } from "./heard-message.tsx";
import "./heard.css";

/** What the bot read in the last message and what came of it; the same for those before, one line each until it is opened. */
export function Heard({ heard }: { heard: BotView["heard"] }) {
  const { readings } = usePageWords();
  const [last, ...earlier] = heard;
  return (
    <section className="card heard">
      <h2>{readings.last}</h2>
      {last ? (
        <>
          <HeardWords parts={last.parts} />
          <HeardMessage heard={last} />
        </>
      ) : (
        <p className="soft">{readings.nothing}</p>
      )}
      {earlier.length > 0 && (
        <>
          <h3>{readings.before}</h3>
          {earlier.map((one) => (
            <Fold key={one.messageId} title={<Gist heard={one} />} sub={<InShort heard={one} />}>
              {() => (
                <>
                  <HeardWords parts={one.parts} />
                  <HeardMessage heard={one} />
                </>
              )}
            </Fold>
          ))}
        </>
      )}
    </section>
  );
}

function Gist({ heard: { parts } }: { heard: HeardView }) {
  const { readings } = usePageWords();
  const text = parts.map((part) => part.text).join("");
  return text === "" ? <span className="soft">{readings.noWords}</span> : <span className="heard-gist">{text}</span>;
}

function InShort({ heard: { at, reading } }: { heard: HeardView }) {
  const { readings } = usePageWords();
  const { time } = useFormat();
  const first = reading?.intents[0];
  return (
    <>
      <time dateTime={at}>{time(at)}</time>
      {first && ` · ${lookup(readings.intent, first.intent)}`}
    </>
  );
}
