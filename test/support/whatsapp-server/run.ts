import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { z } from "zod";
import { Command, perform } from "./commands.ts";
import { startWhatsAppServer, type WhatsAppServer } from "./whatsapp-server.ts";

/**
 * The server in a process of its own: for what is measured, and for what is killed.
 *
 *     node test/support/whatsapp-server/run.ts --port 0 --companions 50 --contacts 100
 *
 * The first line it prints says where it is: `{url, rootKey, mediaCertificate, accounts, contacts}`. Then it takes commands
 * (`commands.ts`), one a line, each with an `ask` of the caller's choice, and prints `{ask, told}` or `{ask, error}` for
 * each as it is done; one that waits for something holds up no other. It ends with its input.
 */
async function run(): Promise<void> {
  quietSignal();
  // libsignal gives Node keys as bytes, which Node finds out by catching two errors: without their stacks a message
  // costs 0.7 ms where it cost 1.1 (Node 24.21).
  Error.stackTraceLimit = 0;
  const { port, companions, contacts } = Settings.parse(parseArgs({ options: OPTIONS }).values);
  const server = await startWhatsAppServer({ port, media: "host" });
  const folder = mkdtempSync(join(tmpdir(), "whatsapp-server-"));
  const mediaCertificate = join(folder, "certificate.pem");
  writeFileSync(mediaCertificate, server.mediaCertificate?.certificate ?? "");
  const accounts = people(server, { many: companions, first: 573001000001, name: "Tienda de muestra" });
  const debtors = people(server, { many: contacts, first: 573002000001, name: "Deudor de muestra" });
  print({ url: server.url, rootKey: server.rootKey.toString("hex"), mediaCertificate, accounts, contacts: debtors });
  for await (const line of createInterface({ input: process.stdin })) void obey(server, line);
  rmSync(folder, { recursive: true });
  await server.close();
}

const OPTIONS = {
  port: { type: "string", default: "0" },
  companions: { type: "string", default: "1" },
  contacts: { type: "string", default: "1" },
} as const;
const Settings = z.object({
  port: z.coerce.number().int(),
  companions: z.coerce.number().int(),
  contacts: z.coerce.number().int(),
});
const Asked = z.object({ ask: z.int() }).and(Command);

async function obey(server: WhatsAppServer, line: string): Promise<void> {
  const parsed = Asked.safeParse(JSON.parse(line));
  if (!parsed.success) return print({ ask: JSON.parse(line).ask, error: z.prettifyError(parsed.error) });
  const { ask } = parsed.data;
  try {
    print({ ask, told: (await perform(server, parsed.data)) ?? null });
  } catch (error) {
    print({ ask, error: String(error) });
  }
}

function people(
  server: WhatsAppServer,
  { many, first, name }: { many: number; first: number; name: string },
): string[] {
  return Array.from({ length: many }, (_, place) => {
    const number = String(first + place);
    server.addUser(number, `${name} ${place + 1}`);
    return number;
  });
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** libsignal prints sessions with their private keys, and what is printed here is read by somebody. */
function quietSignal(): void {
  const nothing = () => undefined;
  Object.assign(console, { log: nothing, info: nothing, warn: nothing, error: nothing });
}

await run();
