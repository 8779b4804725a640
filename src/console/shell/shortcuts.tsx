import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";

/** Single keys that do something; each can be switched off (WCAG 2.1.4). */
export const SHORTCUTS = {
  next: "j",
  previous: "k",
  takeOver: "t",
  handBack: "b",
  reply: "r",
  note: "i",
  help: "?",
} as const;
export type Shortcut = keyof typeof SHORTCUTS;
export const SHORTCUT_NAMES = [
  "next",
  "previous",
  "takeOver",
  "handBack",
  "reply",
  "note",
  "help",
] as const satisfies readonly Shortcut[];

const KEY = "saldar-shortcuts-off";

type Shortcuts = {
  readonly isOn: (shortcut: Shortcut) => boolean;
  readonly switchTo: (shortcut: Shortcut, on: boolean) => void;
  /** Until the returned function is called, the key does this. The latest wins. */
  readonly bind: (shortcut: Shortcut, act: () => void) => () => void;
};
const Context = createContext<Shortcuts | undefined>(undefined);

export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [off, setOff] = useState(keptOff);
  const acts = useRef(new Map<Shortcut, (() => void)[]>());
  const offNow = useRef(off);
  offNow.current = off;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const shortcut = SHORTCUT_NAMES.find((name) => SHORTCUTS[name] === event.key);
      if (!shortcut || offNow.current.includes(shortcut) || isForSomethingElse(event)) return;
      const act = acts.current.get(shortcut)?.at(-1);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  const shortcuts = useMemo<Shortcuts>(
    () => ({
      isOn: (shortcut) => !off.includes(shortcut),
      switchTo: (shortcut, on) => {
        const others = off.filter((name) => name !== shortcut);
        const next = on ? others : [...others, shortcut];
        localStorage.setItem(KEY, next.join(" "));
        setOff(next);
      },
      bind: (shortcut, act) => {
        const bound = acts.current.get(shortcut) ?? [];
        acts.current.set(shortcut, [...bound, act]);
        return () => {
          const left = acts.current.get(shortcut)?.filter((other) => other !== act) ?? [];
          acts.current.set(shortcut, left);
        };
      },
    }),
    [off],
  );
  return <Context value={shortcuts}>{children}</Context>;
}

export function useShortcuts(): Shortcuts {
  const shortcuts = useContext(Context);
  if (!shortcuts) throw new Error("a page is drawn outside ShortcutProvider");
  return shortcuts;
}

/** `act` may be a new function each time: the newest is called. Undefined: the key does nothing here now. */
export function useShortcut(shortcut: Shortcut, act: (() => void) | undefined): void {
  const { bind } = useShortcuts();
  const latest = useRef(act);
  latest.current = act;
  const isBound = act !== undefined;
  useEffect(() => (isBound ? bind(shortcut, () => latest.current?.()) : undefined), [bind, shortcut, isBound]);
}

function keptOff(): readonly Shortcut[] {
  const kept = (localStorage.getItem(KEY) ?? "").split(" ");
  return SHORTCUT_NAMES.filter((name) => kept.includes(name));
}

/** Typing, a key with a modifier, or a dialog on top. */
function isForSomethingElse({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || document.querySelector("dialog[open]")) return true;
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}
