import { type AuthenticationCreds, BufferJSON, initAuthCreds } from "@whiskeysockets/baileys";
import { z } from "zod";
import type { Where } from "./faults.ts";
import type { User } from "./user.ts";
import type { WhatsAppServer } from "./whatsapp-server.ts";

const number = z.string().regex(/^\d{8,15}$/);
const count = z.int().min(1);

const Fault = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("errorAck"), code: z.string() }),
  z.object({ kind: z.literal("delayAck"), ms: z.int() }),
  z.object({ kind: z.literal("late"), ms: z.int() }),
  z.object({ kind: z.literal("reorder"), count }),
  z.object({ kind: z.literal("refuseLogin"), code: z.int() }),
  z.object({
    kind: z.enum([
      "loseAck",
      "holdAck",
      "cutBeforeRouting",
      "cutBeforeAck",
      "duplicate",
      "duplicateReceipt",
      "cutAfterDelivery",
      "garble",
      "refuseCode",
      "refreshOnScan",
    ]),
  }),
]);
const Place = z.object({ account: number.optional(), contact: number.optional(), times: count.optional() });
const Saying = z.object({ id: z.string().optional(), addressing: z.enum(["lid", "hidden", "pn"]).optional() });
const How = z.enum(["drop", "replaced", "removed", "banned", "outdated", "unavailable", "restart", "deaf", "mute"]);

/** What a server in a process of its own can be told; people are named by their numbers. */
export const Command = z.discriminatedUnion("do", [
  z.object({ do: z.literal("add"), number, name: z.string() }),
  /** A companion with keys of ours, or of a client: what comes back is (or belongs into) its creds, as JSON of Baileys. */
  z.object({ do: z.literal("register"), number, creds: z.string().optional() }),
  z.object({ do: z.literal("scan"), number, qr: z.string() }),
  z.object({ do: z.literal("type"), number, code: z.string() }),
  z.object({ do: z.literal("say"), from: number, to: number, text: z.string(), how: Saying.optional() }),
  /** So many things are said, by each in `from` in turn to each in `to` in turn. */
  z.object({ do: z.literal("flood"), from: z.array(number), to: z.array(number), count }),
  z.object({ do: z.literal("picture"), from: number, to: number, bytes: z.base64(), caption: z.string().optional() }),
  z.object({ do: z.literal("read"), number, account: number, ids: z.array(z.string()) }),
  z.object({ do: z.literal("tell"), number, what: z.enum(["nothing", "delivered", "read"]) }),
  z.object({ do: z.literal("leave"), number }),
  z.object({ do: z.literal("order"), fault: Fault, where: Place.optional() }),
  z.object({ do: z.literal("kick"), number, how: How }),
  z.object({ do: z.literal("restrict"), number, untilSeconds: z.int() }),
  z.object({ do: z.literal("goDown") }),
  z.object({ do: z.literal("comeBack") }),
  z.object({ do: z.literal("relent") }),
  z.object({ do: z.literal("releaseAcks") }),
  z.object({ do: z.literal("shown"), number }),
  z.object({ do: z.literal("counts") }),
  /** What clients sent and phones opened, each copy, from this place in the order of all on. */
  z.object({ do: z.literal("arrivals"), since: z.int().min(0) }),
  /** Whose companions' connections ended, from this place on. */
  z.object({ do: z.literal("departures"), since: z.int().min(0) }),
  z.object({ do: z.literal("struck") }),
  z.object({ do: z.literal("told") }),
  z.object({ do: z.literal("unsettled"), number }),
  z.object({ do: z.literal("untilLoggedIn"), number, times: count }),
  z.object({ do: z.literal("untilShown"), number, count }),
  /** Copies at all phones together, those of the accounts' own not counted. */
  z.object({ do: z.literal("untilArrived"), count }),
  z.object({ do: z.literal("untilReceipt"), number, id: z.string(), type: z.string() }),
  z.object({ do: z.literal("untilSettled"), numbers: z.array(number) }),
]);

export type Command = z.infer<typeof Command>;

/** Does what a command says, and resolves with what there is to tell, as JSON. */
export async function perform(server: WhatsAppServer, command: Command): Promise<unknown> {
  const who = (digits: string): User => {
    const user = server.user(`${digits}@s.whatsapp.net`);
    if (!user) throw new Error(`nobody has WhatsApp at ${digits}`);
    return user;
  };
  switch (command.do) {
    case "add":
      return { lid: server.addUser(command.number, command.name).lid };
    case "register":
      return { creds: register(server, who(command.number), command.creds) };
    case "scan":
      return server.scanQr(who(command.number), command.qr);
    case "type":
      return server.typeCode(who(command.number), command.code);
    case "order":
      return server.order(command.fault, placeOf(command.where, who));
    case "kick":
      return server.kick(who(command.number), command.how);
    case "restrict":
      return server.restrict(who(command.number), command.untilSeconds);
    case "goDown":
      return server.goDown();
    case "comeBack":
      return server.comeBack();
    case "relent":
      return server.relent();
    case "releaseAcks":
      return server.releaseAcks();
    case "leave":
      who(command.number).isRegistered = false;
      return;
    case "say":
    case "flood":
    case "picture":
    case "read":
    case "tell":
      return usePhone(server, who, command);
    case "arrivals":
    case "departures":
    case "struck":
    case "told":
    case "unsettled":
      return lookBack(server, who, command);
    default:
      return tell(server, who, command);
  }
}

