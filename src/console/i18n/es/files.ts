import type { FileWords } from "../en/files.ts";

export const filesEs: FileWords = {
  attach: "Adjuntar",
  detach: (name) => `Quitar ${name}`,
};
