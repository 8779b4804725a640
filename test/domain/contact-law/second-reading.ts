import type { DateTime } from "luxon";
import type { Contact } from "../../../src/domain/contact-law/facts.ts";

/**
 * Each country's law a second time, in its own form and with the calendar by luxon: it shares no code and no data with the
 * engine, so that an error in one of them shows. Hours are of Monday to Friday, Saturday and Sunday; holidays those of 2027.
 */
export type SecondReading = {
  readonly place: string;
  readonly zones: readonly string[];
  readonly hours: readonly [string, string, string];
  readonly holidays2027: string;
  readonly perDay?: number;
  readonly perWeek?: number;
  readonly gapHours?: number;
  readonly oneChannelAWeek?: true;
  /** Other hours that the person asked for are honoured, holidays apart. */
  readonly honoursAskedHours?: true;
};

const HOUR_MS = 3_600_000;

/** Hours of every day, as `18:00-22:00`. */
type AskedHours = string;

export const SECOND_READINGS: readonly SecondReading[] = [
  {
    place: "AR",
    zones: ["America/Argentina/Buenos_Aires"],
    hours: ["09:00-19:00", "", ""],
    holidays2027:
      "01-01 02-08 02-09 03-24 03-25 03-26 04-02 05-01 05-25 06-20 06-21 07-09 08-16 10-11 11-20 12-08 12-25",
  },
  {
    place: "CL",
    zones: ["America/Santiago", "America/Punta_Arenas", "America/Coyhaique", "Pacific/Easter"],
    hours: ["08:00-20:00", "08:00-20:00", ""],
    holidays2027:
      "01-01 03-26 03-27 05-01 05-21 06-21 06-28 07-16 08-15 09-17 09-18 09-19 10-11 10-31 11-01 12-08 12-25",
    perWeek: 2,
    gapHours: 48,
  },
  {
    place: "CO",
    zones: ["America/Bogota"],
    hours: ["07:00-19:00", "08:00-15:00", ""],
    holidays2027:
      "01-01 01-11 03-22 03-25 03-26 05-01 05-10 05-31 06-07 07-05 07-12 07-20 08-07 08-16 10-18 11-01 11-15 12-08 12-25",
    perDay: 1,
    oneChannelAWeek: true,
    honoursAskedHours: true,
  },
  {
    place: "EC",
    zones: ["America/Guayaquil", "Pacific/Galapagos"],
    hours: ["07:00-20:00", "", ""],
    holidays2027:
      "01-01 02-08 02-09 03-26 04-30 05-01 05-24 08-09 08-10 10-08 10-09 11-01 11-02 11-03 12-24 12-25 12-31",
    perDay: 1,
  },
  {
    place: "ES",
    zones: ["Europe/Madrid", "Atlantic/Canary"],
    hours: ["09:00-21:00", "", ""],
    holidays2027: "01-01 01-06 03-26 05-01 10-12 11-01 12-06 12-08 12-25",
  },
  {
    place: "GB",
    zones: ["Europe/London"],
    hours: ["08:00-21:00", "", ""],
    holidays2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-25 12-26 12-27 12-28",
  },
  {
    place: "MX",
    zones: [
      "America/Mexico_City",
      "America/Cancun",
      "America/Hermosillo",
      "America/Mazatlan",
      "America/Chihuahua",
      "America/Ciudad_Juarez",
      "America/Tijuana",
      "America/Monterrey",
      "America/Merida",
    ],
    hours: ["08:00-20:00", "", ""],
    holidays2027: "01-01 02-01 03-15 05-01 09-16 11-15 12-25",
  },
  {
    place: "PE",
    zones: ["America/Lima"],
    hours: ["07:00-20:00", "", ""],
    holidays2027: "01-01 03-25 03-26 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25",
  },
  {
    place: "US",
    zones: [
      "America/New_York",
      "America/Detroit",
      "America/Chicago",
      "America/Denver",
      "America/Phoenix",
      "America/Los_Angeles",
      "America/Anchorage",
      "Pacific/Honolulu",
      "America/Puerto_Rico",
      "Pacific/Guam",
      "Pacific/Pago_Pago",
    ],
    hours: ["08:00-21:00", "08:00-21:00", "08:00-21:00"],
    holidays2027: "",
  },
  {
    // A state that is not known: the last opening and the first end of the five, and the holidays of any of them.
    place: "BR",
    zones: ["America/Sao_Paulo", "America/Manaus", "America/Rio_Branco", "America/Noronha"],
    hours: ["09:00-18:00", "", ""],
    holidays2027:
      "01-01 02-09 03-26 04-05 04-21 04-23 05-01 06-24 06-29 07-09 09-05 09-07 09-16 10-12 11-02 11-15 11-20 12-25",
  },
  {
    place: "GB-SCT",
    zones: ["Europe/London"],
    hours: ["08:00-21:00", "", ""],
    holidays2027: "01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28",
  },
  {
    place: "GB-NIR",
    zones: ["Europe/London"],
    hours: ["08:00-21:00", "", ""],
    holidays2027: "01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28",
  },
  {
    place: "BR-SP",
    zones: ["America/Sao_Paulo"],
    hours: ["08:00-20:00", "08:00-14:00", ""],
    holidays2027: "01-01 03-26 04-21 05-01 07-09 09-07 10-12 11-02 11-15 11-20 12-25",
  },
  {
    place: "BR-RJ",
    zones: ["America/Sao_Paulo"],
    hours: ["09:00-19:00", "", ""],
    holidays2027: "01-01 02-09 03-26 04-21 04-23 05-01 09-07 10-12 11-02 11-15 11-20 12-25",
  },
  {
    place: "BR-ES",
    zones: ["America/Sao_Paulo"],
    hours: ["08:00-19:00", "", ""],
    holidays2027: "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25",
  },
  {
    // The earlier evening of its two laws: that of 2018.
    place: "BR-AM",
    zones: ["America/Manaus", "America/Eirunepe"],
    hours: ["08:00-18:00", "", ""],
    holidays2027: "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25",
  },
  {
    place: "BR-AL",
    zones: ["America/Maceio"],
    hours: ["08:00-20:00", "08:00-14:00", ""],
    holidays2027: "01-01 03-26 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25",
  },
];

