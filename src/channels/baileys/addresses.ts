import type { WASocket } from "@whiskeysockets/baileys";
import { z } from "zod";
import type { Clock } from "../../clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { ChannelIdentity } from "../channel.ts";
import { spellings } from "../is-same-phone.ts";
import { ADDRESS, ALIAS, hashedNumber } from "../keys-of-person.ts";
import { identityOf, jidOf } from "./jid.ts";
import type { Keys } from "./keys.ts";
import { recent } from "./recent.ts";

export type Addresses = {
  /**
   * The one address under which a person is written to, for two would be two ratchets: the LID once it is known, else the
   * number as WhatsApp spells it. Asked once and kept. Undefined: not on WhatsApp.
   *
   * @throws {AppError} `channel.unavailable` when WhatsApp does not answer
   */
  find(to: ChannelIdentity, socket: WASocket): Promise<string | undefined>;
  /** The person by the names that the application uses: its spelling of the number, and the number of a known LID. */
  named(who: ChannelIdentity): Promise<ChannelIdentity>;
};

const Known = z.object({ phone: z.string(), lid: z.string().optional() });
type Known = z.output<typeof Known>;

/** A row is forgotten when it was not written for some time, so one that is used is written again, but not at each send. */
const RENEW_AFTER_MS = 24 * 3_600_000;

/** `onLearnt` is told that a number and a LID are one person. */
export function makeAddresses(
  keys: Keys,
  { clock, onLearnt }: { readonly clock: Clock; readonly onLearnt: (same: ChannelIdentity) => void },
): Addresses {
  const known = recent<Known>(5_000);
  /** When this process wrote a number's rows last, on the clock's `elapsedMs`. */
  const writtenAtMs = recent<number>(5_000);
  const aliases = recent<string>(5_000);

  return {
    async find({ phone, lid }, socket) {
      if (phone === undefined) return lid === undefined ? undefined : jidOf({ lid });
      if (lid !== undefined) {
        await renew(phone);
        return jidOf({ lid });
      }
      const address = known.get(phone) ?? (await stored(phone));
      if (address?.lid !== undefined) {
        await renew(phone);
        return jidOf({ lid: address.lid });
      }
      const found = address?.phone ?? (await ask(phone, socket));
      return found === undefined ? undefined : keep(phone, found, socket);
    },
    async named({ phone, lid }) {
      const number = phone ?? (lid === undefined ? undefined : await phoneOf(lid));
      if (number === undefined) return { ...(lid !== undefined && { lid }) };
      const alias =
        aliases.get(number) ?? (await keys.read(ALIAS, idOf(number), (json) => z.string().parse(json))) ?? number;
      aliases.set(number, alias);
      return { phone: alias, ...(lid !== undefined && { lid }) };
    },
  };

  async function keep(phone: string, spelt: string, socket: WASocket): Promise<string> {
    const lid = identityOf(
      (await socket.signalRepository.lidMapping.getLIDForPN(jidOf({ phone: spelt }))) ?? undefined,
    )?.lid;
    const address: Known = { phone: spelt, ...(lid !== undefined && { lid }) };
    await write(phone, address);
    aliases.set(spelt, phone);
    known.set(phone, address);
    if (lid !== undefined) onLearnt({ phone, lid });
    return jidOf(lid === undefined ? { phone: spelt } : { lid });
  }

  async function write(phone: string, address: Known): Promise<void> {
    await keys.write(ADDRESS, idOf(phone), address);
    if (address.phone !== phone) await keys.write(ALIAS, idOf(address.phone), phone);
    writtenAtMs.set(phone, clock.elapsedMs());
  }

  async function renew(phone: string): Promise<void> {
    const atMs = writtenAtMs.get(phone);
    if (atMs !== undefined && clock.elapsedMs() - atMs < RENEW_AFTER_MS) return;
    // From the store, and not from what is remembered here: who was erased meanwhile is not written back.
    const address = await stored(phone);
    if (address === undefined) writtenAtMs.set(phone, clock.elapsedMs());
    else await write(phone, address);
  }

  function stored(phone: string): Promise<Known | undefined> {
    return keys.read(ADDRESS, idOf(phone), (json) => Known.parse(json));
  }

  function idOf(number: string): string {
    return hashedNumber(keys.creds.signedIdentityKey.private, number);
  }

  async function phoneOf(lid: string): Promise<string | undefined> {
    const id = `${lid}_reverse`;
    return (await keys.signal.get("lid-mapping", [id]))[id];
  }
}

/** The number as WhatsApp spells it, tried under each of its spellings. */
async function ask(phone: string, socket: WASocket): Promise<string | undefined> {
  for (const spelling of spellings(phone)) {
    const answer = await socket.onWhatsApp(jidOf({ phone: spelling }));
    if (answer === undefined)
      throw new AppError("channel.unavailable", "WhatsApp did not say whether it knows a number");
    const found = answer.find(({ exists }) => exists);
    const spelt = identityOf(found?.jid)?.phone;
    if (spelt !== undefined) return spelt;
  }
  return undefined;
}
