import { type Clause, policy, statute } from "../clause.ts";
import type { Role } from "../facts.ts";
import type { Profile } from "../profile.ts";
import type { CountryLaw } from "./country-law.ts";

/**
 * The European Union, laid over a member state's own law: a member state's file ends in `underEu({ … })`. The overlay only
 * narrows. Its version stands beside the state's, so that a change of either is seen in the record of a decision.
 *
 * Directives bind through the law of the member state; until that is written (in Spain it is not yet) their rules are kept
 * all the same. Directive 2021/2167 is about buyers and servicers of credit and not the first creditor.
 */
const VERSION = "EU-2026.11";

/** Those who owe or guarantee the debt; to anybody else it is personal data of another person. */
const RECIPIENTS: readonly Role[] = ["debtor", "co_debtor", "guarantor"];

/** @param country the member state the clauses are cited in: `ES` gives `ES.eu.privacy`. */
function euClauses(country: string) {
  return {
    euPrivacy: policy({
      id: `${country}.eu.privacy`,
      law: "Reglamento (UE) 2016/679 (RGPD)",
      article: "arts. 5.1.f y 6",
      text: {
        es: "La deuda es un dato personal: no se revela a quien no la debe ni la garantiza.",
        "pt-BR": "A dívida é um dado pessoal: não se revela a quem não a deve nem a garante.",
        en: "A debt is personal data: it is not told to who neither owes nor guarantees it.",
      },
      source: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    }),
    euGoodFaith: statute({
      id: `${country}.eu.good-faith`,
      law: "Directiva (UE) 2021/2167",
      article: "art. 10.1",
      text: {
        es: "Compradores y administradores de créditos tratan a la persona de buena fe, sin engaño, acoso ni coacción.",
        "pt-BR": "Compradores e gestores de créditos tratam a pessoa de boa-fé, sem engano, assédio nem coação.",
        en: "Buyers and servicers of credit deal with the person in good faith, without deceit, harassment or coercion.",
      },
      confidence: "secondary",
      source: "https://judict.eu/en/hla/32021L2167-X/article-10",
    }),
    euFirstContact: statute({
      id: `${country}.eu.first-contact`,
      law: "Directiva (UE) 2021/2167",
      article: "art. 10.2",
      text: {
        es: "Quien compró la deuda informa por escrito de la cesión y de quién es antes del primer cobro.",
        "pt-BR": "Quem comprou a dívida informa por escrito a cessão e quem é antes da primeira cobrança.",
        en: "Who bought the debt tells in writing of the transfer and who they are before the first demand.",
      },
      confidence: "secondary",
      source: "https://judict.eu/en/hla/32021L2167-X/article-10",
    }),
    euForbearance: statute({
      id: `${country}.eu.forbearance`,
      law: "Directiva (UE) 2023/2225 (CCD2)",
      article: "art. 35",
      text: {
        es: "Desde el 20 de noviembre de 2026 el acreedor ofrece facilidades según la situación de la persona antes de ejecutar.",
        "pt-BR":
          "Desde 20 de novembro de 2026 o credor oferece facilidades conforme a situação da pessoa antes de executar.",
        en: "From 20 November 2026 on a creditor offers relief fitting the person's situation before enforcing.",
      },
      confidence: "secondary",
      source:
        "https://sintact.ro/legislatie/jurnalul-oficial-ue/directiva-2225-18-oct-2023-privind-contractele-de-credit-de-79174553/art-35",
    }),
  } as const satisfies Record<string, Clause>;
}

/** A member state's law with the Union's laid over it. */
export function underEu(law: CountryLaw): CountryLaw {
  const eu = euClauses(law.country);
  return {
    ...law,
    clauses: { ...law.clauses, ...eu },
    profile: (choice) => narrowed(law.profile(choice), eu.euPrivacy),
  };
}

/** The state's clause stands where its own list of recipients is as narrow as the Union's. */
function narrowed(profile: Profile, privacy: Clause): Profile {
  const { allowed } = profile.recipients;
  const kept = allowed.filter((role) => RECIPIENTS.includes(role));
  return {
    ...profile,
    version: `${profile.version}+${VERSION}`,
    recipients: kept.length === allowed.length ? profile.recipients : { allowed: kept, clause: privacy },
  };
}
