import { type Command, Option } from "commander";
import { ROLES, type Role } from "../domain/member-role.ts";
import { createKey, listKeys, revokeKeyOf } from "./api-key-run.ts";
import type { OpenInstallation } from "./import.ts";
import { withInstallation } from "./with-installation.ts";

type Common = { readonly business?: string; readonly json?: boolean };

/**
 * `saldar api-key create|list|revoke`: keys with which a business's own system uses the API. Exit codes: 0 done (also when the
 * key was revoked before), 2 wrongly called, 1 anything else.
 */
export function apiKeyCommand(program: Command, open: OpenInstallation = withInstallation): void {
  const command = program.command("api-key").description("Keys with which a business's own system uses the API");
  const terminal = {
    out: (text: string) => void process.stdout.write(text),
    progress: (text: string) => void process.stderr.write(text),
  };
  const business = () => new Option("--business <name>", "its name or id; not needed while there is only one");
  const json = () => new Option("--json", "print one object instead of lines");
  command
    .command("create")
    .description("Make a key and print its secret, this once")
    .requiredOption("--name <name>", "which system it is for: shown wherever a person's name would be")
    .addOption(new Option("--role <role>", "what it may do: docs/permissions.md").choices(ROLES).default("business"))
    .addOption(business())
    .addOption(json())
    .action((given: Common & { readonly name: string; readonly role: Role }) =>
      open(async ({ deps }) => {
        process.exitCode = await createKey(deps, given, terminal);
      }),
    );
  command
    .command("list")
    .description("Show all keys there ever were, without their secrets")
    .addOption(business())
    .addOption(json())
    .action((given: Common) =>
      open(async ({ deps }) => {
        process.exitCode = await listKeys(deps, given, terminal);
      }),
    );
  command
    .command("revoke")
    .description("End a key for good; its next request is refused")
    .argument("<id>", "the key's id or its beginning, as saldar api-key list shows them, or the whole key")
    .addOption(business())
    .addOption(json())
    .action((id: string, given: Common) =>
      open(async ({ deps }) => {
        process.exitCode = await revokeKeyOf(deps, { ...given, id }, terminal);
      }),
    );
}