/** What is wrong with a first message at that moment, after those contacts, by the second reading; undefined when nothing is. */
export function refusal(
  law: SecondReading,
  zone: string,
  moment: DateTime,
  contacts: readonly Pick<Contact, "at" | "channel">[],
  asked: AskedHours = "",
  channel: Contact["channel"] = "whatsapp",
): string | undefined {
  const local = moment.setZone(zone);
  if (law.holidays2027.split(" ").includes(local.toFormat("MM-dd"))) return "on a holiday";
  const byLaw = isWithin(local, law.hours[local.weekday <= 5 ? 0 : local.weekday === 6 ? 1 : 2]);
  if (!byLaw && !(law.honoursAskedHours && isWithin(local, asked))) return "outside its hours";
  // Of the past only what a law asks for is looked at: luxon's zones and formats were two thirds of a year of 10,000 debtors.
  const inTheSame = (format: string) => {
    const now = local.toFormat(format);
    return contacts.filter(({ at }) => at.setZone(zone).toFormat(format) === now);
  };
  if (law.perDay !== undefined && inTheSame("yyyy-MM-dd").length >= law.perDay) return "too often in a day";
  if (law.perWeek !== undefined && inTheSame("kkkk-WW").length >= law.perWeek) return "too often in a week";
  if (law.oneChannelAWeek && inTheSame("kkkk-WW").some((before) => before.channel !== channel))
    return "on a second channel in a week";
  const { gapHours = 0 } = law;
  if (contacts.some(({ at }) => moment.toMillis() - at.toMillis() < gapHours * HOUR_MS))
    return "too soon after the last";
  return undefined;
}

function isWithin(local: DateTime, hours: string): boolean {
  const [start, end] = hours.split("-");
  const time = local.toFormat("HH:mm:ss.SSS");
  return start !== undefined && end !== undefined && time >= start && time < end;
}
