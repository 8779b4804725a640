import type { DateTime } from "luxon";
import { z } from "zod";
import { type Business, readBusiness } from "../../db/businesses.ts";
import { channelsOf } from "../../db/channels.ts";
import type { Tx } from "../../db/client.ts";
import { holdsOf } from "../../db/console/holds.ts";
import {
  conversationOfPhone,
  decisionsOf,
  heardIn,
  movesOf,
  type PersonRow,
  type PhoneMessageRow,
  phoneMessages,
  simulatedPeople,
} from "../../db/console/simulator.ts";
import { threadUnsent } from "../../db/console/thread.ts";
import { owedByDebtor } from "../../db/owed.ts";
import { keptMedia } from "../../db/simulator.ts";
import { flowAt } from "../../flows/registry.ts";
import type { Deps } from "../app/deps.ts";
import type { ReleaseDeps } from "../app/simulator/release-reports.ts";
import { orderFault, sendFromPhone } from "../app/simulator/send-from-phone.ts";
import { windowClosesAt } from "../channels/service-window.ts";
import { businessTime } from "../clock.ts";
import { present } from "../domain/assert.ts";
import { toText } from "../domain/money.ts";
import { whatsappKey } from "../domain/phone.ts";
import { ownerView } from "./api/show/conversation.ts";
import { decisionView } from "./api/show/decision.ts";
import { heardView } from "./api/show/heard.ts";
import { moment, momentOrNull } from "./api/show/moments.ts";
import { unsentItem } from "./api/show/thread-items.ts";
import type { BotView, PhoneContent, PhoneMessage, SimulatedPerson } from "./contract/simulator.ts";
import type { SimulatorUseCases } from "./use-cases.ts";

const MOST_PEOPLE = 200;
const MOST_MESSAGES = 200;
const LAST = 20;

/** The simulated phones of a business as the console shows them, and what one can do on them. */
export function simulatorUseCases(deps: ReleaseDeps & Pick<Deps, "db" | "clock" | "secrets">): SimulatorUseCases {
  const { db, clock, secrets } = deps;
  const hasPhones = async (tx: Tx, businessId: string): Promise<boolean> =>
    (await channelsOf(tx, businessId)).some(({ kind }) => kind === "simulator");

  return {
    phones: (businessId) =>
      db.inBusiness(businessId, async (tx) => {
        const business = present(await readBusiness(tx), "the business");
        const people = (await hasPhones(tx, businessId)) ? await simulatedPeople(tx, businessId, MOST_PEOPLE) : [];
        const debtorIds = people.flatMap(({ debtorId }) => debtorId ?? []);
        const owed = await owedByDebtor(tx, businessId, debtorIds, business.currency);
        return {
          phones: people.map((row) =>
            personView(row, row.debtorId === null ? undefined : owed.get(row.debtorId), secrets),
          ),
        };
      }),
    view: ({ businessId, phone }) =>
      db.inBusiness(businessId, async (tx) => {
        if (!(await hasPhones(tx, businessId))) return undefined;
        const business = present(await readBusiness(tx), "the business");
        const conversation = await conversationOfPhone(tx, businessId, whatsappKey(phone));
        const messages = await phoneMessages(tx, businessId, { phone, now: clock.now(), limit: MOST_MESSAGES });
        return {
          phone,
          businessName: business.name,
          language: conversation?.language ?? business.language,
          now: moment(businessTime(clock.now(), Number(business.clockOffsetMs))),
          messages: messages.map(phoneMessage),
        };
      }),
    picture: ({ businessId, id }) => db.inBusiness(businessId, (tx) => keptMedia(tx, businessId, id)),
    async send({ businessId, phone, content }) {
      if (!(await db.inBusiness(businessId, (tx) => hasPhones(tx, businessId)))) return "not-found";
      const sends = content.kind === "picture" ? { ...content, bytes: Buffer.from(content.base64, "base64") } : content;
      await sendFromPhone(deps, { businessId, phone, sends });
      return "sent";
    },
    botView: ({ businessId, phone, language }) =>
      db.inBusiness(businessId, async (tx) => {
        const business = present(await readBusiness(tx), "the business");
        const now = businessTime(clock.now(), Number(business.clockOffsetMs));
        return botView({ tx, business, now }, phone, language);
      }),
    async orderFault({ businessId, phone, fault }) {
      if (!(await db.inBusiness(businessId, (tx) => hasPhones(tx, businessId)))) return "not-found";
      await orderFault(deps, { businessId, phone, fault });
      return "ordered";
    },
  };
}

