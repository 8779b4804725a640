import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

export type Certificate = { readonly key: string; readonly certificate: string };

/** A throw-away certificate for 127.0.0.1: the addresses of media are always https. */
export function makeMediaCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), "whatsapp-media-"));
  const key = join(folder, "key.pem");
  const certificate = join(folder, "certificate.pem");
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  const names = ["-subj", "/CN=loopback", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
  const files = ["-keyout", key, "-out", certificate];
  try {
    execFileSync("openssl", ["req", "-x509", ...curve, "-nodes", "-days", "2", ...names, ...files], { stdio: "pipe" });
    return { key: readFileSync(key, "utf8"), certificate: readFileSync(certificate, "utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Makes this process trust it too. A process of its own is started with NODE_EXTRA_CA_CERTS instead. */
export function trustMediaCertificate({ certificate }: Pick<Certificate, "certificate">): void {
  setDefaultCACertificates([...getCACertificates("default"), certificate]);
}
