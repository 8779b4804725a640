import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { newRandomId } from "../../../src/ids.ts";
import type { Certificate } from "./media-certificate.ts";

/** Where encrypted files wait to be fetched. It cannot read them. */
export type MediaHost = {
  /** Name and port. */
  readonly host: string;
  readonly files: ReadonlyMap<string, Buffer>;
  /** Keeps a file, and says under which path. */
  put(file: Buffer): string;
  /** Answers so many of the next requests with this status. */
  fails(status: number, times: number): void;
  /** A file nobody fetched in time is gone (404), and the phone has to be asked for it. */
  loses(path: string): void;
  close(): Promise<void>;
};

export async function startMediaHost({ key, certificate }: Certificate): Promise<MediaHost> {
  const files = new Map<string, Buffer>();
  const failures: number[] = [];
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = (request.url ?? "").split("?")[0] ?? "";
      const failure = failures.shift();
      if (failure !== undefined) return response.writeHead(failure).end();
      if (request.method === "POST") {
        files.set(path, Buffer.concat(chunks));
        return response.end(JSON.stringify({ url: `https://${host}${path}`, direct_path: path }));
      }
      const file = files.get(path);
      return file ? response.end(file) : response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    files,
    put(file) {
      const path = `/v/${newRandomId()}.enc`;
      files.set(path, file);
      return path;
    },
    fails(status, times) {
      failures.push(...Array.from({ length: times }, () => status));
    },
    loses(path) {
      files.delete(path);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
