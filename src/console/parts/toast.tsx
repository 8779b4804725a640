import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { Icon } from "./icon.tsx";
import "./toast.css";

const STAYS_MS = 6_000;

type Said = { readonly key: number; readonly text: string };
const Context = createContext<(text: string) => void>(() => {});

/** One line that says an action is done, spoken once to a screen reader. What failed is said beside the action instead. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>();
  const say = useCallback((text: string) => setSaid((before) => ({ key: (before?.key ?? 0) + 1, text })), []);
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), STAYS_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <Context value={say}>
      {children}
      <div className="toasts" role="status">
        {said && (
          <p key={said.key} className="toast">
            <Icon name="check" />
            {said.text}
          </p>
        )}
      </div>
    </Context>
  );
}

export function useToast(): (text: string) => void {
  return useContext(Context);
}
