import type { ElsewhereWords } from "../en/elsewhere.ts";

export const elsewherePt: ElsewhereWords = {
  title: (present) => `Agora você está em ${present}`,
  why: (page) =>
    `Você foi para esse negócio em outra aba, ou entrou de novo. Esta página é de ${page} e não faz mais nada, para que nada se misture.`,
  goOn: (present) => `Continuar em ${present}`,
  comeBack: (page) => `Voltar a ${page}`,
};
