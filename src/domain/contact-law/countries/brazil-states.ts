import type { Zone } from "../../time.ts";
import { type Clause, policy, statute } from "../clause.ts";
import { hours, type WeekHours } from "../profile.ts";
import { weekOf } from "./house.ts";

/** The states without such a law, and the Federal District, each with the zones it lies in by the IANA data. */
export const STATES_WITHOUT_HOURS: Readonly<Record<string, readonly [Zone, ...Zone[]]>> = {
  AC: ["America/Rio_Branco"],
  AP: ["America/Belem"],
  BA: ["America/Bahia"],
  CE: ["America/Fortaleza"],
  DF: ["America/Sao_Paulo"],
  GO: ["America/Sao_Paulo"],
  MA: ["America/Fortaleza"],
  MG: ["America/Sao_Paulo"],
  MS: ["America/Campo_Grande"],
  MT: ["America/Cuiaba"],
  PA: ["America/Belem", "America/Santarem"],
  PB: ["America/Fortaleza"],
  PE: ["America/Recife", "America/Noronha"],
  PI: ["America/Fortaleza"],
  PR: ["America/Sao_Paulo"],
  RN: ["America/Fortaleza"],
  RO: ["America/Porto_Velho"],
  RR: ["America/Boa_Vista"],
  RS: ["America/Sao_Paulo"],
  SC: ["America/Sao_Paulo"],
  SE: ["America/Maceio"],
  TO: ["America/Araguaina"],
};

/** A state whose law names the hours of collection; the same sentence closes its Sundays and holidays. */
export type BrazilianState = {
  readonly zones: readonly [Zone, ...Zone[]];
  readonly week: WeekHours;
  readonly clause: Clause;
};

/** The west of it, where the area code is 97 (Tabatinga, Eirunepé), is an hour behind Manaus. */
const AMAZONAS_ZONES = ["America/Manaus", "America/Eirunepe"] as const;

const ON_CALLS = { channels: ["voice"], confidence: "secondary" } as const;

const EFIC = "https://efic.com.br/?p=368";

/**
 * The states known to name hours, by the letters of ISO 3166-2. By the letter they speak of calls; only that of Alagoas
 * names text messages too, and that the others hold for messages is policy. State laws after 2019 were not looked for.
 *
 * In Amazonas two laws stand side by side: Lei 360/2016 (306/16 in some tables) ends the day at 19:00 and closes Saturdays;
 * Lei 4.644/2018, which the Supreme Court upheld (ADI 6087), allows 8:00 to 18:00. What both allow is in force, and a
 * business may choose the first alone: the second is reported to speak of calls.
 */
