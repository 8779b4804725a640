import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import type { AddedNumber, AddLinkedPhone } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { Choose } from "../contact/choose.tsx";
import { LineField } from "../contact/line-field.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { PageHead } from "./page-head.tsx";
import { Risk } from "./risk.tsx";

const LIBRARIES = ["baileys", "whatsapp_web"] as const;
/** A number with its country, as far as the browser can tell; the server knows every numbering plan. */
const WITH_COUNTRY = /^\s*(\+|00)[\d\s().-]{7,25}$/;

/** A phone that is to be linked: what it risks is said first, and accepted by name. */
export function NewLinkedPhone() {
  const { linking: words } = usePageWords();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [kind, setKind] = useState<AddLinkedPhone["kind"]>("baileys");
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [accepts, setAccepts] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const add = useMutation({
    mutationFn: (body: AddLinkedPhone) => post<AddedNumber>("/api/linked-phones", body),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: keys.numbers });
      go(`/numbers/${id}/link`, { replace: true });
    },
  });
  const isNameMissing = name.trim() === "";
  const isPhoneWrong = !WITH_COUNTRY.test(phone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isNameMissing && !isPhoneWrong && accepts) add.mutate({ kind, name, phone, acceptsRisk: true });
  };
  return (
    <div className="page">
      <PageHead title={words.phone.title} back={{ href: "/numbers/new", says: words.title }} />
      <div className="page-body">
        <form className="stack page-narrow numbers" onSubmit={submit} noValidate>
          <Risk accepts={accepts} onAccept={setAccepts} problem={isTried && !accepts} />
          <section className="card stack">
            <LineField
              label={words.cloud.label}
              hint={words.cloud.labelHint}
              value={name}
              onChange={setName}
              problem={isTried && isNameMissing ? words.cloud.missing : undefined}
            />
            <LineField
              label={words.phone.expectedPhone}
              hint={words.phone.expectedHint}
              value={phone}
              onChange={setPhone}
              problem={isTried && isPhoneWrong ? words.phone.phoneWrong : undefined}
            />
            <Choose
              label={words.phone.library}
              value={kind}
              options={LIBRARIES.map((value) => ({ value, says: words.phone.libraries[value] }))}
              onChoose={setKind}
            />
          </section>
          {add.error && <Failure error={add.error} />}
          <div className="row">
            <Button type="submit" look="main" isBusy={add.isPending}>
              {words.phone.next}
            </Button>
          </div>
        </form>
      </div>
    </div>
  );
}
