export const elsewhereEn = {
  title: (present: string) => `You are in ${present} now`,
  why: (page: string) =>
    `You went there in another tab, or signed in anew. This page is ${page}'s and does nothing any more, so that nothing gets mixed up.`,
  goOn: (present: string) => `Go on in ${present}`,
  comeBack: (page: string) => `Go back to ${page}`,
};
export type ElsewhereWords = typeof elsewhereEn;
