import { Icon } from "./icon.tsx";
import "./search-box.css";

type Props = { label: string; value: string; onChange: (value: string) => void };

export function SearchBox({ label, value, onChange }: Props) {
  return (
    <search className="search-box">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </search>
  );
}
