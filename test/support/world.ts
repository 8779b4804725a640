import { DateTime } from "luxon";
import { type Business, insertBusiness, insertChannel } from "../../db/businesses.ts";
import { connect, type Database, open, type Sql } from "../../db/client.ts";
import { record } from "../../db/ledger/record.ts";
import type { Deps } from "../../src/app/deps.ts";
import { makeReceive, type Receive } from "../../src/app/messages/receive.ts";
import { type Meta, startMeta } from "../../src/bench/meta.ts";
import type { InboundContent } from "../../src/channels/channel.ts";
import { cloudApi } from "../../src/channels/cloud-api/cloud-api.ts";
import { type Clock, systemClock } from "../../src/clock.ts";
import { debtRaised } from "../../src/domain/ledger/debts.ts";
import { ofUnits } from "../../src/domain/money.ts";
import { whatsappKey } from "../../src/domain/phone.ts";
import { isoDate } from "../../src/domain/time.ts";
import { newId } from "../../src/ids.ts";
import { type Jobs, makeJobs } from "../../src/jobs/registry.ts";
import type { Log } from "../../src/log.ts";
import { makeSecrets, type Secrets } from "../../src/secrets.ts";
import type { TestDatabase } from "./database.ts";

/** A Wednesday, 10:00 in Bogotá: writing is lawful. */
export const WEDNESDAY = DateTime.fromISO("2026-11-18T10:00:00-05:00", { zone: "utc" });

export type SampleDebtor = {
  readonly id: string;
  readonly contactId: string;
  readonly phone: string;
  readonly document: string;
  readonly debtId: string;
};

/** One business with a real database, the real Cloud API driver towards a loopback Graph, and a clock the test moves. */
export type World = AsyncDisposable & {
  readonly deps: Deps;
  readonly db: Database;
  readonly owner: Sql;
  readonly business: Business;
  readonly channelId: string;
  readonly meta: Meta;
  readonly jobs: Jobs;
  readonly receive: Receive;
  readonly secrets: Secrets;
  /** Moves the business's time; real time goes on by itself. */
  setTime(moment: DateTime): Promise<void>;
  addDebtor(number: number, options?: { owed?: bigint; permission?: boolean }): Promise<SampleDebtor>;
  /** A message of the phone, kept as a webhook would; answered once `settle` is called. */
  says(
    phone: string,
    content: string | InboundContent,
    options?: { providerId?: string; at?: DateTime },
  ): Promise<void>;
  /** Takes every turn that is due and waits for every send's answer. */
  settle(): Promise<void>;
  /** Texts that reached the phone, in order. */
  heard(phone: string): string[];
};

export const CREDENTIALS = {
  accessToken: "test-access-token",
  phoneNumberId: "100000000000777",
  version: "v26.0",
} as const;

export async function makeWorld(
  database: TestDatabase,
  {
    clock = systemClock,
    log = silentLog,
    providers = new Map(),
    business: changes = {},
    messagingLimit = null,
    languageModel,
  }: {
    clock?: Clock;
    log?: Log;
    providers?: Deps["providers"];
    business?: Partial<Business>;
    /** Of its number. Without one here, so that a test of something else may write to as many people as it needs. */
    messagingLimit?: number | null;
    languageModel?: Deps["languageModel"];
  } = {},
): Promise<World> {
  const db = connect(database.appUrl, { max: 6, name: "saldar-test" });
  const owner = open(database.ownerUrl, { max: 2, name: "saldar-test-owner" });
  const meta = await startMeta({ ...CREDENTIALS, clock: systemClock });
  const channelId = newId();
  const channel = cloudApi({ id: channelId, graphUrl: meta.url, ...CREDENTIALS, clock, messagesPerSecond: 1000 });
  const secrets = makeSecrets("a secret that only these tests know and nobody else");
  const deps: Deps = {
    db,
    clock,
    log,
    secrets,
    publicUrl: "http://127.0.0.1:3000",
    channels: new Map([[channelId, channel]]),
    sendable: () => [...deps.channels.keys()],
    providers,
    observe: { turnsTaken: () => undefined, sent: () => undefined, blocked: () => undefined },
    languageModel,
  };
  const business = { ...sampleBusiness(), ...changes };
  await db.inBusiness(business.id, async (tx) => {
    await insertBusiness(tx, business);
    await insertChannel(tx, business.id, {
      id: channelId,
      // A demo is never joined to a real number; the driver towards the loopback Graph is the same.
      kind: business.isDemo ? "simulator" : "cloud",
      name: "Test",
      routingKey: `${CREDENTIALS.phoneNumberId}-${business.id}`,
    });
  });
  // In use for years, so that no warm-up of its health holds it back besides.
  await owner`
    update channel set messaging_limit = ${messagingLimit}, first_used_at = '2020-01-01T00:00:00Z' where id = ${channelId}`;
  const receive = makeReceive(deps);
  const jobs = makeJobs({ ...deps, receive });

  const world: World = {
    deps,
    db,
    owner,
    business,
    channelId,
    meta,
    jobs,
    receive,
    secrets,
    async setTime(moment) {
      const offset = BigInt(moment.toMillis() - clock.now().toMillis());
      await owner`update business set clock_offset_ms = ${offset} where id = ${business.id}`;
    },
    addDebtor: (number, options) => addDebtor(world, number, options),
    async says(phone, content, { providerId = `wamid.${newId()}`, at } = {}) {
      const [row] = await owner<
        { offset: bigint }[]
      >`select clock_offset_ms as offset from business where id = ${business.id}`;
      const sentAt = at ?? clock.now().plus({ milliseconds: Number(row?.offset ?? 0n) });
      await receive({
        businessId: business.id,
        channelId,
        body: JSON.stringify({ from: phone.replace(/^\+/, ""), content }),
        messages: [
          {
            type: "message",
            providerId,
            from: { phone: phone.replace(/^\+/, "") },
            pushName: undefined,
            sentAt,
            replyTo: undefined,
            content: typeof content === "string" ? { kind: "text", body: content } : content,
          },
        ],
        statuses: [],
        receivedAt: clock.now(),
      });
    },
    async settle() {
      while (await jobs.look(business.id));
      await jobs.whenIdle();
    },
    heard: (phone) => meta.accepted.filter(({ to }) => to === phone.replace(/^\+/, "")).map(({ text }) => text),
    async [Symbol.asyncDispose]() {
      await jobs.whenIdle();
      await channel.close();
      await meta.close();
      await db.close();
      await owner.end({ timeout: 5 });
    },
  };
  await world.setTime(WEDNESDAY);
  return world;
}

