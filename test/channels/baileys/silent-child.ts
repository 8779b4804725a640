import { BufferJSON, type SignalDataTypeMap } from "@whiskeysockets/baileys";
import { newId } from "../../../src/ids.ts";
import { silenceConsole } from "../../../src/log.ts";
import { shopWorld } from "../../support/sessions/linked-phone.ts";

/**
 * A process that hosts a linked phone, and opens and closes Signal sessions as it works. It tells its parent through a channel of its
 * own which keys there are; whatever it prints besides is what the parent looks at.
 */
const [, , mode] = process.argv;
if (mode === "silent") silenceConsole();
await using world = await shopWorld();
await using phone = world.phone({ silence: mode === "silent" ? silenceConsole : () => undefined });
await phone.opened();
const debtor = world.server.phone(world.debtor);
await debtor.says(world.shop, "uno");
const [message] = await phone.messages(1);
const to = message?.from ?? {};
await phone.channel.send({ outboxId: newId(), to, content: { kind: "text", body: "Hola" } }).result;
// The phone was restored: it begins a new session, and the old one is closed, which is when libsignal prints it.
debtor.forgetsSessions();
await debtor.says(world.shop, "dos");
await phone.messages(2);
process.send?.(
  [...world.store.values].filter(([key]) => key.startsWith("session/")).flatMap(([, value]) => keysIn(value)),
);
await phone.channel.close();
process.disconnect();
process.exit(0);

/** Every key of a session, as it would be printed: bytes in hex, as Node shows them. */
function keysIn(value: string): string[] {
  const found: string[] = [];
  const session: SignalDataTypeMap["session"] = JSON.parse(value, BufferJSON.reviver);
  JSON.stringify(session, (_, part: unknown) => {
    if (typeof part === "string" && /^[A-Za-z0-9+/]{43}=$/.test(part)) {
      found.push(Buffer.from(part, "base64").toString("hex").match(/../g)?.slice(0, 16).join(" ") ?? "", part);
    }
    return part;
  });
  return found;
}
