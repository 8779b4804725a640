import type { ElsewhereWords } from "../en/elsewhere.ts";

export const elsewhereEs: ElsewhereWords = {
  title: (present) => `Ahora está en ${present}`,
  why: (page) =>
    `Pasó a ese negocio en otra pestaña, o entró de nuevo. Esta página es de ${page} y ya no hace nada, para que nada se mezcle.`,
  goOn: (present) => `Seguir en ${present}`,
  comeBack: (page) => `Volver a ${page}`,
};
