import type { FileWords } from "../en/files.ts";

export const filesPt: FileWords = {
  attach: "Anexar",
  detach: (name) => `Remover ${name}`,
};
