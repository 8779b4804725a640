import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type {
  AddCloudNumber,
  CheckCloudNumber,
  CloudNumberAdded,
  CloudNumberChecked,
  CloudNumbers,
} from "../../web/contract.ts";
import { get, post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { freshId } from "../contact/fresh-id.ts";
import { LineField } from "../contact/line-field.tsx";
import { Tick } from "../contact/tick.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { Icon } from "../parts/icon.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { CheckList } from "./check-list.tsx";
import { checkedIn } from "./checked-in.ts";
import { CopyLine } from "./copy-line.tsx";
import { PageHead } from "./page-head.tsx";
import { SecretField } from "./secret-field.tsx";

type Entered = Omit<AddCloudNumber, "subscribe">;
const NEEDED = ["name", "phoneNumberId", "wabaId", "expectedPhone", "accessToken", "appSecret", "verifyToken"] as const;

/** A number of Meta's Cloud API: entered, checked at Meta, and added once what matters is in order. */
export function NewCloudNumber() {
  const { linking, numberPage } = usePageWords();
  const words = linking.cloud;
  const queries = useQueryClient();
  const [entered, setEntered] = useState<Entered>(nothingYet);
  const [subscribes, setSubscribes] = useState(true);
  const [isTried, setIsTried] = useState(false);
  /** What was checked, as it stood then: whatever is changed after it has to be checked again. */
  const [found, setFound] = useState<{ readonly of: string; readonly checked: CloudNumberChecked }>();
  const [addedId, setAddedId] = useState<string>();
  // The server's word and not this page's address: Meta comes by the one that is known outside.
  const door = useQuery({ queryKey: keys.cloudNumbers, queryFn: () => get<CloudNumbers>("/api/cloud-numbers") });
  const standing = JSON.stringify([withoutName(entered), subscribes]);

  const check = useMutation({
    mutationFn: (body: CheckCloudNumber) => post<CloudNumberChecked>("/api/cloud-numbers/check", body),
    onSuccess: (checked) => setFound({ of: standing, checked }),
  });
  const add = useMutation({
    mutationFn: (body: AddCloudNumber) => post<CloudNumberAdded>("/api/cloud-numbers", body),
    onSuccess: async ({ id, checked }) => {
      setFound({ of: standing, checked });
      setAddedId(id);
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
    onError: (error) => {
      const checked = checkedIn(error);
      if (checked) setFound({ of: standing, checked });
    },
  });
  const isMissing = (field: keyof Entered) => entered[field].trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!NEEDED.some(isMissing)) check.mutate({ ...withoutName(entered), subscribe: subscribes });
  };
  const webhook = door.data && door.data.webhookBase + entered.phoneNumberId.trim();
  const isFresh = found?.of === standing;
  const field = (name: keyof Entered) => ({
    value: entered[name],
    onChange: (value: string) => setEntered((before) => ({ ...before, [name]: value })),
    problem: isTried && isMissing(name) ? words.missing : undefined,
  });

  if (addedId !== undefined)
    return (
      <AtMeta id={addedId} webhook={webhook} verifyToken={entered.verifyToken}>
        {door.error && <Failure error={door.error} onRetry={() => void door.refetch()} />}
      </AtMeta>
    );
  return (
    <div className="page">
      <PageHead title={words.title} back={{ href: "/numbers/new", says: linking.title }} />
      <div className="page-body">
        <form className="stack page-narrow numbers" onSubmit={submit} noValidate>
          <p className="soft">{words.where}</p>
          <section className="card stack">
            <LineField label={words.label} hint={words.labelHint} {...field("name")} />
            <LineField label={words.expectedPhone} hint={words.expectedHint} {...field("expectedPhone")} />
            <LineField label={words.phoneNumberId} hint={words.phoneNumberIdHint} {...field("phoneNumberId")} />
            <LineField label={words.wabaId} {...field("wabaId")} />
            <SecretField label={words.accessToken} hint={words.accessTokenHint} {...field("accessToken")} />
            <SecretField label={words.appSecret} hint={words.appSecretHint} {...field("appSecret")} />
            <LineField label={words.verifyToken} hint={words.verifyTokenHint} {...field("verifyToken")} />
            {!isMissing("phoneNumberId") && webhook !== undefined && (
              <CopyLine label={words.webhook} value={webhook} hint={words.webhookHint} />
            )}
            <Tick label={words.subscribe} isOn={subscribes} onChange={setSubscribes} />
          </section>
          {door.error && <Failure error={door.error} onRetry={() => void door.refetch()} />}
          {check.error && <Failure error={check.error} />}
          {add.error && checkedIn(add.error) === undefined && <Failure error={add.error} />}
          <div className="row">
            <Button
              type="submit"
              look={isFresh && found.checked.mayBeAdded ? "plain" : "main"}
              isBusy={check.isPending}
            >
              {found ? words.checkAgain : words.check}
            </Button>
          </div>
          <div role="status" className="stack">
            {check.isPending && <p className="soft">{words.checking}</p>}
            {found && !check.isPending && (
              <section className="card stack">
                <h2>{words.results}</h2>
                <CheckList checked={found.checked} />
                <Verdict isFresh={isFresh} mayBeAdded={found.checked.mayBeAdded} />
              </section>
            )}
          </div>
          {found && (
            <div className="row">
              <Button
                look="main"
                icon="plus"
                disabled={!isFresh || !found.checked.mayBeAdded}
                isBusy={add.isPending}
                onClick={() => add.mutate({ ...entered, subscribe: subscribes })}
              >
                {words.add}
              </Button>
              <LinkButton href="/numbers">{numberPage.back}</LinkButton>
            </div>
          )}
        </form>
      </div>
    </div>
  );
}

function Verdict({ isFresh, mayBeAdded }: { isFresh: boolean; mayBeAdded: boolean }) {
  const { linking } = usePageWords();
  const words = linking.cloud;
  const isGood = isFresh && mayBeAdded;
  return (
    <p className={isGood ? "number-note number-note-good" : "number-note number-note-warn"}>
      <Icon name={isGood ? "check" : "warning"} />
      {isFresh ? (mayBeAdded ? words.mayBeAdded : words.mayNotBeAdded) : words.changed}
    </p>
  );
}

type AtMetaProps = {
  id: string;
  /** Undefined until the server has said where it is to be reached. */
  webhook: string | undefined;
  verifyToken: string;
  children: ReactNode;
};

/** It is added: what is left to be done is done at Meta, and the verify token is not told again. */
function AtMeta({ id, webhook, verifyToken, children }: AtMetaProps) {
  const { linking, numberPage } = usePageWords();
  const words = linking.cloud;
  return (
    <div className="page">
      <PageHead title={words.added} back={{ href: "/numbers", says: numberPage.back }} />
      <div className="page-body">
        <section className="card stack page-narrow">
          <h2>{words.atMeta}</h2>
          {webhook !== undefined && <CopyLine label={words.webhook} value={webhook} hint={words.webhookLast} />}
          {children}
          <CopyLine label={words.verifyToken} value={verifyToken} hint={words.verifyTokenLast} />
          <div className="row">
            <LinkButton href={`/numbers/${id}`} look="main">
              {linking.link.goToNumber}
            </LinkButton>
          </div>
        </section>
      </div>
    </div>
  );
}

function nothingYet(): Entered {
  return {
    name: "",
    phoneNumberId: "",
    wabaId: "",
    expectedPhone: "",
    accessToken: "",
    appSecret: "",
    verifyToken: freshId().replaceAll("-", ""),
  };
}

function withoutName({ name: _, ...number }: Entered): Omit<Entered, "name"> {
  return number;
}
