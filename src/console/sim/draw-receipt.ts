import { fromDataUrl, type Picture } from "./read-picture.ts";

const WIDTH = 480;
const HEIGHT = 640;

/** A picture that looks like a bank's receipt and says that it is none. Each has a number of its own, so none is a repeat. */
export function drawReceipt({ title, remark }: { title: string; remark: string }): Picture {
  const canvas = document.createElement("canvas");
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("this browser draws nothing");
  pen.fillStyle = "#f4f6f5";
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = "#ffffff";
  pen.fillRect(32, 32, WIDTH - 64, HEIGHT - 64);
  pen.fillStyle = "#0b6b5b";
  pen.fillRect(32, 32, WIDTH - 64, 88);
  pen.fillStyle = "#ffffff";
  pen.font = "600 24px sans-serif";
  pen.fillText(title, 56, 84);
  pen.fillStyle = "#17201c";
  pen.font = "600 40px sans-serif";
  pen.fillText("$ 100.000", 56, 200);
  pen.font = "20px monospace";
  pen.fillText(`N.º ${receiptNumber()}`, 56, 260);
  pen.fillStyle = "#515b56";
  pen.font = "18px sans-serif";
  pen.fillText(remark, 56, 320);
  pen.fillText("*** 0000", 56, 360);
  return fromDataUrl(canvas.toDataURL("image/png"));
}

/** The page's own age in microseconds: unlike any other receipt of this browser. */
function receiptNumber(): string {
  const micros = Math.floor((performance.timeOrigin + performance.now()) * 1000);
  return String(micros).slice(-10);
}
