/** ISO 8601 as the server says it, or milliseconds of the business's clock. */
type When = string | number;

/** Moments and days as people of a language read them, in the business's own zone: never in the browser's. */
export type Moments = {
  /** "10:38" */
  time(when: When): string;
  /** "jueves, 19 de noviembre" */
  dayLong(when: When): string;
  /** "19 nov 2026" */
  day(when: When): string;
  /** "19 nov", in lists: their order tells the year. */
  dayShort(when: When): string;
  /** "jue, 19 nov, 10:38" */
  moment(when: When): string;
  /** A calendar day ("2026-11-19"), which belongs to no zone. */
  date(isoDate: string): string;
  /** The civil day of a moment, for telling one day from the next: "2026-11-19". */
  civilDay(when: When): string;
  zone: string;
};

export function momentsIn(language: string, zone: string): Moments {
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  const time = make({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const dayLong = make({ weekday: "long", day: "numeric", month: "long" });
  const day = make({ day: "numeric", month: "short", year: "numeric" });
  const dayShort = make({ day: "numeric", month: "short" });
  const moment = make({
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const date = make({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const civil = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  return {
    time: (when) => time.format(inMs(when)),
    dayLong: (when) => dayLong.format(inMs(when)),
    day: (when) => day.format(inMs(when)),
    dayShort: (when) => dayShort.format(inMs(when)),
    moment: (when) => moment.format(inMs(when)),
    date: (isoDate) => date.format(Date.parse(`${isoDate}T00:00:00Z`)),
    civilDay: (when) => civil.format(inMs(when)),
    zone,
  };
}

function inMs(when: When): number {
  return typeof when === "number" ? when : Date.parse(when);
}