function personView(
  row: PersonRow,
  owed: Parameters<typeof toText>[0] | undefined,
  secrets: Deps["secrets"],
): SimulatedPerson {
  return {
    phone: row.phone,
    name: row.name,
    debtorId: row.debtorId,
    documentLastFour: row.documentLastFour,
    birthDate: row.birthDateSealed === null ? null : secrets.unseal(row.birthDateSealed),
    owed: owed && owed.minor > 0n ? [toText(owed)] : [],
    conversationId: row.conversationId,
    lastAt: momentOrNull(row.lastAt),
  };
}

const Options = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    description: z
      .string()
      .nullish()
      .transform((text) => text ?? null),
  }),
);

/** What was sent, as the channel's own content, in the shapes a phone can show. */
const Shown = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), body: z.string() }),
  z.object({
    kind: z.literal("choice"),
    body: z.string(),
    options: Options,
    layout: z.object({ as: z.enum(["buttons", "list"]), opener: z.string().optional() }),
  }),
  z.object({ kind: z.literal("template"), name: z.string(), options: Options, fallbackText: z.string() }),
  z.object({ kind: z.literal("choiceReply"), id: z.string(), title: z.string() }),
  z.object({
    kind: z.literal("media"),
    caption: z.string().nullish(),
    media: z.object({ token: z.uuid(), type: z.string() }).optional().catch(undefined),
  }),
]);

const STATUS = ["sending", "sent", "failed", "delivered", "read"] as const;

function phoneMessage(row: PhoneMessageRow): PhoneMessage {
  return {
    id: row.id,
    direction: row.direction,
    at: moment(row.at),
    status: STATUS[row.statusRank ?? 0] ?? "sending",
    content: phoneContent(row.content),
  };
}

function phoneContent(stored: unknown): PhoneContent {
  const shown = Shown.parse(stored);
  switch (shown.kind) {
    case "text":
    case "choiceReply":
      return shown;
    case "choice":
      if (shown.layout.as === "buttons") return { kind: "buttons", body: shown.body, options: shown.options };
      return { kind: "list", body: shown.body, opener: shown.layout.opener ?? "", options: shown.options };
    case "template":
      return { kind: "template", name: shown.name, body: shown.fallbackText, options: shown.options };
    case "media":
      return { kind: "picture", caption: shown.caption ?? null, pictureUrl: pictureUrl(shown.media) };
  }
}

/** A document has none: a browser draws it in no picture. */
function pictureUrl(media: { readonly token: string; readonly type: string } | undefined): string | null {
  return media?.type === "image" ? `/api/simulator/pictures/${media.token}` : null;
}

const NOTHING: BotView = {
  conversationId: null,
  state: null,
  stateMeans: null,
  owner: null,
  verified: false,
  alarmAt: null,
  windowClosesAt: null,
  holds: [],
  heard: [],
  moves: [],
  decisions: [],
  outbox: [],
};

async function botView(
  { tx, business, now }: { tx: Tx; business: Business; now: DateTime },
  phone: string,
  language: "es" | "pt-BR" | "en",
): Promise<BotView> {
  const businessId = business.id;
  const conversation = await conversationOfPhone(tx, businessId, whatsappKey(phone));
  if (!conversation) return NOTHING;
  const { id, debtorId, flow, flowVersion, state } = conversation;
  const heard = await heardIn(tx, businessId, id, LAST);
  const turns = heard.flatMap(({ turn }) => turn ?? []);
  const [holds, moves, decisions, unsent] = await Promise.all([
    debtorId === null ? [] : holdsOf(tx, businessId, { debtorIds: [debtorId], now }),
    movesOf(tx, businessId, id, { limit: LAST, turns }),
    decisionsOf(tx, businessId, id, LAST),
    threadUnsent(tx, businessId, { conversationId: id, before: undefined, limit: LAST }),
  ]);
  const names = new Map<string, string>();
  return {
    conversationId: id,
    state,
    stateMeans: flowAt(flow, flowVersion).machine.root.states[state]?.description ?? null,
    owner: ownerView(conversation, { names, me: "" }),
    verified: conversation.verifiedAt !== null,
    alarmAt: momentOrNull(conversation.alarmAt),
    windowClosesAt: momentOrNull(windowClosesAt(conversation.lastInboundAt ?? undefined)),
    holds: holds.map(({ kind, since, until }) => ({ kind, since: momentOrNull(since), until: momentOrNull(until) })),
    heard: heard.map((row) => heardView(row, moves, { business, conversation, now })),
    moves: moves.slice(0, LAST).map(({ at, event, from, to }) => ({ at: moment(at), event: event.type, from, to })),
    decisions: decisions.flatMap((row) => {
      const view = decisionView(row, language);
      return view ? [{ ...view, outboxId: row.outboxId, kind: row.kind }] : [];
    }),
    outbox: unsent.map((row) => unsentItem(row, { names, language })),
  };
}