export const BRAZILIAN_STATES = {
  SP: {
    zones: ["America/Sao_Paulo"],
    week: weekOf([hours("08:00", "20:00")], [hours("08:00", "14:00")]),
    clause: policy({
      source: EFIC,
      lawOn: ON_CALLS,
      id: "BR.SP.hours",
      law: "Lei 15.426/2014 (São Paulo)",
      article: "horários",
      text: {
        es: "En São Paulo se cobra de lunes a viernes de 8:00 a 20:00 y los sábados de 8:00 a 14:00; nunca en domingos ni feriados; en la ley, las llamadas, y los mensajes por política.",
        "pt-BR":
          "Em São Paulo cobra-se de segunda a sexta das 8h às 20h e aos sábados das 8h às 14h; nunca aos domingos e feriados; na lei, as ligações, e as mensagens por política.",
        en: "In São Paulo collection runs Monday to Friday 8:00 to 20:00 and Saturday 8:00 to 14:00; never on Sundays or holidays; calls by law, messages by policy.",
      },
    }),
  },
  RJ: {
    zones: ["America/Sao_Paulo"],
    week: weekOf([hours("09:00", "19:00")]),
    clause: policy({
      source: "https://www.proteste.org.br/seus-direitos/direito-do-consumidor/noticia/cobranca-vexatoria-o-que-fazer",
      lawOn: ON_CALLS,
      id: "BR.RJ.hours",
      law: "Lei 7.868/2018 (Rio de Janeiro)",
      article: "art. 3 § 4",
      text: {
        es: "En Río de Janeiro se cobra en días hábiles de 9:00 a 19:00; nunca en fines de semana ni feriados; en la ley, las llamadas, y los mensajes por política.",
        "pt-BR":
          "No Rio de Janeiro cobra-se em dias úteis das 9h às 19h; nunca em fins de semana e feriados; na lei, as ligações, e as mensagens por política.",
        en: "In Rio de Janeiro collection runs on working days 9:00 to 19:00; never on weekends or holidays; calls by law, messages by policy.",
      },
    }),
  },
  ES: {
    zones: ["America/Sao_Paulo"],
    week: weekOf([hours("08:00", "19:00")]),
    clause: policy({
      source: EFIC,
      lawOn: ON_CALLS,
      id: "BR.ES.hours",
      law: "Lei 10.626/2017 (Espírito Santo)",
      article: "horários",
      text: {
        es: "En Espírito Santo se cobra de lunes a viernes de 8:00 a 19:00; nunca en fines de semana ni feriados; en la ley, las llamadas, y los mensajes por política.",
        "pt-BR":
          "No Espírito Santo cobra-se de segunda a sexta das 8h às 19h; nunca em fins de semana e feriados; na lei, as ligações, e as mensagens por política.",
        en: "In Espírito Santo collection runs Monday to Friday 8:00 to 19:00; never on weekends or holidays; calls by law, messages by policy.",
      },
    }),
  },
  AM: {
    zones: AMAZONAS_ZONES,
    week: weekOf([hours("08:00", "18:00")]),
    clause: policy({
      source: "https://amnews.com.br/nova-lei-proibe-cobrancas-por-telefone-fora-do-horario-comercial",
      lawOn: ON_CALLS,
      id: "BR.AM.hours",
      law: "Leis 4.644/2018 e 360/2016 (Amazonas)",
      article: "horários",
      text: {
        es: "En Amazonas se cobra de lunes a viernes de 8:00 a 18:00; nunca en fines de semana ni feriados; en la ley, las llamadas, y los mensajes por política.",
        "pt-BR":
          "No Amazonas cobra-se de segunda a sexta das 8h às 18h; nunca em fins de semana e feriados; na lei, as ligações, e as mensagens por política.",
        en: "In Amazonas collection runs Monday to Friday 8:00 to 18:00; never on weekends or holidays; calls by law, messages by policy.",
      },
    }),
  },
  AL: {
    zones: ["America/Maceio"],
    week: weekOf([hours("08:00", "20:00")], [hours("08:00", "14:00")]),
    clause: statute({
      confidence: "secondary",
      source:
        "https://7segundos.com.br/arapiraca/noticias/2018/04/16/92926-cobrancas-via-telefone-e-sms-sao-orientadas-pelo-procon-arapiraca",
      id: "BR.AL.hours",
      law: "Lei 7.782/2016 (Alagoas)",
      article: "horários",
      text: {
        es: "En Alagoas se llama y se escribe de lunes a viernes de 8:00 a 20:00 y los sábados de 8:00 a 14:00; nunca en domingos ni feriados.",
        "pt-BR":
          "Em Alagoas liga-se e escreve-se de segunda a sexta das 8h às 20h e aos sábados das 8h às 14h; nunca aos domingos e feriados.",
        en: "In Alagoas calls and messages run Monday to Friday 8:00 to 20:00 and Saturday 8:00 to 14:00; never on Sundays or holidays.",
      },
    }),
  },
} as const satisfies Readonly<Record<string, BrazilianState>>;

/** Amazonas by Lei 360/2016 alone. */
export const AMAZONAS_UNTIL_19: BrazilianState = {
  zones: AMAZONAS_ZONES,
  week: weekOf([hours("08:00", "19:00")]),
  clause: policy({
    source: EFIC,
    lawOn: ON_CALLS,
    id: "BR.AM.hours.until-19",
    law: "Lei 360/2016 (Amazonas)",
    article: "horários",
    text: {
      es: "Lectura elegida por la empresa: en Amazonas se cobra hasta las 19:00, de lunes a viernes, y nunca en feriados; en la ley, las llamadas, y los mensajes por política.",
      "pt-BR":
        "Leitura escolhida pela empresa: no Amazonas cobra-se até as 19h, de segunda a sexta, e nunca em feriados; na lei, as ligações, e as mensagens por política.",
      en: "A reading chosen by the business: in Amazonas collection runs until 19:00, Monday to Friday, never on holidays; calls by law, messages by policy.",
    },
  }),
};
