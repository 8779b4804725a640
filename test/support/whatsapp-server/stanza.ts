import { type BinaryNode, getBinaryNodeChild, getBinaryNodeChildBuffer } from "@whiskeysockets/baileys";

/** Who speaks when it is the server itself. */
export const HOST = "s.whatsapp.net";

/** One element of the protocol; WhatsApp writes XML in a binary form, and so the words are those of XML. */
export function stanza(tag: string, attrs: Record<string, string> = {}, content?: BinaryNode["content"]): BinaryNode {
  return content === undefined ? { tag, attrs } : { tag, attrs, content };
}

/** An attribute that must be there: a client that leaves it out has a fault that a test should see. */
export function attr(node: BinaryNode, name: string): string {
  const value = node.attrs[name];
  if (value === undefined) throw new Error(`<${node.tag}> without ${name}`);
  return value;
}

/** A child that must be there. */
export function need(node: BinaryNode | undefined, tag: string): BinaryNode {
  const found = getBinaryNodeChild(node, tag);
  if (!found) throw new Error(`<${node?.tag ?? "nothing"}> without <${tag}>`);
  return found;
}

/** The bytes of a child that must be there. */
export function bytesOf(node: BinaryNode | undefined, tag: string): Buffer {
  const found = getBinaryNodeChildBuffer(node, tag);
  if (!found) throw new Error(`<${node?.tag ?? "nothing"}> without the bytes of <${tag}>`);
  return Buffer.from(found);
}

/** The bytes of the element itself. */
export function content(node: BinaryNode): Buffer {
  if (!(node.content instanceof Uint8Array)) throw new Error(`<${node.tag}> without bytes`);
  return Buffer.from(node.content);
}

/** The elements within, whatever they are. */
export function within(node: BinaryNode | undefined): readonly BinaryNode[] {
  return Array.isArray(node?.content) ? node.content : [];
}

/** The number that these bytes are, most significant first. */
export function uint(bytes: Uint8Array): number {
  return Buffer.from(bytes).readUIntBE(0, bytes.length);
}

export function bigEndian(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}
