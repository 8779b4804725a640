import { useEffect, useState } from "react";

// The server's word and how long ago it came: a browser whose own clock is wrong still shows the business's time.
let anchor = { businessMs: 0, at: 0 };
const listeners = new Set<() => void>();

/** Called with each session that loads; the demo moves its clock, and a computer that slept lost count. */
export function anchorBusinessClock(nowIso: string): void {
  anchor = { businessMs: Date.parse(nowIso), at: performance.now() };
  for (const listener of listeners) listener();
}

/** What time it is for the business, in ms. */
export function businessNow(): number {
  return anchor.businessMs + performance.now() - anchor.at;
}

/** The same for a page: told again each 15 s, and at once when the clock is moved. */
export function useBusinessNow(): number {
  const [nowMs, setNowMs] = useState(businessNow);
  useEffect(() => {
    const tell = () => setNowMs(businessNow());
    const timer = setInterval(tell, 15_000);
    listeners.add(tell);
    return () => {
      clearInterval(timer);
      listeners.delete(tell);
    };
  }, []);
  return nowMs;
}
