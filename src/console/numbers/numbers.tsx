import { useParams } from "wouter";
import { useMay, useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Empty } from "../parts/empty.tsx";
import { AllNumbers } from "./all-numbers.tsx";
import { LinkPage } from "./link-page.tsx";
import { NewCloudNumber } from "./new-cloud-number.tsx";
import { NewLinkedPhone } from "./new-linked-phone.tsx";
import { NewNumber } from "./new-number.tsx";
import { NumberPage } from "./number-page.tsx";
import "./numbers.css";

/** `/numbers`, `/numbers/new`, `/numbers/new/cloud`, `/numbers/new/phone`, `/numbers/:id`, `/numbers/:id/link`. */
export function NumbersPage() {
  const { id, part } = useParams<{ id?: string; part?: string }>();
  const { shell } = useWords();
  const may = useMay();
  const { isDemo } = useSession().business;
  if (id === undefined) return <AllNumbers />;
  if ((id === "new" || part === "link") && !may("channels.manage")) {
    return <Empty icon="shield" title={shell.notAllowed} />;
  }
  if (id === "new") {
    // No form either for who came by its address: nothing that is typed in a demo can be used.
    if (isDemo) return <NewNumber />;
    if (part === "cloud") return <NewCloudNumber />;
    return part === "phone" ? <NewLinkedPhone /> : <NewNumber />;
  }
  return part === "link" ? <LinkPage key={id} id={id} /> : <NumberPage key={id} id={id} />;
}
