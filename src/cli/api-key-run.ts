import { type ApiKeyRow, apiKeysOf } from "../../db/api-keys.ts";
import { COMMAND_LINE } from "../../db/audit.ts";
import { createApiKey } from "../app/api-keys/create.ts";
import { businessOfKey, idOfKey } from "../app/api-keys/find-whole.ts";
import { isKeyText } from "../app/api-keys/key-text.ts";
import { revokeApiKey } from "../app/api-keys/revoke.ts";
import type { Deps } from "../app/deps.ts";
import { present } from "../domain/assert.ts";
import type { Role } from "../domain/member-role.ts";
import { findBusiness } from "./find-business.ts";
import type { Terminal } from "./import-run.ts";

type KeyDeps = Pick<Deps, "db" | "clock" | "secrets">;
type Asked = { readonly business?: string; readonly json?: boolean };

const DONE = 0;
const WRONGLY_CALLED = 2;

/** It is shown where a colleague's name would be: so no line breaks, and nothing unseen that turns or hides what stands around it. */
const NAME = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,80}$/u;

/** The secret alone goes to the output, so that a script can keep it; what there is to say about it goes beside. */
export async function createKey(
  deps: KeyDeps,
  asked: Asked & { readonly name: string; readonly role: Role },
  terminal: Terminal,
): Promise<number> {
  const name = asked.name.trim();
  if (!NAME.test(name)) return wrong(terminal, "--name has 1 to 80 characters, all visible, on one line");
  const found = await findBusiness(deps, asked.business);
  if ("problem" in found) return wrong(terminal, found.problem);
  const { businessId } = found;
  const { role } = asked;
  const { id, prefix, secret } = await createApiKey(deps, { businessId, name, role, by: COMMAND_LINE });
  if (asked.json) terminal.out(asJson({ id, name, role, prefix, secret }));
  else {
    terminal.out(`${secret}\n`);
    terminal.progress(
      `Key ${id}, "${name}", with the role ${role}. It is shown this once; send it as Authorization: Bearer ${prefix}…\n`,
    );
  }
  return DONE;
}

export async function listKeys(deps: KeyDeps, { business, json }: Asked, terminal: Terminal): Promise<number> {
  const found = await findBusiness(deps, business);
  if ("problem" in found) return wrong(terminal, found.problem);
  const keys = await keysOf(deps, found.businessId);
  if (json) terminal.out(asJson({ keys: keys.map(view) }));
  else terminal.out(keys.length === 0 ? "There is no API key.\n" : keys.map(line).join(""));
  return DONE;
}

export async function revokeKeyOf(
  deps: KeyDeps,
  { business, json, id: wanted }: Asked & { readonly id: string },
  terminal: Terminal,
): Promise<number> {
  const isWhole = isKeyText(wanted);
  // Who found a leaked key has all of it in hand: neither its id nor whose it is, and one that stands says both.
  const owner = isWhole && business === undefined ? await businessOfKey(deps, wanted) : undefined;
  const found = owner === undefined ? await findBusiness(deps, business) : { businessId: owner };
  if ("problem" in found) return wrong(terminal, found.problem);
  const { businessId } = found;
  const wantedId = isWhole ? await idOfKey(deps, { businessId, secret: wanted }) : wanted;
  const named = (await keysOf(deps, businessId)).filter(({ id, prefix }) => wantedId === id || wanted === prefix);
  const [key, another] = named;
  if (!key || another) {
    const many = `several keys begin so: name one by its id:${named.map(({ id }) => `\n  ${id}`).join("")}`;
    return wrong(terminal, another ? many : "there is no such key: saldar api-key list shows them");
  }
  const { id, name } = key;
  const done = await revokeApiKey(deps, { businessId, id, by: COMMAND_LINE });
  const revokedAt = present((await keysOf(deps, businessId)).find((one) => one.id === id)?.revokedAt, "its end");
  if (json) terminal.out(asJson({ id, name, revokedAt: revokedAt.toISO(), revokedBefore: done === "revoked-before" }));
  else terminal.out(`Key ${id}, "${name}", ${done === "revoked" ? "is revoked" : "was revoked before"}.\n`);
  return DONE;
}

function keysOf({ db }: KeyDeps, businessId: string): Promise<ApiKeyRow[]> {
  return db.inBusiness(businessId, (tx) => apiKeysOf(tx, businessId));
}

function view({ createdAt, lastUsedAt, revokedAt, ...key }: ApiKeyRow): object {
  const at = { createdAt: createdAt.toISO(), lastUsedAt: lastUsedAt?.toISO() ?? null };
  return { ...key, ...at, revokedAt: revokedAt?.toISO() ?? null };
}

function line({ id, prefix, role, name, createdAt, lastUsedAt, revokedAt }: ApiKeyRow): string {
  const used = lastUsedAt === null ? "never used" : `last used ${lastUsedAt.toISO()}`;
  const state = revokedAt === null ? used : `${used}, revoked ${revokedAt.toISO()}`;
  return `${id}  ${prefix}…  ${role}  "${name}", made ${createdAt.toISO()}, ${state}\n`;
}

function asJson(object: object): string {
  return `${JSON.stringify(object, null, 2)}\n`;
}

function wrong(terminal: Terminal, problem: string): number {
  terminal.progress(`error: ${problem}\n`);
  return WRONGLY_CALLED;
}
