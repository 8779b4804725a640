import type { DateTime } from "luxon";
import { z } from "zod";
import type { Business } from "../../../../db/businesses.ts";
import type { HeardRow, MoveRow, PhoneConversationRow } from "../../../../db/console/simulator.ts";
import { expectationOf } from "../../../../flows/lib/definition.ts";
import { flowAt } from "../../../../flows/registry.ts";
import { type HeardAgain, hearAgain } from "../../../app/conversations/hear-again.ts";
import { todayOf } from "../../../app/conversations/today-of.ts";
import { toText } from "../../../domain/money.ts";
import type { DecidedView, HeardPart, HeardReading, HeardView } from "../../contract/simulator.ts";
import { moment } from "./moments.ts";

type Place = {
  readonly business: Pick<Business, "country" | "currency" | "zone" | "payDays">;
  readonly conversation: Pick<
    PhoneConversationRow,
    "flow" | "flowVersion" | "state" | "language" | "debtorCountry" | "debtorZone"
  >;
  readonly now: DateTime;
};

const Said = z.object({ intent: z.string(), stage: z.string(), confidence: z.number(), evidence: z.string() });
/** What a turn keeps of a message (`keptMeaning`). */
const Kept = z.object({
  ...Said.shape,
  messageId: z.string(),
  act: z.enum(["act", "confirm", "menu", "human"]),
  candidates: z.array(z.string()),
  language: z.enum(["es", "pt-BR", "en"]).nullable(),
  also: z.array(Said),
});
type Kept = z.infer<typeof Kept>;

/** One message, as its turn kept it; what the log has no place for is read in its words once more. */
export function heardView(row: HeardRow, moves: readonly MoveRow[], place: Place): HeardView {
  const ofTurn = moves.filter(({ revision }) => revision === row.turn).reverse();
  const own = ofTurn.filter(({ meaning }) => keptOf(meaning)?.messageId === row.id);
  const kept = own.map(({ meaning }) => keptOf(meaning))[0];
  // What begins a conversation is no message's own, and is all that came of a first "hola".
  const decided = own.length > 0 ? own : ofTurn.filter(({ meaning }) => meaning === null);
  const { expects, again } = readAgain(row, { ofTurn, own }, place);
  const reading = again && { expects, ...readingView(kept, again) };
  return {
    messageId: row.id,
    at: moment(row.sentAt),
    kind: row.kind,
    parts: partsOf(row.body, reading?.intents[0]?.evidence ?? "", again),
    reading: reading ?? null,
    decided: decided.map(decidedView),
    waits: row.turn === null,
  };
}

function keptOf(meaning: unknown): Kept | undefined {
  return Kept.safeParse(meaning).data;
}

type Turn = { readonly ofTurn: readonly MoveRow[]; readonly own: readonly MoveRow[] };

function readAgain(row: HeardRow, { ofTurn, own }: Turn, { business, conversation, now }: Place) {
  const { flow, flowVersion, language } = conversation;
  const began = ofTurn[0]?.from ?? conversation.state;
  const state = own[0]?.from ?? ofTurn.at(-1)?.to ?? conversation.state;
  const expects = expectationOf(flowAt(flow, flowVersion), state);
  const again = hearAgain(row, {
    expects,
    options: state === began ? row.shown : [],
    language,
    currency: business.currency,
    country: conversation.debtorCountry ?? business.country,
    today: todayOf({ business, now: ofTurn[0]?.at ?? now }, conversation),
    payDays: business.payDays,
  });
  return { expects, again };
}

function readingView(
  kept: Kept | undefined,
  { reading, amounts, shares, days }: HeardAgain,
): Omit<HeardReading, "expects"> {
  const said = kept ? [kept, ...kept.also] : reading.meanings;
  const { act, candidates, language } = kept ?? reading;
  return {
    from: kept ? "kept" : "again",
    intents: said.map(({ intent, stage, confidence, evidence }) => ({ intent, stage, confidence, evidence })),
    act,
    candidates,
    language: language ?? null,
    amounts: amounts.map(({ text, start: at, amount, exactness, range }) => ({
      text,
      at,
      amount: toText(amount),
      exactness,
      range: range ? { from: toText(range.from), to: toText(range.to) } : null,
    })),
    shares: shares.map(({ text, start: at, share }) => ({ text, at, share })),
    days: days.map(({ text, start: at, on, ambiguous, alternatives, mismatch }) => ({
      text,
      at,
      on,
      ambiguous,
      alternatives,
      mismatch,
    })),
  };
}

type Mark = { readonly found: HeardPart["found"][number]; readonly start: number; readonly end: number };

/** Cuts a message wherever something that was found in it begins or ends. */
function partsOf(body: string, evidence: string, again: HeardAgain | undefined): HeardPart[] {
  const at = evidence === "" ? -1 : body.indexOf(evidence);
  const marks: Mark[] = [
    ...(at < 0 ? [] : [{ found: "evidence" as const, start: at, end: at + evidence.length }]),
    ...[...(again?.amounts ?? []), ...(again?.shares ?? [])].map(({ start, end }) => ({
      found: "amount" as const,
      start,
      end,
    })),
    ...(again?.days ?? []).map(({ start, end }) => ({ found: "day" as const, start, end })),
  ];
  const cuts = [...new Set([0, body.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    text: body.slice(start, cuts[index + 1]),
    found: [...new Set(marks.filter((mark) => mark.start <= start && start < mark.end).map(({ found }) => found))],
  }));
}

function decidedView({ event, from, to, effects }: MoveRow): DecidedView {
  return {
    event: event.type,
    from,
    to,
    effects: effects.map((effect) => ({ type: effect.type, about: about(effect) })),
  };
}

/** What an effect is about, in one line: `balance.show`, `workingDays 2`, `2026-12-04 COP 200000.00`. */
function about({ type, params }: MoveRow["effects"][number]): string {
  if (typeof params !== "object" || params === null) return "";
  if (type === "setAlarm") return Object.entries(params).flat().map(plain).join(" ");
  return Object.values(params).map(plain).join(" ");
}

function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}
