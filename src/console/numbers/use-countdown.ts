import { useEffect, useState } from "react";
import { businessNow } from "../format/business-clock.ts";

/** Whole seconds until that moment of `businessNow`, told each second; 0 once it is over. */
export function useCountdown(endsMs: number): number {
  const [nowMs, setNowMs] = useState(businessNow);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(businessNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((endsMs - nowMs) / 1_000));
}
