import type { Command } from "commander";
import { withInstallation } from "./with-installation.ts";

/** `saldar ledger verify`: recomputes the books of every business and says what does not hold. Exit code 3 when something does not. */
export function ledgerCommand(program: Command): void {
  const ledger = program.command("ledger").description("The double-entry ledger");
  ledger
    .command("verify")
    .description("Recompute every balance, fingerprint and sealed block; exit code 3 when one does not hold")
    .option("--json", "print an object instead of lines")
    .action(({ json }: { json?: boolean }) =>
      withInstallation(async ({ deps }) => {
        const { verify } = await import("../../db/ledger/verify.ts");
        const { businessIds } = await import("../../db/lookups.ts");
        const books = [];
        for (const businessId of await businessIds(deps.db.lookups)) {
          books.push({ businessId, findings: await deps.db.inBusiness(businessId, (tx) => verify(tx)) });
        }
        const count = books.reduce((sum, { findings }) => sum + findings.length, 0);
        process.stdout.write(
          json ? `${JSON.stringify({ businesses: books.length, findings: count, books }, null, 2)}\n` : lines(books),
        );
        if (count > 0) process.exitCode = 3;
      }),
    );
}

type Books = readonly { readonly businessId: string; readonly findings: readonly { readonly message: string }[] }[];

function lines(books: Books): string {
  if (books.length === 0) return "There is no business yet, and so no books.\n";
  return books
    .map(({ businessId, findings }) =>
      findings.length === 0
        ? `${businessId}: the books hold\n`
        : `${businessId}: ${findings.length} finding(s)\n${findings.map(({ message }) => `  - ${message}\n`).join("")}`,
    )
    .join("");
}
