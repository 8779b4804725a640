type Props = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** Yes or no. */
export function Tick({ label, isOn, onChange }: Props) {
  return (
    <label className="choice">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
