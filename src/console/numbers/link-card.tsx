import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { NumberLinkStand, NumberPage } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { RecordForm } from "../contact/record-form.tsx";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { LinkButton } from "../parts/link-button.tsx";
import { useToast } from "../parts/toast.tsx";
import { LinkStandView } from "./link-stand.tsx";

/** How a linked phone's link stands, and taking it off again. */
export function LinkCard({ number, link }: { number: NumberPage; link: NumberLinkStand }) {
  const { linking } = usePageWords();
  const { moment } = useFormat();
  const may = useMay();
  const [isUnlinking, setIsUnlinking] = useState(false);
  const words = linking.link;
  const { stand, linked, since, risk } = link;
  const mayLink = may("channels.manage") && number.state.state !== "retired";
  const isLinked = linked !== null || stand.state === "open";
  return (
    <section className="card stack number-link">
      <LinkStandView stand={stand} linked={linked} />
      <p className="soft small">
        {[
          since === null ? undefined : words.since(moment(since)),
          risk &&
            (risk.by === null
              ? linking.phone.acceptedBySomebody(moment(risk.at))
              : linking.phone.accepted(risk.by, moment(risk.at))),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {mayLink ? (
        <div className="row">
          {stand.state !== "open" && (
            <LinkButton href={`/numbers/${number.id}/link`} look="main" icon="link">
              {words.toLink}
            </LinkButton>
          )}
          {isLinked && (
            <Button look="danger" onClick={() => setIsUnlinking(true)}>
              {words.unlink}
            </Button>
          )}
        </div>
      ) : (
        !may("channels.manage") && <p className="soft small">{words.notHere}</p>
      )}
      {isUnlinking && <Unlink id={number.id} onClose={() => setIsUnlinking(false)} />}
    </section>
  );
}

function Unlink({ id, onClose }: { id: string; onClose: () => void }) {
  const { linking } = usePageWords();
  const words = linking.link;
  const say = useToast();
  const queries = useQueryClient();
  const unlink = useMutation({
    mutationFn: () => post(`/api/channels/${id}/unlink`),
    onSuccess: async () => {
      say(words.askedUnlink);
      onClose();
      await queries.invalidateQueries({ queryKey: keys.numbers });
    },
  });
  return (
    <RecordForm
      title={words.unlinkTitle}
      note={words.unlinkNote}
      does={words.unlink}
      isBusy={unlink.isPending}
      error={unlink.error}
      onSubmit={() => unlink.mutate()}
      onClose={onClose}
    >
      {null}
    </RecordForm>
  );
}
