import type { Clause } from "../clause.ts";
import type { Hours, Weekday, WeekHours } from "../profile.ts";
import type { Country } from "./country.ts";
import type { PageLanguage, PageWords } from "./words.ts";

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** `7:00–19:00`, or the word for closed. */
export function writtenHours(day: readonly Hours[], { hours }: PageWords): string {
  return day.length === 0 ? hours.closed : day.map(({ start, end }) => `${clock(start)}–${clock(end)}`).join(", ");
}

/** Days of one kind of hours together: `Monday–Friday 8:00–20:00; Saturday 8:00–14:00; Sunday closed`. */
export function writtenWeek(week: WeekHours, { language, words }: Pick<Country, "language" | "words">): string {
  const days = WEEKDAYS.map((day) => ({ day, text: writtenHours(week[day], words) }));
  const first = days.filter(({ text }, index) => text !== days[index - 1]?.text);
  return first
    .map(({ day, text }, index) => {
      const last = (first[index + 1]?.day ?? 8) - 1;
      const names = last === day ? [day] : [day, last];
      return `${names.map((name) => weekdayName(name, language)).join("–")} ${text}`;
    })
    .join("; ");
}

/** 5 January 1970 was a Monday. */
export function weekdayName(day: number, language: PageLanguage): string {
  return new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format((day + 3) * 86_400_000);
}

/** What a rule says, and the id by which decisions name it. */
export function sentence({ id, text }: Clause, language: PageLanguage): string {
  return `${text[language]} \`${id}\``;
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
