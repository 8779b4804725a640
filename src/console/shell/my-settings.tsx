import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "../api/client.ts";
import { CONSOLE_LANGUAGES } from "../i18n/language.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { Button } from "../parts/button.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { Field } from "../parts/field.tsx";
import { SHORTCUT_NAMES, SHORTCUTS, useShortcuts } from "./shortcuts.tsx";
import { chosenTheme, keepTheme, THEMES } from "./theme.ts";

const OWN_NAMES = { es: "Español", "pt-BR": "Português (Brasil)", en: "English" } as const;

export function MySettings({ onClose }: { onClose: () => void }) {
  const { words, language, changeLanguage } = useLanguage();
  const [theme, setTheme] = useState(chosenTheme);
  const { isOn, switchTo } = useShortcuts();
  const signOut = useMutation({ mutationFn: () => post<unknown>("/api/auth/sign-out"), onSuccess: leave });
  return (
    <Dialog title={words.shell.me} onClose={onClose}>
      <div className="dialog-body">
        <Field label={words.shell.language}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={language}
              onChange={({ target }) => {
                const chosen = CONSOLE_LANGUAGES.find((known) => known === target.value);
                if (chosen) changeLanguage(chosen);
              }}
            >
              {CONSOLE_LANGUAGES.map((known) => (
                <option key={known} value={known} lang={known}>
                  {OWN_NAMES[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.shell.theme}>
          {(ids) => (
            <select
              {...ids}
              className="input"
              value={theme}
              onChange={({ target }) => {
                const chosen = THEMES.find((known) => known === target.value);
                if (!chosen) return;
                keepTheme(chosen);
                setTheme(chosen);
              }}
            >
              {THEMES.map((known) => (
                <option key={known} value={known}>
                  {words.shell.themes[known]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset>
          <legend className="settings-legend">{words.shell.shortcuts}</legend>
          <p className="small soft">{words.shell.shortcutHelp}</p>
          {SHORTCUT_NAMES.map((name) => (
            <label key={name} className="choice">
              <input type="checkbox" checked={isOn(name)} onChange={({ target }) => switchTo(name, target.checked)} />
              <span className="settings-shortcut">{words.shell.keys[name]}</span>
              <kbd className="key">{SHORTCUTS[name]}</kbd>
            </label>
          ))}
        </fieldset>
        <div className="dialog-actions">
          <Button icon="out" isBusy={signOut.isPending} onClick={() => signOut.mutate()}>
            {words.shell.signOut}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The whole page goes, drafts too: nothing of the session stays behind. */
function leave(): void {
  sessionStorage.clear();
  location.assign("/");
}
