/** What is hidden in a text that leaves the house or is shown to somebody who need not know whose words they are. */
export type Hideable = "name" | "business" | "number" | "email" | "link" | "handle" | "address" | "date";

/** From the first to behind the last character that is hidden. */
export type Hiding = { readonly what: Hideable; readonly start: number; readonly end: number };

/** In the language that most debtors write: a reader, and a model, takes them for words of the sentence. */
export const PLACEHOLDER: Readonly<Record<Hideable, string>> = {
  name: "[nombre]",
  business: "[empresa]",
  number: "[número]",
  email: "[correo]",
  link: "[enlace]",
  handle: "[usuario]",
  address: "[dirección]",
  date: "[fecha]",
};
