import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangeCloudCredentials, CloudNumberChecked } from "../../web/contract.ts";
import { put } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { freshId } from "../contact/fresh-id.ts";
import { LineField } from "../contact/line-field.tsx";
import { RecordForm } from "../contact/record-form.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { useToast } from "../parts/toast.tsx";
import { CheckList } from "./check-list.tsx";
import { checkedIn } from "./checked-in.ts";
import { SecretField } from "./secret-field.tsx";

/** Other credentials for a Cloud API number. They are tried first; those that do not work change nothing. */
export function CredentialsDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { numberPage, linking } = usePageWords();
  const words = linking.cloud;
  const say = useToast();
  const queries = useQueryClient();
  const [entered, setEntered] = useState<ChangeCloudCredentials>({
    accessToken: "",
    appSecret: "",
    verifyToken: freshId().replaceAll("-", ""),
  });
  const [isTried, setIsTried] = useState(false);
  const save = useMutation({
    mutationFn: (body: ChangeCloudCredentials) => put<CloudNumberChecked>(`/api/cloud-numbers/${id}/credentials`, body),
    onSuccess: async () => {
      say(numberPage.credentialsSaved);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
  });
  const isMissing = (field: keyof ChangeCloudCredentials) => entered[field].trim() === "";
  const field = (name: keyof ChangeCloudCredentials) => ({
    value: entered[name],
    onChange: (value: string) => setEntered((before) => ({ ...before, [name]: value })),
    problem: isTried && isMissing(name) ? words.missing : undefined,
  });
  const submit = () => {
    setIsTried(true);
    if (!isMissing("accessToken") && !isMissing("appSecret") && !isMissing("verifyToken")) save.mutate(entered);
  };
  const refusedBy = checkedIn(save.error);
  return (
    <RecordForm
      title={numberPage.credentialsTitle}
      note={numberPage.credentialsNote}
      does={numberPage.credentials}
      isBusy={save.isPending}
      error={refusedBy ? null : save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SecretField label={words.accessToken} hint={words.accessTokenHint} {...field("accessToken")} />
      <SecretField label={words.appSecret} hint={words.appSecretHint} {...field("appSecret")} />
      <LineField label={words.verifyToken} hint={words.verifyTokenHint} {...field("verifyToken")} />
      {refusedBy && (
        <div role="alert">
          <CheckList checked={refusedBy} />
        </div>
      )}
    </RecordForm>
  );
}
