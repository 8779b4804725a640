import { useMay } from "../api/session.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "../parts/icon.tsx";

/** Every contact with its decision, as a file for whoever audits. */
export function ContactExport({ debtorId }: { debtorId: string }) {
  const words = usePageWords();
  const { language } = useFormat();
  const may = useMay();
  if (!may("contacts.export")) return null;
  const href = (format: "csv" | "pdf") => `/api/debtors/${debtorId}/contacts.${format}?language=${language}`;
  return (
    <section className="card">
      <h2>{words.contacts.exportTitle}</h2>
      <p className="soft small">{words.contacts.exportNote}</p>
      <p className="row">
        <a className="button button-plain" href={href("csv")} download>
          <Icon name="download" />
          {words.contacts.exportCsv}
        </a>
        <a className="button button-plain" href={href("pdf")} download>
          <Icon name="download" />
          {words.contacts.exportPdf}
        </a>
      </p>
    </section>
  );
}
