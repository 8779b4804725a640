import { usePageWords } from "../i18n/use-page-words.ts";
import { Icon } from "./icon.tsx";
import "./demo-notice.css";

/** Why nothing here is joined to a real number, and what to do for one. */
export function DemoNotice() {
  const { linking } = usePageWords();
  return (
    <div className="demo-notice">
      <Icon name="info" />
      <div>
        <p>{linking.demo}</p>
        <p>{linking.demoInstead}</p>
      </div>
    </div>
  );
}
