import { inboxEs } from "./es/inbox.ts";
import { errorsEs, loginEs, shellEs } from "./es/shell.ts";
import { termsEs } from "./es/terms.ts";
import type { Words } from "./words.ts";

export const spanish: Words = {
  shell: shellEs,
  login: loginEs,
  errors: errorsEs,
  terms: termsEs,
  inbox: inboxEs,
};
