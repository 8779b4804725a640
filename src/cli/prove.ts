import type { Command } from "commander";
import { type Proof, prove } from "../prove/prove.ts";

/** `saldar prove`: what was tried and what survived, as a table. Exit code 1 when something did not. */
export function proveCommand(program: Command): void {
  program
    .command("prove")
    .description(
      "Try kills, forgeries, repeats, cut connections, tampering, break-ins and take-overs on a throw-away installation; exit code 1 when one does harm",
    )
    .option("--json", "print one list instead of a table")
    .action(async ({ json }: { json?: boolean }) => {
      const proofs = await prove((proof) => json || process.stdout.write(lineOf(proof)));
      const failed = proofs.filter(({ survived }) => !survived).length;
      process.stdout.write(
        json ? `${JSON.stringify(proofs, null, 2)}\n` : `\n${proofs.length - failed} of ${proofs.length} survived.\n`,
      );
      if (failed > 0) process.exitCode = 1;
    });
}

function lineOf({ claim, tried, seen, survived, seconds }: Proof): string {
  return `${survived ? "survived" : "FAILED  "}  ${claim}\n            tried: ${tried} (${seconds} s)\n            seen:  ${seen}\n`;
}
