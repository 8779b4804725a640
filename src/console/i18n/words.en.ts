import { inboxEn } from "./en/inbox.ts";
import { errorsEn, loginEn, shellEn } from "./en/shell.ts";
import { termsEn } from "./en/terms.ts";
import type { Words } from "./words.ts";

export const english: Words = {
  shell: shellEn,
  login: loginEn,
  errors: errorsEn,
  terms: termsEn,
  inbox: inboxEn,
};
