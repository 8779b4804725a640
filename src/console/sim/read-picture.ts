/** What the server takes from a simulated telephone. */
const LARGEST_BYTES = 2 * 1024 * 1024;

export type Picture = { readonly mime: string; readonly base64: string };

/** A file as text, or `undefined` when it is too large to send. */
export async function readPicture(file: File): Promise<Picture | undefined> {
  if (file.size > LARGEST_BYTES) return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { mime: file.type, base64: btoa(binary) };
}

export function fromDataUrl(url: string): Picture {
  const comma = url.indexOf(",");
  return { mime: url.slice("data:".length, url.indexOf(";")), base64: url.slice(comma + 1) };
}
