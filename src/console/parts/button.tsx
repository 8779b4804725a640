import type { ButtonHTMLAttributes } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./button.css";

type Look = "main" | "plain" | "quiet" | "danger" | "note";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & {
  look?: Look;
  icon?: IconName;
  /** A letter that does the same, shown beside the words. */
  shortcut?: string | undefined;
  isBusy?: boolean;
};

export function Button({ look = "plain", icon, shortcut, isBusy = false, children, disabled, type, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type === "submit" ? "submit" : "button"}
      className={`button button-${look}`}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
    >
      {icon && <Icon name={icon} />}
      {children}
      {shortcut && (
        <kbd className="key" aria-hidden>
          {shortcut}
        </kbd>
      )}
    </button>
  );
}
