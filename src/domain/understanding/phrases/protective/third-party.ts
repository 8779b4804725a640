import type { PhraseTable } from "../../lexicon.ts";

/** Somebody else has the phone, or tells of the debtor: nothing of the debt may be said to them. */
export const thirdParty: PhraseTable<"thirdParty"> = {
  says: "thirdParty",
  es: [
    "soy (la|el|su|una|un|otra) (@family)",
    "soy .. @family (de|del)",
    "(habla|escribe|contesta) (la|el|su) @family",
    "(el|la|quien) que (debe|debia|saco|compro) (es|era|fue) (mi|un|una|el|la|otro|otra)",
    "(le|se) (dire|digo|aviso|paso|comento) .. (recado|mensaje)",
    "(cedula|cuenta|deuda) de mi (@family)",
    "la deuda es de (mi|otra|otro|un|una|el|ella)",
    "no (vive|trabaja|esta) (mas)? (aqui|aca|con)",
  ],
  pt: ["sou (a|o) @family", "aqui .. e (a|o) @family"],
  en: ["(is|im|am) (his|her|the|a) @family", "(his|her|their) @family"],
  except: ["no soy .. @family"],
};
