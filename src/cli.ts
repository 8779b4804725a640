#!/usr/bin/env node
import { Command } from "commander";
import { apiKeyCommand } from "./cli/api-key.ts";
import { benchCommand } from "./cli/bench.ts";
import { eraseDebtorCommand } from "./cli/erase-debtor.ts";
import { importCommand } from "./cli/import.ts";
import { ledgerCommand } from "./cli/ledger.ts";
import { mayContactCommand } from "./cli/may-contact/may-contact.ts";
import { proveCommand } from "./cli/prove.ts";
import { settingsCommand } from "./cli/settings.ts";
import { startCommand } from "./cli/start.ts";
import { fail, withInstallation } from "./cli/with-installation.ts";

/** The `saldar` command. Each sub-command is a file beside; exit codes: 0 done, 1 failed, 2 wrongly called, others in its help. */
const program = new Command("saldar")
  .description(
    "WhatsApp collections: contact law as code, plans, payments, and every outcome in a double-entry ledger.",
  )
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

startCommand(program);
importCommand(program, withInstallation);
mayContactCommand(program);
apiKeyCommand(program, withInstallation);
eraseDebtorCommand(program, withInstallation);
ledgerCommand(program);
settingsCommand(program);
benchCommand(program);
proveCommand(program);

program.parseAsync().catch(fail);
