import { useState } from "react";
import type { ContactChannel, DebtorFile, RecordPermission } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Choose } from "./choose.tsx";
import { LineField } from "./line-field.tsx";
import { RecordForm } from "./record-form.tsx";
import { numbersOf } from "./stop-dialog.tsx";
import { Tick } from "./tick.tsx";

const NOTHING = { contactId: "", wording: "", on: "", channel: "", messageId: "" };
const CHANNELS = ["whatsapp", "voice", "sms", "email", "visit"] as const satisfies readonly ContactChannel[];

/** Where somebody agreed to be written to: elsewhere, in words that are typed here; or in a message of their own. */
export function PermissionDialog({ file, onClose }: { file: DebtorFile; onClose: () => void }) {
  const { contact, terms } = usePageWords();
  const { moment } = useFormat();
  const theirs = file.timeline.flatMap((item) =>
    item.type === "message" && item.direction === "in"
      ? [{ value: item.id, says: `${moment(item.at)}: ${item.body}` }]
      : [],
  );
  const [isOwn, setIsOwn] = useState(false);
  const [typed, setTyped] = useState({ ...NOTHING, contactId: file.contacts[0]?.id ?? "" });
  const [by, setBy] = useState<readonly ContactChannel[]>(["whatsapp"]);
  const [otherNumbers, setOtherNumbers] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const record = useDecision<RecordPermission>(onClose);
  const change = (changed: Partial<typeof NOTHING>) => setTyped({ ...typed, ...changed });
  const submit = () => {
    setIsTried(true);
    const body = isOwn ? ownWordsOf(typed) : givenOf(typed, by, otherNumbers);
    if (body) record.mutate({ path: `/api/debtors/${file.id}/permissions`, body, said: contact.permitted });
  };
  const missing = (text: string, least = 2) => (isTried && text.trim().length < least ? contact.needAll : undefined);
  return (
    <RecordForm
      title={contact.permitTitle}
      note={isOwn ? contact.ownWordsNote : contact.permitNote}
      does={contact.permitDo}
      isBusy={record.isPending}
      error={record.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <fieldset>
        <legend className="only-readers">{contact.permitTitle}</legend>
        <label className="choice">
          <input type="radio" name="said" checked={!isOwn} onChange={() => setIsOwn(false)} />
          {contact.byAgent}
        </label>
        <label className="choice">
          <input type="radio" name="said" checked={isOwn} onChange={() => setIsOwn(true)} />
          {contact.ownWords}
        </label>
      </fieldset>
      {isOwn ? (
        <Choose
          label={contact.message}
          value={typed.messageId}
          options={theirs}
          problem={missing(typed.messageId)}
          onChoose={(messageId) => change({ messageId })}
        />
      ) : (
        <>
          <Choose
            label={contact.whichNumber}
            value={typed.contactId}
            options={numbersOf(file.contacts)}
            problem={missing(typed.contactId)}
            onChoose={(contactId) => change({ contactId })}
          />
          <LineField
            label={contact.wording}
            value={typed.wording}
            problem={missing(typed.wording, 3)}
            onChange={(wording) => change({ wording })}
          />
          <LineField
            label={contact.on}
            type="date"
            value={typed.on}
            problem={missing(typed.on)}
            onChange={(on) => change({ on })}
          />
          <fieldset>
            <legend>{contact.permittedBy}</legend>
            <div className="row">
              {CHANNELS.map((channel) => (
                <Tick
                  key={channel}
                  label={terms.channel[channel]}
                  isOn={by.includes(channel)}
                  onChange={(isOn) => setBy(isOn ? [...by, channel] : by.filter((one) => one !== channel))}
                />
              ))}
            </div>
            {isTried && by.length === 0 && <p className="field-problem">{contact.needAll}</p>}
          </fieldset>
          <Tick label={contact.otherNumbers} isOn={otherNumbers} onChange={setOtherNumbers} />
          <LineField
            label={contact.channel}
            value={typed.channel}
            problem={missing(typed.channel)}
            onChange={(channel) => change({ channel })}
          />
        </>
      )}
    </RecordForm>
  );
}

function ownWordsOf({ messageId }: typeof NOTHING): RecordPermission | undefined {
  return messageId === "" ? undefined : { messageId };
}

function givenOf(
  { contactId, wording, on, channel }: typeof NOTHING,
  by: readonly ContactChannel[],
  otherNumbers: boolean,
): RecordPermission | undefined {
  const isWhole =
    by.length > 0 && contactId !== "" && on !== "" && wording.trim().length >= 3 && channel.trim().length >= 2;
  return isWhole ? { contactId, wording: wording.trim(), on, channel: channel.trim(), by, otherNumbers } : undefined;
}
