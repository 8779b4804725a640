import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useWords } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";

/** How near its end the log counts as being read to the end. */
const NEAR_PX = 80;

/**
 * A log that stays at its end while one reads there, and says so instead of jumping while one reads further up. `size` is how
 * much is in it; older items put in front keep what is being read in its place.
 */
export function Log({
  label,
  size,
  first,
  children,
}: {
  label: string;
  size: number;
  first: string;
  children: ReactNode;
}) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const before = useRef({ height: 0, first });
  const isAtEnd = useRef<boolean>(true);
  const [hasNews, setHasNews] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the log has grown, at whichever end
  useLayoutEffect(() => {
    const shown = frame.current;
    if (!shown) return;
    if (before.current.first !== first) shown.scrollTop += shown.scrollHeight - before.current.height;
    else if (isAtEnd.current) shown.scrollTop = shown.scrollHeight;
    else setHasNews(true);
    before.current = { height: shown.scrollHeight, first };
  }, [size, first]);

  // Pictures arrive late, and the composer below grows and shrinks; whoever was at the end stays there.
  useEffect(() => {
    const shown = frame.current;
    if (!shown) return undefined;
    const watcher = new ResizeObserver(() => {
      if (isAtEnd.current) shown.scrollTop = shown.scrollHeight;
    });
    watcher.observe(shown);
    if (inner.current) watcher.observe(inner.current);
    return () => watcher.disconnect();
  }, []);

  const look = () => {
    const shown = frame.current;
    if (!shown) return;
    isAtEnd.current = shown.scrollHeight - shown.scrollTop - shown.clientHeight < NEAR_PX;
    if (isAtEnd.current) setHasNews(false);
  };
  const toEnd = () => {
    const shown = frame.current;
    if (shown) shown.scrollTop = shown.scrollHeight;
  };

  return (
    <div className="log-place">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="log" role="log" aria-label={label} ref={frame} onScroll={look} tabIndex={0}>
        <div className="log-items" ref={inner}>
          {children}
        </div>
      </div>
      {hasNews && (
        <div className="log-news">
          <Button look="main" icon="down" onClick={toEnd}>
            {words.inbox.newMessages}
          </Button>
        </div>
      )}
    </div>
  );
}
