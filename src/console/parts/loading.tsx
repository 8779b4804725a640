import { useEffect, useState } from "react";
import { useWords } from "../i18n/language-context.tsx";
import "./loading.css";

/** Nothing for 300 ms, so that a quick answer never flickers; then grey lines where text will be. */
const PATIENCE_MS = 300;

export function Loading({ lines = 4 }: { lines?: number }) {
  const words = useWords();
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isShown) return null;
  return (
    <div className="loading" role="status">
      <span className="only-readers">{words.shell.loading}</span>
      {Array.from({ length: lines }, (_, index) => index).map((index) => (
        <span key={index} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}
