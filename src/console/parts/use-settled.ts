import { useEffect, useState } from "react";

/** The value once it has stood still for a moment: a search asks for what was typed, not for each letter. */
export function useSettled<Value>(value: Value, forMs = 200): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMs);
    return () => clearTimeout(timer);
  }, [value, forMs]);
  return settled;
}
