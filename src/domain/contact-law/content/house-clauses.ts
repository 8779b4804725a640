import { policy } from "../clause.ts";

const HOUSE = { source: "src/domain/contact-law/README.md" };

/** What the house does not let be said in any country, and asks to be said in all; a country's law stands before it. */
export const ANYWHERE = {
  noThreats: policy({
    ...HOUSE,
    id: "any.no-threats",
    article: "10",
    text: {
      es: "No se amenaza a nadie, ni con la justicia, ni con la cárcel, ni con sus bienes.",
      "pt-BR": "Não se ameaça ninguém, nem com a justiça, nem com prisão, nem com os bens.",
      en: "Nobody is threatened, not with courts, nor with prison, nor with their belongings.",
    },
  }),
  noBureauThreats: policy({
    ...HOUSE,
    id: "any.no-bureau-threats",
    article: "10",
    text: {
      es: "En el chat no se anuncia ni se insinúa un reporte negativo de crédito.",
      "pt-BR": "No chat não se anuncia nem se insinua um registro negativo de crédito.",
      en: "A negative credit report is neither announced nor hinted at in the chat.",
    },
  }),
  thirdParties: policy({
    ...HOUSE,
    id: "any.third-parties",
    article: "11",
    text: {
      es: "De la deuda solo se habla con quien la debe.",
      "pt-BR": "Da dívida só se fala com quem deve.",
      en: "A debt is spoken about only with who owes it.",
    },
  }),
  noShaming: policy({
    ...HOUSE,
    id: "any.no-shaming",
    article: "12",
    text: {
      es: "No se insulta ni se avergüenza a nadie por deber.",
      "pt-BR": "Ninguém é insultado nem envergonhado por dever.",
      en: "Nobody is insulted or shamed for owing.",
    },
  }),
  firstMessage: policy({
    ...HOUSE,
    id: "any.first-message",
    article: "18",
    text: {
      es: "El primer mensaje dice quién escribe y para qué, sin nombrar la deuda, cómo parar y cómo hablar con una persona.",
      "pt-BR":
        "A primeira mensagem diz quem escreve e para quê, sem citar a dívida, como parar e como falar com uma pessoa.",
      en: "The first message says who writes and what for, without naming the debt, how to stop and how to reach a person.",
    },
  }),
  identity: policy({
    ...HOUSE,
    id: "any.identity",
    article: "19",
    text: {
      es: "Antes de comprobar quién lee no se nombran montos ni la deuda.",
      "pt-BR": "Antes de comprovar quem lê não se citam valores nem a dívida.",
      en: "Before it is proved who reads it neither amounts nor the debt are named.",
    },
  }),
  noDemand: policy({
    ...HOUSE,
    id: "any.no-demand",
    article: "20",
    text: {
      es: "La confirmación de una operación dice lo que se operó y no cobra nada.",
      "pt-BR": "A confirmação de uma operação diz o que se operou e não cobra nada.",
      en: "The confirmation of an operation tells what was done and demands nothing.",
    },
  }),
  ownName: policy({
    ...HOUSE,
    id: "any.own-name",
    article: "21",
    text: {
      es: "Quien cobra habla en su propio nombre, nunca como si fuera una autoridad o una institución pública.",
      "pt-BR": "Quem cobra fala em seu próprio nome, nunca como se fosse uma autoridade ou um órgão público.",
      en: "Who collects speaks in their own name, never as if they were an authority or a public body.",
    },
  }),
} as const;
