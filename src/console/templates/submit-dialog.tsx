import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OurTemplateView, SubmitTemplates, TemplatesSubmitted } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { TableFrame } from "../parts/table-frame.tsx";

type Props = { wabaId: string; templates: readonly OurTemplateView[]; onClose: () => void };

/** What Meta would get, whole, before it gets it; and then what it answered. */
export function SubmitDialog({ wabaId, templates, onClose }: Props) {
  const { templates: words, shell } = usePageWords();
  const queries = useQueryClient();
  const submit = useMutation({
    mutationFn: (body: SubmitTemplates) => post<TemplatesSubmitted>("/api/templates/submit", body),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.templates }),
  });
  const asked = templates.map(({ name, language }) => ({ name, language }));
  return (
    <Dialog title={words.submitTitle} onClose={onClose}>
      <div className="dialog-body">
        {submit.data ? (
          <Answers submitted={submit.data.submitted} />
        ) : (
          <>
            <p className="soft">{words.submitNote}</p>
            <TableFrame label={words.submitTitle} isTall>
              <ol className="template-submission">
                {templates.map((template) => (
                  <Whole key={`${template.name} ${template.language}`} template={template} />
                ))}
              </ol>
            </TableFrame>
          </>
        )}
        {submit.error && <Failure error={submit.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{submit.data ? shell.closeDialog : shell.cancel}</Button>
          {!submit.data && (
            <Button look="main" isBusy={submit.isPending} onClick={() => submit.mutate({ wabaId, templates: asked })}>
              {words.submitNow}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

function Whole({ template }: { template: OurTemplateView }) {
  const { templates: words } = usePageWords();
  const { name, language, category, body, examples, quickReplies, timeToLiveSeconds, action, atMeta } = template;
  return (
    <li className="stack">
      <h3>
        {words.actions[action]}: {name} · {language}
      </h3>
      <p className="small soft">
        {words.categories[category]} · {words.lives(timeToLiveSeconds / 60)}
      </p>
      {atMeta && atMeta.body !== body && <del className="template-body">{atMeta.body}</del>}
      <p className="template-body">{body}</p>
      {quickReplies.length > 0 && <p className="small">{words.replies(quickReplies.join(" · "))}</p>}
      <p className="small soft">{examples.map((value, index) => words.example(index + 1, value)).join("; ")}</p>
    </li>
  );
}

function Answers({ submitted }: TemplatesSubmitted) {
  const { templates: words } = usePageWords();
  const named: Readonly<Record<string, string>> = words.statuses;
  return (
    <>
      <h3>{words.result}</h3>
      <ul className="template-submission" aria-live="polite">
        {submitted.map((one) => (
          <li key={`${one.name} ${one.language}`}>
            <strong>
              {one.name} · {one.language}
            </strong>
            <p>{one.done ? words.taken(named[one.status] ?? one.status) : words.refusals[one.because]}</p>
            {!one.done && <p className="small soft">{words.metaSays(one.detail)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
