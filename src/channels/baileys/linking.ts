import type { BinaryNode, WASocket } from "@whiskeysockets/baileys";
import type { Clock } from "../../clock.ts";
import type { LinkBy, LinkState } from "../channel.ts";
import type { Keys } from "./keys.ts";

export type LinkingParts = {
  readonly how: LinkBy;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly qrTimeoutMs: number | undefined;
  /** A new secret for the QR. */
  readonly newSecret: () => string;
  readonly tell: (state: LinkState) => void;
  readonly refused: (detail: string) => void;
  readonly report: (error: unknown, doing: string) => void;
};

/** How long WhatsApp lets a code or a QR stand: the first one longer than those that follow by themselves. */
const FIRST_SECONDS = 60;
const NEXT_SECONDS = 20;

/** Shows what links a phone to one socket: a QR after another, or a code once WhatsApp's server has taken it. */
export function showLinking(socket: WASocket, parts: LinkingParts): void {
  const { how } = parts;
  const life = { left: 0, shown: 0 };
  const onDevices = (node: BinaryNode): void => {
    life.left = refsIn(node);
    if (how.by !== "code") return;
    askForCode(socket, { ...parts, phone: how.phone, refs: life.left });
  };
  socket.ws.prependListener("CB:iq,type:set,pair-device", onDevices);
  let redraw = (): void => undefined;
  if (how.by === "qr") {
    socket.ev.on("connection.update", ({ qr }) => {
      if (qr === undefined) return;
      life.left -= 1;
      life.shown += 1;
      const left = Math.max(0, life.left);
      const expiresAt = parts.clock.now().plus(ttl(parts, life.shown === 1));
      redraw = () => parts.tell({ state: "qr", qr: withSecret(qr, parts.keys.creds.advSecretKey), expiresAt, left });
      redraw();
    });
  }
  // WhatsApp retires the secret that was just scanned and wants a fresh one shown; Baileys does not know of it (WhiskeySockets/Baileys#2737).
  socket.ws.on("CB:notification,type:companion_reg_refresh", () => {
    socket.ev.emit("creds.update", { advSecretKey: parts.newSecret() });
    redraw();
  });
}

/** Baileys makes the code itself and returns it before WhatsApp's server has said whether it takes it: only then it is shown. */
function askForCode(socket: WASocket, parts: LinkingParts & { readonly phone: string; readonly refs: number }): void {
  const expiresAt = parts.clock.now().plus({ seconds: FIRST_SECONDS + NEXT_SECONDS * Math.max(0, parts.refs - 1) });
  const answered = new Promise<BinaryNode>((resolve) => {
    socket.ws.once("CB:iq,type:result,link_code_companion_reg", resolve);
    socket.ws.once("CB:iq,type:error", resolve);
  });
  const show = async (): Promise<void> => {
    const code = await socket.requestPairingCode(parts.phone);
    const answer = await answered;
    if (answer.attrs["type"] === "result") return parts.tell({ state: "code", code, expiresAt });
    parts.refused(`WhatsApp did not take the code (${errorIn(answer)})`);
  };
  show().catch((error: unknown) => parts.report(error, "asking for a pairing code"));
}

function ttl({ qrTimeoutMs }: LinkingParts, isFirst: boolean): { readonly milliseconds: number } {
  return { milliseconds: qrTimeoutMs ?? (isFirst ? FIRST_SECONDS : NEXT_SECONDS) * 1_000 };
}

/** Baileys draws all its QRs with the secret of the beginning; the fourth field is the one that holds now. */
function withSecret(qr: string, secret: string): string {
  const [head = "", body = ""] = qr.split("#");
  const fields = body.split(",");
  fields[3] = secret;
  return `${head}#${fields.join(",")}`;
}

function refsIn({ content }: BinaryNode): number {
  const [devices] = Array.isArray(content) ? content : [];
  return Array.isArray(devices?.content) ? devices.content.filter(({ tag }) => tag === "ref").length : 0;
}

function errorIn({ content }: BinaryNode): string {
  const error = Array.isArray(content) ? content.find(({ tag }) => tag === "error") : undefined;
  return error?.attrs["code"] ?? "no code";
}
