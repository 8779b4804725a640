import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OurTemplateView } from "../../web/contract.ts";
import { post } from "../api/client.ts";
import { keys } from "../api/keys.ts";
import { useMay } from "../api/session.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Button } from "../parts/button.tsx";
import { Failure } from "../parts/failure.tsx";
import { TableFrame } from "../parts/table-frame.tsx";
import { useToast } from "../parts/toast.tsx";
import { CategoryName, Quality, Status } from "./template-badges.tsx";

/** Each template in each language: how it stands at Meta, what one costs, and what is not as our copy needs it. */
export function OurTemplates({ templates }: { templates: readonly OurTemplateView[] }) {
  const { templates: words } = usePageWords();
  return (
    <TableFrame label={words.ours}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.quality}</th>
            <th scope="col">{words.category}</th>
            <th scope="col">{words.price}</th>
            <th scope="col">{words.differs}</th>
          </tr>
        </thead>
        <tbody>
          {templates.map((template) => (
            <Row key={`${template.name} ${template.language}`} template={template} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Row({ template }: { template: OurTemplateView }) {
  const { templates: words } = usePageWords();
  const { name, language, atMeta, price, differences, problems } = template;
  return (
    <tr className="template">
      <th scope="row">
        {name}
        <span className="line-sub">{language}</span>
      </th>
      <td>
        <Status status={atMeta?.status ?? null} />
        {atMeta?.because && <span className="line-sub">{words.metaSays(atMeta.because)}</span>}
        {atMeta?.pausedBecause && <Paused id={atMeta.id} because={atMeta.pausedBecause} />}
      </td>
      <td>{atMeta && <Quality quality={atMeta.quality} />}</td>
      <td>
        <CategoryName category={atMeta?.category ?? template.category} />
      </td>
      <td>{price ? words.priceIn(`${price.currency} ${price.amount}`, price.market) : words.unknownPrice}</td>
      <td>
        {differences.length === 0 && problems.length === 0
          ? words.same
          : [...differences.map((one) => words.differences[one]), ...problems.map((one) => words.problems[one])].join(
              "; ",
            )}
        {differences.length > 0 && <span className="line-sub">{words.actions[template.action]}</span>}
      </td>
    </tr>
  );
}

function Paused({ id, because }: { id: string; because: string }) {
  const { templates: words } = usePageWords();
  const may = useMay();
  const say = useToast();
  const queries = useQueryClient();
  const resume = useMutation({
    mutationFn: () => post(`/api/templates/${id}/resume`, {}),
    onSuccess: async () => {
      say(words.resumed);
      await queries.invalidateQueries({ queryKey: keys.templates });
    },
  });
  const code = /^meta\.(.+)$/.exec(because)?.[1];
  return (
    <div className="template-paused">
      <strong>{words.paused}</strong>
      <span className="line-sub">{code === undefined ? words.pausedQuality : words.pausedByError(code)}</span>
      {may("templates.manage") && (
        <Button isBusy={resume.isPending} onClick={() => resume.mutate()}>
          {words.resume}
        </Button>
      )}
      {resume.error && <Failure error={resume.error} />}
    </div>
  );
}