type Who = (digits: string) => User;
type OfPhones = Extract<Command, { do: "say" | "flood" | "picture" | "read" | "tell" }>;

async function usePhone(server: WhatsAppServer, who: Who, command: OfPhones): Promise<unknown> {
  switch (command.do) {
    case "say":
      return { id: await server.phone(who(command.from)).says(who(command.to), command.text, command.how) };
    case "flood":
      return { ids: await flood(server, who, command) };
    case "picture": {
      const bytes = Buffer.from(command.bytes, "base64");
      const { caption = "" } = command;
      const picture = { kind: "Image", bytes, mime: "image/png", caption } as const;
      return { id: await server.phone(who(command.from)).sendsMedia(who(command.to), picture) };
    }
    case "read":
      return server.phone(who(command.number)).reads(who(command.account), command.ids);
    case "tell":
      return server.phone(who(command.number)).tells(command.what);
  }
}

type Questions = Extract<
  Command,
  { do: "shown" | "counts" | "untilLoggedIn" | "untilShown" | "untilArrived" | "untilReceipt" | "untilSettled" }
>;

async function tell(server: WhatsAppServer, who: Who, command: Questions): Promise<unknown> {
  switch (command.do) {
    case "shown":
      return server.shown(who(command.number)).map(({ id, from, text }) => ({ id, from: from.number, text }));
    case "counts":
      return counts(server);
    case "untilLoggedIn":
      await server.untilLoggedIn(who(command.number), command.times);
      return;
    case "untilShown":
      await server.untilShown(who(command.number), command.count);
      return;
    case "untilArrived":
      await server.arrived.until(command.count, isFromClient);
      return;
    case "untilReceipt":
      return server.untilReceipt(who(command.number), command.id, command.type);
    case "untilSettled":
      for (const one of command.numbers) await server.untilSettled(who(one));
      return;
  }
}

type LookingBack = Extract<Command, { do: "arrivals" | "departures" | "struck" | "told" | "unsettled" }>;

function lookBack(server: WhatsAppServer, who: Who, command: LookingBack): unknown {
  switch (command.do) {
    case "arrivals": {
      const { all } = server.arrived;
      const copies = all.slice(command.since).filter(isFromClient);
      return {
        next: all.length,
        copies: copies.map(({ id, from, to, text }) => ({ id, from: from.number, to: to.number, text })),
      };
    }
    case "departures": {
      const { all } = server.departures;
      const numbers = all.slice(command.since).flatMap(({ companion }) => companion?.owner.number ?? []);
      return { next: all.length, numbers };
    }
    case "struck":
      return server.struck.map(({ kind, account, id }) => ({ kind, account: account?.number, id }));
    case "told":
      return server.told.all.map(({ account, ids, type }) => ({ account: account.number, ids, type }));
    case "unsettled":
      return { count: server.unsettled(who(command.number)) };
  }
}

/** Not the copies for the accounts' own phones, and not what phones say. */
const isFromClient = ({ isOwnCopy, encryption }: WhatsAppServer["arrived"]["all"][number]): boolean =>
  !isOwnCopy && encryption !== "none";

function counts(server: WhatsAppServer) {
  return {
    arrived: server.arrived.all.filter(isFromClient).length,
    receipts: server.receipts.all.length,
    logins: server.logins.all.length,
    departures: server.departures.all.length,
    nacks: server.nacks.all.length,
    refusals: server.refusals.all.length,
    unanswered: server.unanswered.all.map(({ tag, attrs }) => `${tag} ${attrs["xmlns"] ?? attrs["type"] ?? ""}`),
    troubles: server.troubles.all.map(String),
    rssBytes: process.memoryUsage.rss(),
    cpuMs: (process.cpuUsage().user + process.cpuUsage().system) / 1_000,
  };
}

function register(server: WhatsAppServer, user: User, text: string | undefined): string {
  if (text !== undefined) {
    const creds: AuthenticationCreds = JSON.parse(text, BufferJSON.reviver);
    return JSON.stringify(server.registerCompanion(user, creds), BufferJSON.replacer);
  }
  const creds = initAuthCreds();
  return JSON.stringify({ ...creds, ...server.registerCompanion(user, creds) }, BufferJSON.replacer);
}

async function flood(server: WhatsAppServer, who: Who, { from, to, count: many }: Extract<Command, { do: "flood" }>) {
  const phones = from.map((one) => server.phone(who(one)));
  const accounts = to.map(who);
  const sent: Promise<string>[] = [];
  for (let place = 0; place < many; place++) {
    const phone = phones[place % phones.length];
    const account = accounts[place % accounts.length];
    if (phone && account) sent.push(phone.says(account, `mensaje ${place + 1}`));
  }
  return Promise.all(sent);
}

function placeOf(place: z.infer<typeof Place> | undefined, who: Who): Where {
  const { account, contact, times } = place ?? {};
  return {
    ...(account !== undefined && { account: who(account) }),
    ...(contact !== undefined && { contact: who(contact) }),
    ...(times !== undefined && { times }),
  };
}
