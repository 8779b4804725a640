/** How long something has lasted or will last, in its largest whole unit: "3 min", "2 h", "5 d". Minutes are the smallest. */
export function formatSpan(milliseconds: number, language: string): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return unit(language, "minute", minutes);
  if (minutes < 48 * 60) return unit(language, "hour", Math.floor(minutes / 60));
  return unit(language, "day", Math.floor(minutes / (24 * 60)));
}

function unit(language: string, name: "minute" | "hour" | "day", value: number): string {
  return new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
}
