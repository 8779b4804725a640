import { useState } from "react";
import type { ContactView, DebtorFile, RecordStop, StopRecorded, StopSaid } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { isReason, WhyField } from "../decisions/why-field.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Choose } from "./choose.tsx";
import { LineField } from "./line-field.tsx";
import { RecordForm } from "./record-form.tsx";
import { Tick } from "./tick.tsx";

const KINDS = ["opted_out", "wrong_person", "deceased", "attorney", "moratorium"] as const;
type Kind = (typeof KINDS)[number];

const NOTHING = {
  contactId: "",
  name: "",
  contactKnown: true,
  unresponsive: false,
  consentsToDirect: false,
  type: "",
  lastProtectedDay: "",
};

/** Why nobody is to be written to any more. */
export function StopDialog({ file, onClose }: { file: DebtorFile; onClose: () => void }) {
  const { contact } = usePageWords();
  const [kind, setKind] = useState<Kind>("opted_out");
  const [typed, setTyped] = useState(NOTHING);
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const record = useDecision<RecordStop, StopRecorded>(onClose);
  const change = (changed: Partial<typeof NOTHING>) => setTyped({ ...typed, ...changed });
  const submit = () => {
    setIsTried(true);
    const stop = stopOf(kind, typed);
    if (!stop || !isReason(why)) return;
    const body = { stop, reason: why.trim() };
    const said = ({ stopped }: StopRecorded) => (stopped ? contact.stopped : contact.notInTheWay);
    record.mutate({ path: `/api/debtors/${file.id}/stops`, body, said });
  };
  const missing = (text: string) => (isTried && text.trim().length < 2 ? contact.needAll : undefined);
  return (
    <RecordForm
      title={contact.stopTitle}
      note={contact.stopNote}
      does={contact.stopDo}
      isBusy={record.isPending}
      error={record.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choose
        label={contact.kind}
        value={kind}
        options={KINDS.map((value) => ({ value, says: contact.kinds[value] }))}
        onChoose={setKind}
      />
      {kind === "wrong_person" && (
        <Choose
          label={contact.whichNumber}
          value={typed.contactId}
          options={numbersOf(file.contacts)}
          problem={missing(typed.contactId)}
          onChoose={(contactId) => change({ contactId })}
        />
      )}
      {kind === "attorney" && (
        <>
          <LineField
            label={contact.attorneyName}
            value={typed.name}
            problem={missing(typed.name)}
            onChange={(name) => change({ name })}
          />
          {(["contactKnown", "unresponsive", "consentsToDirect"] as const).map((question) => (
            <Tick
              key={question}
              label={contact[question]}
              isOn={typed[question]}
              onChange={(isOn) => change({ [question]: isOn })}
            />
          ))}
        </>
      )}
      {kind === "moratorium" && (
        <>
          <LineField
            label={contact.moratoriumType}
            value={typed.type}
            problem={missing(typed.type)}
            onChange={(type) => change({ type })}
          />
          <LineField
            label={contact.lastProtectedDay}
            type="date"
            value={typed.lastProtectedDay}
            problem={missing(typed.lastProtectedDay)}
            onChange={(lastProtectedDay) => change({ lastProtectedDay })}
          />
        </>
      )}
      <WhyField value={why} isTried={isTried} onChange={setWhy} />
    </RecordForm>
  );
}

/** The numbers a person can be asked about. */
export function numbersOf(contacts: readonly ContactView[]): { value: string; says: string }[] {
  return contacts.map(({ id, phone, name }) => ({ value: id, says: phone ?? name ?? "–" }));
}

function stopOf(kind: Kind, typed: typeof NOTHING): StopSaid | undefined {
  const { contactId, name, contactKnown, unresponsive, consentsToDirect, type, lastProtectedDay } = typed;
  switch (kind) {
    case "opted_out":
    case "deceased":
      return { kind };
    case "wrong_person":
      return contactId === "" ? undefined : { kind, contactId };
    case "attorney":
      return name.trim().length < 2
        ? undefined
        : { kind, name: name.trim(), contactKnown, unresponsive, consentsToDirect };
    case "moratorium":
      return type.trim().length < 2 || lastProtectedDay === ""
        ? undefined
        : { kind, type: type.trim(), lastProtectedDay };
  }
}
