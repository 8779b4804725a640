/** What was begun and not sent, by conversation; gone with the tab and at sign-out. */
export function keptDraft(id: string): string {
  return sessionStorage.getItem(`draft:${id}`) ?? "";
}

export function keepDraft(id: string, text: string): void {
  if (text === "") sessionStorage.removeItem(`draft:${id}`);
  else sessionStorage.setItem(`draft:${id}`, text);
}
