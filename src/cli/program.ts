import { Command } from "commander";
import { apiKeyCommand } from "./api-key.ts";
import { benchCommand } from "./bench.ts";
import { eraseDebtorCommand } from "./erase-debtor.ts";
import { exportCommand } from "./export.ts";
import { importCommand } from "./import.ts";
import { ledgerCommand } from "./ledger.ts";
import { mayContactCommand } from "./may-contact/may-contact.ts";
import { payDaysCommand } from "./pay-days.ts";
import { proveCommand } from "./prove.ts";
import { rateCardCommand } from "./rate-card.ts";
import { settingsCommand } from "./settings.ts";
import { startCommand } from "./start.ts";
import { understandCommand } from "./understand/understand.ts";
import { withInstallation } from "./with-installation.ts";

/** The `saldar` command. Each sub-command is a file beside; exit codes: 0 done, 1 failed, 2 wrongly called, others in its help. */
export function makeProgram(): Command {
  const program = new Command("saldar")
    .description(
      "WhatsApp collections: contact law as code, plans, payments, and every outcome in a double-entry ledger.",
    )
    .showHelpAfterError()
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

  startCommand(program);
  importCommand(program, withInstallation);
  mayContactCommand(program);
  understandCommand(program);
  apiKeyCommand(program, withInstallation);
  payDaysCommand(program, withInstallation);
  rateCardCommand(program, withInstallation);
  eraseDebtorCommand(program, withInstallation);
  exportCommand(program, withInstallation);
  ledgerCommand(program);
  settingsCommand(program);
  benchCommand(program);
  proveCommand(program);
  return program;
}
