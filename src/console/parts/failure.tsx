import { ApiError } from "../api/api-error.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import "./failure.css";

/** What went wrong, in words, with the request's id for whoever helps, and a way to try again. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords();
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <div>
        <p>{explain(error, words.errors, words.shell.somethingFailed)}</p>
        {error instanceof ApiError && error.requestId && (
          <p className="small">
            {words.shell.requestId} <code>{error.requestId}</code>
          </p>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>{words.shell.retry}</Button>}
    </div>
  );
}

/** The sentence for a code we know, else what the server said, else that something failed. */
export function explain(error: unknown, sentences: Readonly<Record<string, string>>, fallback: string): string {
  if (!(error instanceof ApiError)) return fallback;
  return sentences[error.code] ?? (error.message || fallback);
}
