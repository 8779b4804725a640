import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useInboxCounts } from "../api/inbox.ts";
import { useSession } from "../api/session.ts";
import { useWords } from "../i18n/language-context.tsx";
import { Icon } from "../parts/icon.tsx";
import { ToastProvider } from "../parts/toast.tsx";
import "../parts/chip.css";
import "../parts/dialog.css";
import "../parts/field.css";
import "../parts/pane.css";
import "../parts/table.css";
import { ConnectionBar } from "./connection-bar.tsx";
import { MySettings } from "./my-settings.tsx";
import { Navigation } from "./navigation.tsx";
import { PasswordOffer } from "./password-offer.tsx";
import { useShortcut } from "./shortcuts.tsx";
import "./shell.css";

/** What surrounds every page: the way around, the state of the line, and the place where pages are drawn. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords();
  const session = useSession();
  const counts = useInboxCounts();
  const [path] = useLocation();
  const rail = useRef<HTMLElement>(null);
  const [isSetting, setIsSetting] = useState(false);
  useShortcut("help", () => setIsSetting(true));
  const waiting = counts?.waiting.count ?? 0;

  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Saldar` : "Saldar";
  }, [waiting]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: going elsewhere closes the menu of a small screen
  useEffect(() => {
    if (rail.current?.matches(":popover-open")) rail.current.hidePopover();
  }, [path]);

  return (
    <ToastProvider>
      <a className="skip" href="#content">
        {words.shell.skipToContent}
      </a>
      <div className="shell">
        <header className="topbar">
          <button type="button" className="icon-button" popoverTarget="rail" aria-label={words.shell.menu}>
            <Icon name="menu" />
          </button>
          <span className="brand">Saldar</span>
          <span className="soft small topbar-business">{session.business.name}</span>
        </header>
        <nav id="rail" ref={rail} className="rail" popover="auto" aria-label={words.shell.navigation}>
          <Navigation counts={counts} onSettings={() => setIsSetting(true)} />
        </nav>
        <div className="shell-main">
          <ConnectionBar />
          <PasswordOffer />
          <main id="content" className="content" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      {/* Outside the rail: on a small screen that is a popover, and a dialog on top would hide it with all it holds. */}
      {isSetting && <MySettings onClose={() => setIsSetting(false)} />}
    </ToastProvider>
  );
}
