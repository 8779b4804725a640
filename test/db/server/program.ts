import { postgresClient } from "../../../db/postgres-client.ts";
import { startDatabase } from "../../../db/server/start-database.ts";
import { AppError } from "../../../src/domain/errors.ts";

/**
 * A program that uses the embedded database, for tests that kill it: `node program.ts <data folder>`. It prints one JSON
 * object when the database runs or was refused; at SIGINT or SIGTERM it drains (asks the database once more), stops it,
 * and prints another.
 */
const [, , dataDir = ""] = process.argv;

function say(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

try {
  const server = await startDatabase({ dataDir, log: { info: () => undefined, warn: () => undefined } });
  const drain = async (): Promise<void> => {
    const sql = postgresClient(server.ownerUrl, { max: 1 });
    const [row] = await sql`select 'still there' as answer`;
    await sql.end();
    await server.stop();
    say({ answer: row?.["answer"] });
    process.exit(0);
  };
  process.once("SIGINT", () => void drain());
  process.once("SIGTERM", () => void drain());
  // Keeps the program alive until it is told to leave.
  setInterval(() => undefined, 60_000);
  say({ ownerUrl: server.ownerUrl });
} catch (error) {
  say(error instanceof AppError ? { code: error.code, message: error.message } : { message: String(error) });
}
