import { useState } from "react";
import type { ContactChannel, ContactInitiator, DebtorFile, EnterOutsideContact } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { businessNow } from "../format/business-clock.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Choose } from "./choose.tsx";
import { freshId } from "./fresh-id.ts";
import { LineField } from "./line-field.tsx";
import { RecordForm } from "./record-form.tsx";
import { numbersOf } from "./stop-dialog.tsx";

const CHANNELS = ["voice", "visit", "sms", "email", "whatsapp"] as const satisfies readonly ContactChannel[];
const INITIATORS = ["collector", "debtor"] as const satisfies readonly ContactInitiator[];
const KINDS = ["two_way", "accepted", "delivered", "read", "rejected"] as const;
/** By these a number of theirs is reached; a visit and an e-mail go elsewhere. */
const BY_NUMBER: readonly ContactChannel[] = ["voice", "sms", "whatsapp"];
const OTHER = "other";
/** As the server has it. */
const OLDEST_DAYS = 90;
const DAY_MS = 86_400_000;

/** A call, a visit, a message from elsewhere: how, when, who began it, and what came of it. */
export function EnterContactDialog({ file, onClose }: { file: DebtorFile; onClose: () => void }) {
  const { contact, outside } = usePageWords();
  const { civilDay, time, zone } = useFormat();
  const [id] = useState(freshId);
  const [typed, setTyped] = useState(() => ({
    channel: "voice" as ContactChannel,
    on: civilDay(businessNow()),
    at: "",
    initiatedBy: "collector" as ContactInitiator,
    kind: "" as (typeof KINDS)[number] | "",
    contactId: file.contacts[0]?.id ?? OTHER,
    address: "",
    note: "",
  }));
  const [isTried, setIsTried] = useState(false);
  const enter = useDecision<EnterOutsideContact>(onClose);
  const change = (changed: Partial<typeof typed>) => setTyped({ ...typed, ...changed });
  const { channel, on, at, initiatedBy, kind } = typed;
  const isOurs = initiatedBy === "collector";
  const isByNumber = BY_NUMBER.includes(channel);
  const isOther = !isByNumber || typed.contactId === OTHER;

  const now = businessNow();
  // Both as the business's wall shows them, so that they compare as texts.
  const isToCome = `${on}T${at}` > `${civilDay(now)}T${time(now)}`;
  const isTooOld = on < civilDay(now - OLDEST_DAYS * DAY_MS);
  const whenProblem = isToCome ? outside.notToCome : isTooOld ? outside.tooOld(OLDEST_DAYS) : undefined;
  const isWhole = on !== "" && at !== "" && (!isOurs || kind !== "");

  const submit = () => {
    setIsTried(true);
    if (!isWhole || whenProblem !== undefined) return;
    const [address, note] = [isOther ? typed.address.trim() : "", typed.note.trim()];
    const body: EnterOutsideContact = {
      id,
      channel,
      at: `${on}T${at}`,
      initiatedBy,
      kind: isOurs && kind !== "" ? kind : "inbound",
      ...(!isOther && { contactId: typed.contactId }),
      ...(address !== "" && { address }),
      ...(note !== "" && { note }),
    };
    enter.mutate({ path: `/api/debtors/${file.id}/outside-contacts`, body, said: outside.entered });
  };
  const missing = (text: string) => (isTried && text === "" ? contact.needAll : undefined);
  const says = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
    values.map((value) => ({ value, says: words[value] }));
  return (
    <RecordForm
      title={outside.title}
      note={outside.note}
      does={outside.enterDo}
      isBusy={enter.isPending}
      error={enter.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choose
        label={outside.channel}
        value={channel}
        options={says(CHANNELS, outside.channels)}
        onChoose={(chosen) => change({ channel: chosen })}
      />
      <LineField
        label={outside.on}
        type="date"
        value={on}
        problem={missing(on) ?? (isTried ? whenProblem : undefined)}
        onChange={(day) => change({ on: day })}
      />
      <LineField
        label={outside.at}
        type="time"
        hint={outside.inTime(zone)}
        value={at}
        problem={missing(at)}
        onChange={(moment) => change({ at: moment })}
      />
      <Choose
        label={outside.initiatedBy}
        value={initiatedBy}
        options={says(INITIATORS, outside.initiators)}
        onChoose={(chosen) => change({ initiatedBy: chosen })}
      />
      {isOurs && (
        <Choose
          label={outside.kind}
          hint={outside.kindHint}
          value={kind}
          options={says(KINDS, outside.kinds)}
          problem={missing(kind)}
          onChoose={(chosen) => change({ kind: chosen })}
        />
      )}
      {isByNumber && (
        <Choose
          label={outside.number}
          value={typed.contactId}
          options={[...numbersOf(file.contacts), { value: OTHER, says: outside.otherNumber }]}
          onChoose={(contactId) => change({ contactId })}
        />
      )}
      {isOther && (
        <LineField label={outside.address} value={typed.address} onChange={(address) => change({ address })} />
      )}
      <LineField
        label={outside.words}
        hint={outside.wordsHint}
        value={typed.note}
        onChange={(note) => change({ note })}
      />
    </RecordForm>
  );
}
