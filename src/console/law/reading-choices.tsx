import { useId, useState } from "react";
import type { CountryLaw, ReadingOptionView, ReadingView } from "../../web/contract.ts";
import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import { Button } from "../parts/button.tsx";
import { ChooseDialog } from "./choose-dialog.tsx";
import { Norm } from "./rule.tsx";

/** Where sources conflict: what each reading means, which is in force and by whose choice, and a way to choose another. */
export function ReadingChoices({ law: { country, readings } }: { law: CountryLaw }) {
  const { law: words } = usePageWords();
  const may = useMay();
  const mayChoose = may("law.choose");
  return (
    <section className="card">
      <h2>{words.readings}</h2>
      {readings.length === 0 ? (
        <p>{words.noReadings}</p>
      ) : (
        <p className="soft">
          {words.readingsNote} {!mayChoose && words.onlyAdmins}
        </p>
      )}
      {readings.map((reading) => (
        // The one in force is chosen at first; after a choice it is another.
        <Reading key={`${reading.name} ${inForce(reading)}`} {...{ country, reading, mayChoose }} />
      ))}
    </section>
  );
}

function inForce({ options }: ReadingView): string {
  return options.find(({ isInForce }) => isInForce)?.name ?? "";
}

type Props = { country: string; reading: ReadingView; mayChoose: boolean };

function Reading({ country, reading, mayChoose }: Props) {
  const { law: words } = usePageWords();
  const [picked, setPicked] = useState(inForce(reading));
  const [isAsking, setIsAsking] = useState(false);
  const option = reading.options.find(({ name }) => name === picked);
  return (
    <fieldset className="law-reading">
      <legend>{reading.about}</legend>
      {reading.options.map((one) => (
        <Option
          key={one.name}
          {...{ country, reading, option: one }}
          isPicked={one.name === picked}
          onPick={mayChoose ? () => setPicked(one.name) : undefined}
        />
      ))}
      <Chosen reading={reading} />
      {mayChoose && (
        <div>
          <Button
            aria-label={`${words.choose}: ${reading.about}`}
            disabled={option === undefined || option.isInForce}
            onClick={() => setIsAsking(true)}
          >
            {words.choose}
          </Button>
        </div>
      )}
      {isAsking && option && <ChooseDialog {...{ country, reading, option }} onClose={() => setIsAsking(false)} />}
    </fieldset>
  );
}

type OptionProps = {
  country: string;
  reading: ReadingView;
  option: ReadingOptionView;
  isPicked: boolean;
  onPick: (() => void) | undefined;
};

function Option({ country, reading, option, isPicked, onPick }: OptionProps) {
  const { law: words } = usePageWords();
  const told = useId();
  const { name, clause, isInForce, strictness } = option;
  const about = (
    <span>
      {clause.text}
      <span className="law-badges">
        {isInForce && (
          <Badge tone="good" icon="check">
            {words.inForce}
          </Badge>
        )}
        <Badge tone={TONE[strictness]}>{words.strictness[strictness]}</Badge>
      </span>
    </span>
  );
  return (
    <div className="law-option">
      {onPick ? (
        <label className="choice">
          <input
            type="radio"
            name={`${country} ${reading.name}`}
            value={name}
            checked={isPicked}
            aria-describedby={told}
            onChange={onPick}
          />
          {about}
        </label>
      ) : (
        <p className="choice">{about}</p>
      )}
      <div id={told} className="law-norm">
        <Norm clause={clause} />
      </div>
    </div>
  );
}

const TONE: Record<ReadingOptionView["strictness"], Tone> = {
  default: "plain",
  stricter: "plain",
  looser: "warn",
  mixed: "warn",
};

function Chosen({ reading: { chosen } }: { reading: ReadingView }) {
  const { law: words } = usePageWords();
  const { moment } = useFormat();
  if (!chosen) return <p className="small soft">{words.nobodyChose}</p>;
  return (
    <p className="small">
      {words.chosenBy(chosen.by ?? words.somebody, moment(chosen.at))} <q>{chosen.reason}</q>
    </p>
  );
}
