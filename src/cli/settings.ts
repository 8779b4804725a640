import type { Command } from "commander";
import { readConfig } from "../config.ts";

/** `saldar config check`: reads the settings as a start would, and names every problem at once. */
export function settingsCommand(program: Command): void {
  program
    .command("config")
    .description("The settings")
    .command("check")
    .description("Check the settings in the environment without starting anything")
    .action(() => {
      const config = readConfig();
      const parts = [
        `mode ${config.SALDAR_MODE}`,
        config.DATABASE_URL ? "your own Postgres" : `embedded Postgres in ${config.SALDAR_DATA_DIR}`,
        config.whatsapp ? `WhatsApp number ${config.whatsapp.phoneNumberId}` : "no WhatsApp number",
        config.stripe ? "Stripe" : "no Stripe",
        config.languageModel ? `language model ${config.languageModel.model}` : "no language model",
      ];
      process.stdout.write(`The settings are in order: ${parts.join(", ")}.\n`);
    });
}
