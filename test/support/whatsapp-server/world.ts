import { type MemoryAuth, memoryAuth } from "./memory-auth.ts";
import { trustRoot } from "./trust-root.ts";
import type { User } from "./user.ts";
import { startWhatsAppServer, type WhatsAppServer, type WhatsAppServerOptions } from "./whatsapp-server.ts";

/** A shop with a linked companion, and somebody who owes it money. */
export type LinkedWorld = AsyncDisposable & {
  readonly server: WhatsAppServer;
  readonly shop: User;
  readonly debtor: User;
  /** Keys of the companion, entered as if it had been linked long ago. */
  readonly auth: MemoryAuth;
};

export async function linkedWorld(options: WhatsAppServerOptions = {}): Promise<LinkedWorld> {
  const server = await startWhatsAppServer(options);
  const distrust = trustRoot(server.rootKey);
  const shop = server.addUser("573000000001", "Tienda de muestra 07");
  const debtor = server.addUser("573000000002", "Deudora de muestra 02");
  const auth = memoryAuth();
  Object.assign(auth.state.creds, server.registerCompanion(shop, auth.state.creds));
  return {
    server,
    shop,
    debtor,
    auth,
    async [Symbol.asyncDispose]() {
      distrust();
      await server.close();
    },
  };
}
