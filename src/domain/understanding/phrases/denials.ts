/** These deny the word beside them. */
export const DENIES_NEXT: ReadonlySet<string> = new Set("no nao ni nem not tampoco".split(" "));

/** And what is left out: "sin la segunda". No day is denied so: "el viernes sin falta". */
export const LEAVES_OUT: ReadonlySet<string> = new Set([...DENIES_NEXT, "sin", "sem"]);

/** One of these anywhere makes a breath no plain yes. */
export const DENIES: ReadonlySet<string> = new Set([
  ...DENIES_NEXT,
  ..."nunca jamas jamais never ninguna ninguno nenhuma nenhum none neither unable cant cannot wont dont didnt".split(
    " ",
  ),
]);

/** Beside a yes, or a day, they take it back. */
export const SNEERS: ReadonlySet<string> = new Set(["🙄", "🤡", "🖕", "😒", "🤨"]);
