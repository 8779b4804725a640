import { inboxPt } from "./pt-BR/inbox.ts";
import { errorsPt, loginPt, shellPt } from "./pt-BR/shell.ts";
import { termsPt } from "./pt-BR/terms.ts";
import type { Words } from "./words.ts";

export const portuguese: Words = {
  shell: shellPt,
  login: loginPt,
  errors: errorsPt,
  terms: termsPt,
  inbox: inboxPt,
};
