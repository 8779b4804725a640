import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { CloudNumberChecked, NumberPage } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { Loading } from "../parts/loading.tsx";
import { CheckList } from "./check-list.tsx";
import { CredentialsDialog } from "./credentials-dialog.tsx";
import { LimitDialog } from "./limit-dialog.tsx";
import { ResumeDialog } from "./resume-dialog.tsx";
import { RetireDialog } from "./retire-dialog.tsx";

type Asking = "check" | "credentials" | "limit" | "resume" | "retire";

/** What an administrator does with a number. */
export function NumberActions({ number }: { number: NumberPage }) {
  const { numberPage: words, numbers } = usePageWords();
  const [asking, setAsking] = useState<Asking>();
  const { id, kind, state, hasOwnCredentials } = number;
  const onClose = () => setAsking(undefined);
  return (
    <section className="stack">
      <div className="row">
        {state.state === "stopped" && (
          <Button look="main" onClick={() => setAsking("resume")}>
            {words.resume}
          </Button>
        )}
        {kind === "cloud" && (
          <Button icon="shield" onClick={() => setAsking("check")}>
            {words.check}
          </Button>
        )}
        {kind === "cloud" && hasOwnCredentials && (
          <Button icon="settings" onClick={() => setAsking("credentials")}>
            {words.credentials}
          </Button>
        )}
        <Button icon="settings" onClick={() => setAsking("limit")}>
          {numbers.limitChange}
        </Button>
        <Button look="danger" onClick={() => setAsking("retire")}>
          {words.retire}
        </Button>
      </div>
      {kind === "cloud" && !hasOwnCredentials && <p className="soft small">{words.fromSettings}</p>}
      {asking === "check" && <CheckDialog id={id} onClose={onClose} />}
      {asking === "credentials" && <CredentialsDialog id={id} onClose={onClose} />}
      {asking === "limit" && <LimitDialog number={number} onClose={onClose} />}
      {asking === "resume" && <ResumeDialog id={id} onClose={onClose} />}
      {asking === "retire" && <RetireDialog number={number} onClose={onClose} />}
    </section>
  );
}

/** Asked when somebody says so: each look is one at Meta. */
function CheckDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { numberPage: words, linking } = usePageWords();
  const check = useMutation({
    mutationFn: () => post<CloudNumberChecked>(`/api/cloud-numbers/${id}/check`, { subscribe: false }),
  });
  return (
    <Dialog title={words.checkTitle} onClose={onClose}>
      <div className="dialog-body" role="status">
        {check.isPending && (
          <>
            <p className="soft">{linking.cloud.checking}</p>
            <Loading lines={3} />
          </>
        )}
        {check.error && <Failure error={check.error} />}
        {check.data && <CheckList checked={check.data} />}
      </div>
      <div className="dialog-actions">
        <Button look="main" isBusy={check.isPending} onClick={() => check.mutate()}>
          {check.data ? linking.cloud.checkAgain : linking.cloud.check}
        </Button>
      </div>
    </Dialog>
  );
}
