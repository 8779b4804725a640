/** A file that a reply carries. */
export const filesEn = {
  attach: "Attach",
  detach: (name: string) => `Remove ${name}`,
};

export type FileWords = typeof filesEn;
