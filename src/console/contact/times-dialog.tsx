import { useState } from "react";
import type { DebtorFile, RecordTimes, TimesRecorded, WeeklyTimeSaid } from "../../web/contract.ts";
import { useDecision } from "../decisions/use-decision.ts";
import { isReason, WhyField } from "../decisions/why-field.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { LineField } from "./line-field.tsx";
import { RecordForm } from "./record-form.tsx";
import { Tick } from "./tick.tsx";

const NO_TIME: WeeklyTimeSaid = { days: [], start: "", end: "" };

/** Where the person is, and the hours they asked for or asked to be spared. */
export function TimesDialog({ file, onClose }: { file: DebtorFile; onClose: () => void }) {
  const { contact } = usePageWords();
  const { requestedHours, inconvenient } = file.wishes;
  const [zone, setZone] = useState(file.zone ?? "");
  const [asked, setAsked] = useState<WeeklyTimeSaid>(requestedHours ?? NO_TIME);
  const [how, setHow] = useState({
    separateInstrument: requestedHours?.separateInstrument ?? false,
    afterContract: requestedHours?.afterContract ?? false,
  });
  const [bad, setBad] = useState<readonly WeeklyTimeSaid[]>(inconvenient ?? [NO_TIME]);
  const [why, setWhy] = useState("");
  const [isTried, setIsTried] = useState(false);
  const record = useDecision<RecordTimes, TimesRecorded>(onClose);
  const submit = () => {
    setIsTried(true);
    if (!isReason(why) || isHalf(asked) || bad.some(isHalf)) return;
    const { days, start, end } = asked;
    const left = bad.filter((time) => !isNone(time));
    const body: RecordTimes = {
      zone: zone.trim() === "" ? null : zone.trim(),
      requestedHours: isNone(asked) ? null : { days, start, end, ...how },
      inconvenient: left.length === 0 ? null : left,
      reason: why.trim(),
    };
    const said = ({ countsHours }: TimesRecorded) => (countsHours ? contact.timesSaved : contact.hoursDoNotCount);
    record.mutate({ path: `/api/debtors/${file.id}/times`, body, said });
  };
  return (
    <RecordForm
      title={contact.timesTitle}
      note={contact.timesNote}
      does={contact.timesDo}
      isBusy={record.isPending}
      error={record.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <LineField label={contact.zone} hint={contact.zoneHint} value={zone} onChange={setZone} />
      <WeeklyTimeFields title={contact.requested} time={asked} isTried={isTried} onChange={setAsked} />
      {!isNone(asked) && (
        <>
          {(["separateInstrument", "afterContract"] as const).map((question) => (
            <Tick
              key={question}
              label={contact[question]}
              isOn={how[question]}
              onChange={(isOn) => setHow({ ...how, [question]: isOn })}
            />
          ))}
          <p className="soft small">{contact.bothInColombia}</p>
        </>
      )}
      {bad.map((time, place) => (
        <WeeklyTimeFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a time has no name but its place, and none is moved or taken out here.
          key={place}
          title={place === 0 ? contact.inconvenient : `${contact.inconvenient} (${place + 1})`}
          time={time}
          isTried={isTried}
          onChange={(changed) => setBad(bad.with(place, changed))}
        />
      ))}
      {bad.every((time) => !isNone(time)) && (
        <Button onClick={() => setBad([...bad, NO_TIME])}>{contact.moreHours}</Button>
      )}
      <WhyField value={why} isTried={isTried} onChange={setWhy} />
    </RecordForm>
  );
}

type FieldsProps = {
  title: string;
  time: WeeklyTimeSaid;
  isTried: boolean;
  onChange: (time: WeeklyTimeSaid) => void;
};

function WeeklyTimeFields({ title, time, isTried, onChange }: FieldsProps) {
  const { contact } = usePageWords();
  const { days, start, end } = time;
  const problem = isTried && isHalf(time) ? contact.needAll : undefined;
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="row">
        {contact.dayNames.map((name, index) => (
          <Tick
            key={name}
            label={name}
            isOn={days.includes(index + 1)}
            onChange={(isOn) =>
              onChange({
                ...time,
                days: isOn ? [...days, index + 1].toSorted((a, b) => a - b) : days.filter((day) => day !== index + 1),
              })
            }
          />
        ))}
      </div>
      <LineField
        label={`${title}: ${contact.from}`}
        type="time"
        value={start}
        problem={problem}
        onChange={(from) => onChange({ ...time, start: from })}
      />
      <LineField
        label={`${title}: ${contact.to}`}
        type="time"
        value={end}
        problem={problem}
        onChange={(to) => onChange({ ...time, end: to })}
      />
    </fieldset>
  );
}

function isNone({ days, start, end }: WeeklyTimeSaid): boolean {
  return days.length === 0 && start === "" && end === "";
}

function isHalf(time: WeeklyTimeSaid): boolean {
  return !isNone(time) && (time.days.length === 0 || time.start === "" || time.end === "");
}