export function sampleBusiness(): Business {
  return {
    id: newId(),
    name: "Comercial de Muestra",
    country: "CO",
    currency: "COP",
    language: "es",
    zone: "America/Bogota",
    isDemo: false,
    clockOffsetMs: 0n,
    planPolicy: {
      maxInstalments: 6,
      frequencies: ["monthly", "quincenal", "weekly"],
      minFirstPaymentMinor: 2_000_000n,
      minFirstPaymentBasisPoints: 1000,
      minInstalmentMinor: 2_000_000n,
      maxDaysToFirstPayment: 15,
      maxPromiseDays: 15,
      multipleOfMinor: 10_000n,
    },
    readings: {},
    transferAccount: null,
    paymentProvider: null,
    howToVerifyUs: "comercialdemuestra.example",
    payDays: [15, 31],
  };
}

async function addDebtor(
  { db, business }: World,
  number: number,
  { owed = 600_000n, permission = true } = {},
): Promise<SampleDebtor> {
  const phone = `+57300555${String(number).padStart(4, "0")}`;
  const debtor: SampleDebtor = {
    id: newId(),
    contactId: newId(),
    phone,
    document: String(1_000_000_000 + number),
    debtId: newId(),
  };
  await db.inBusiness(business.id, async (tx) => {
    await tx`
      insert into debtor (business_id, id, reference, kind, name, document_last_four)
      values (${business.id}, ${debtor.id}, ${`C-${number}`}, 'person', ${`Persona de muestra ${number}`}, ${debtor.document.slice(-4)})`;
    await tx`
      insert into contact (business_id, id, debtor_id, phone, wa_key)
      values (${business.id}, ${debtor.contactId}, ${debtor.id}, ${phone}, ${whatsappKey(phone)})`;
    if (permission) {
      await tx`
        insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source)
        values (${business.id}, ${newId()}, ${debtor.contactId}, true, 'Autorizo mensajes de WhatsApp', '2026-01-15', 'upload')`;
    }
    await tx`
      insert into debt (business_id, id, debtor_id, reference, description, currency, due_on, row_fingerprint)
      values (${business.id}, ${debtor.debtId}, ${debtor.id}, ${`F-${number}`}, 'Factura de muestra', 'COP', '2026-09-15', 'x')`;
    await record(
      tx,
      debtRaised({
        debt: { id: debtor.debtId, debtorId: debtor.id },
        principal: ofUnits(owed, "COP"),
        reference: `test/debt/${debtor.debtId}`,
        effectiveOn: isoDate("2026-09-15"),
      }),
    );
  });
  return debtor;
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Every complaint of the run, for tests that expect none. */
export function collectingLog(): Log & { readonly complaints: string[] } {
  const complaints: string[] = [];
  const complain = (fields: object, message: string): void => {
    const error = "error" in fields && fields.error instanceof Error ? ` ${fields.error.stack}` : "";
    complaints.push(`${message}${error}`);
  };
  return { ...silentLog, warn: complain, error: complain, complaints };
}
