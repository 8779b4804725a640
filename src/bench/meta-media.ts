/** What Meta takes as media (Meta, "Media": supported types), as far as we send it. */
const LARGEST: ReadonlyMap<string, number> = new Map([
  ["image/jpeg", 5 * 1024 * 1024],
  ["image/png", 5 * 1024 * 1024],
  ["application/pdf", 100 * 1024 * 1024],
]);

export type UploadedFile = { readonly bytes: Buffer; readonly mime: string };

/** The file of a form as Meta wants it, or what Meta would say is wrong with it. */
export async function readUpload(
  body: Buffer,
  contentType: string | undefined,
): Promise<UploadedFile | { readonly wrong: string }> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType ?? "" } })
    .formData()
    .catch(() => undefined);
  const file = form?.get("file");
  const type = form?.get("type");
  if (form?.get("messaging_product") !== "whatsapp") return { wrong: "messaging_product must be whatsapp" };
  if (!(file instanceof File) || typeof type !== "string") return { wrong: "a file and its type are needed" };
  const most = LARGEST.get(type);
  if (most === undefined || file.type !== type) return { wrong: `type ${type} is not taken for a ${file.type}` };
  if (file.size > most) return { wrong: `${file.size} bytes are too many` };
  return { bytes: Buffer.from(await file.arrayBuffer()), mime: type };
}
