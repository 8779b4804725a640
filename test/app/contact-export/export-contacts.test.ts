import { parse } from "csv-parse/sync";
import { DateTime } from "luxon";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterContact } from "../../../src/app/contact/enter-contact.ts";
import { eraseDebtor } from "../../../src/app/contact/erase-debtor.ts";
import { recordStop, type Stop } from "../../../src/app/contact/record-stop.ts";
import { withdrawContact } from "../../../src/app/contact/withdraw-contact.ts";
import { type ContactFileFormat, exportContacts } from "../../../src/app/contact-export/export-contacts.ts";
import { COLUMNS, type Column, contactWords } from "../../../src/app/contact-export/words.ts";
import { openConversations } from "../../../src/app/conversations/open.ts";
import { present } from "../../../src/domain/assert.ts";
import { isoDate } from "../../../src/domain/time.ts";
import { newId } from "../../../src/ids.ts";
import { useDatabase } from "../../support/database.ts";
import { pdfPages } from "../../support/pdf-text.ts";
import { recordingDatabase } from "../../support/recording-database.ts";
import { handClock } from "../../support/story/hand-clock.ts";
import { makeWorld, type SampleDebtor, type World } from "../../support/world.ts";

// A Sunday: the opening waits. On Monday it leaves, the debtor answers and asks us to stop. An auditor reads all of it.

const SUNDAY = DateTime.fromISO("2026-11-22T10:00:00-05:00", { zone: "utc" });
const MONDAY = DateTime.fromISO("2026-11-23T09:00:00-05:00", { zone: "utc" });
const database = useDatabase();
const clock = handClock(SUNDAY);
let world: World;
let debtor: SampleDebtor;

beforeAll(async () => {
  world = await makeWorld(database, { clock });
  await world.owner`update business set clock_offset_ms = 0`;
  debtor = await world.addDebtor(901);
  await openConversations(world.deps, { businessId: world.business.id, debtorIds: [debtor.id], userId: "ana" });
  await world.settle();
  clock.set(MONDAY);
  await world.settle();
  await world.says(debtor.phone, "no me escriban más");
  await world.settle();
});
afterAll(() => world[Symbol.asyncDispose]());

type Line = Record<Column, string>;

async function fileOf(format: ContactFileFormat, of = debtor.id): Promise<Buffer | undefined> {
  const by = { userId: "ana", name: "Ana Auditora" };
  const asked = { businessId: world.business.id, debtorId: of, by, language: "es", format } as const;
  const file = await exportContacts(world.deps, asked);
  if (!file) return undefined;
  const parts: Buffer[] = [];
  for await (const part of file.parts) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function linesOf(of = debtor.id): Promise<Line[]> {
  const bytes = present(await fileOf("csv", of), "a file");
  return parse(bytes, { bom: true, delimiter: ";", columns: [...COLUMNS], from_line: 2 });
}

describe("the file of a debtor's contacts", () => {
  test("has a line for each judgement, for what they wrote, and for what was said about permission", async () => {
    const lines = await linesOf();
    const stored = await world.owner<{ reason: string }[]>`
      select s.reason from send_decision s join conversation c on c.id = s.conversation_id
      where c.debtor_id = ${debtor.id} order by s.at, s.id`;
    expect(lines.filter(({ reasonCode }) => reasonCode !== "").map(({ reasonCode }) => reasonCode)).toEqual(
      stored.map(({ reason }) => reason),
    );
    expect(lines.filter(({ direction }) => direction === "Entrante")).toMatchObject([
      { author: "El deudor", status: "Recibido", kind: "Texto", verdict: "" },
    ]);
    // Told by a list, whose moment is the machine's: which of the two comes first depends on the hour at which this runs.
    expect(lines.find(({ what, status }) => what === "Permiso" && status === "Dado")).toMatchObject({
      author: "Lista cargada",
      status: "Dado",
      channel: "WhatsApp",
      grantedOn: "2026-01-15",
      wording: "Autorizo mensajes de WhatsApp",
    });
    expect(lines.filter(({ what }) => what === "Baja")).toMatchObject([{ status: "Pidió no recibir más" }]);
    const moments = lines.map(({ atUtc }) => atUtc);
    expect(moments).toEqual(moments.toSorted());
  });

  test("says of a blocked one why, by which article, from which profile, and when it may leave, in the debtor's time and in UTC", async () => {
    const blocked = (await linesOf()).find(({ reasonCode }) => reasonCode === "OUTSIDE_WINDOW");
    const [kept] = await world.owner<{ record: { profile: { version: string }; clause: Record<string, string> } }[]>`
      select record from send_decision where reason = 'OUTSIDE_WINDOW'`;
    const { profile, clause } = present(kept, "the decision").record;
    expect(blocked).toMatchObject({
      at: "2026-11-22 10:00:00 -05:00",
      atUtc: "2026-11-22T15:00:00Z",
      what: "Mensaje",
      direction: "Saliente",
      channel: "WhatsApp",
      kind: "Apertura",
      author: "Bot",
      status: "No enviado",
      verdict: "No permitido",
      clauseId: clause["id"],
      standing: "Ley",
      law: clause["law"],
      article: clause["article"],
      profile: `CO ${profile.version}`,
      judgedAs: "Contacto que iniciamos",
      until: "2026-11-23 07:00:00 -05:00",
      untilUtc: "2026-11-23T12:00:00Z",
    });
    expect(blocked?.sentence).not.toBe("");
  });

  test("shows what was decided at both stages where they differ, and once where what was planned left by the same rule", async () => {
    const stagesOf = async (of: string) =>
      (await linesOf(of))
        .filter(({ stage }) => stage !== "")
        .map(({ stage, status, reasonCode }) => [stage, status, reasonCode]);
    const opened = await stagesOf(debtor.id);
    expect(opened.slice(0, 2)).toEqual([
      ["Al planificarlo", "No enviado", "OUTSIDE_WINDOW"],
      ["Al ir a salir", "Aceptado", "OK"],
    ]);

    const [held, written] = [await world.addDebtor(951), await world.addDebtor(952)];
    clock.set(MONDAY);
    const debtorIds = [held.id, written.id];
    await openConversations(world.deps, { businessId: world.business.id, debtorIds, userId: "ana" });
    await world.owner`
      insert into hold (business_id, id, debtor_id, kind, placed_at)
      values (${world.business.id}, ${newId()}, ${held.id}, 'legal', ${MONDAY})`;
    await world.settle();
    expect(await stagesOf(held.id)).toEqual([
      ["Al planificarlo", "Planificado", "OK"],
      ["Al ir a salir", "No enviado", "HOLD_legal"],
    ]);
    expect(await stagesOf(written.id)).toEqual([["Al ir a salir", "Aceptado", "OK"]]);
  });

  test("says in words which reading held by the business's choice, and nothing where none did", async () => {
    const decided = async () => (await linesOf()).find(({ reasonCode }) => reasonCode === "OUTSIDE_WINDOW");
    expect(await decided()).toMatchObject({ chosen: "", readings: "week=one_channel contact=each_send" });
    const [kept] = await world.owner<{ id: string; record: object }[]>`
      select id, record from send_decision where reason = 'OUTSIDE_WINDOW' order by id limit 1`;
    const { id, record } = present(kept, "the decision");
    const profile = {
      country: "CO",
      subdivision: null,
      version: "CO-2026.11+week=one_contact",
      readings: { week: "one_contact", contact: "each_send" },
    };
    const keep = (changed: object) =>
      world.owner.begin(async (tx) => {
        await tx`alter table send_decision disable trigger user`;
        await tx`update send_decision set record = ${JSON.stringify(changed)}::text::jsonb where id = ${id}`;
        await tx`alter table send_decision enable trigger user`;
      });
    await keep({ ...record, profile });
    const line = await decided();
    expect(line?.profile).toBe("CO CO-2026.11+week=one_contact");
    expect(line?.chosen).toBe(
      "week=one_contact: ¿Cuántas veces por semana se puede contactar a la persona? Lectura más estricta, elegida por la empresa: un solo contacto por semana.",
    );
    await keep(record);
  });

  test("is in UTC, and says so, where nobody knows which of a country's clocks is theirs", async () => {
    await world.owner`update debtor set country = 'MX' where id = ${debtor.id}`;
    const [head] = parse(present(await fileOf("csv"), "a file"), { bom: true, delimiter: ";", to_line: 1 });
    expect(head?.[0]).toBe("Momento (UTC; no se conoce el huso del deudor)");
    const blocked = (await linesOf()).find(({ reasonCode }) => reasonCode === "OUTSIDE_WINDOW");
    expect(blocked).toMatchObject({ at: "2026-11-22 15:00:00 +00:00", until: "2026-11-23 12:00:00 +00:00" });
    const pages = pdfPages(present(await fileOf("pdf"), "a file"));
    expect(pages.join(" ")).toContain("no se conoce el huso horario del deudor");
    await world.owner`update debtor set country = null where id = ${debtor.id}`;
  });

  test("says of what left what the channel said last, and of an earlier try that there was another", async () => {
    const sent = (await linesOf()).filter(({ verdict }) => verdict === "Permitido");
    expect(sent[0]).toMatchObject({ kind: "Apertura", status: expect.stringMatching(/Aceptado|Entregado|Leído/) });
    await world.owner`update message m set status_rank = 2, failed_code = '131026' from outbox o
      where o.id = m.id and o.kind = 'opening'`;
    expect((await linesOf()).find(({ verdict }) => verdict === "Permitido")).toMatchObject({
      status: "Fallido",
      failedCode: "131026",
    });
  });

  test("is the same as PDF, and says in both no word of the chat but those of a permission, and no document number", async () => {
    const csv = present(await fileOf("csv"), "a file").toString("utf8");
    const pages = pdfPages(present(await fileOf("pdf"), "a file"));
    const said = pages.join(" ").replaceAll(/\s+/g, " ");
    const lines = await linesOf();
    for (const { atUtc, reasonCode } of lines) {
      expect(said).toContain(`(${atUtc})`);
      if (reasonCode !== "") expect(said).toContain(`[${reasonCode}]`);
    }
    expect(said).toContain("Hecho por: Ana Auditora");
    expect(said).toContain(`Líneas: ${lines.length}`);
    for (const text of [csv, said]) {
      expect(text).not.toContain("asistente virtual");
      expect(text.split("no me escriban más")).toHaveLength(2);
      expect(text).not.toContain(debtor.document);
      // Their number ends as their document does, and its ending is told.
      expect(text.replaceAll(`…${debtor.phone.slice(-4)}`, "")).not.toContain(debtor.document.slice(-4));
    }
  });

  test("tells of each message over which number it went, whose that is, and which lines are about the same one", async () => {
    const messages = (await linesOf()).filter(
      ({ atUtc, what }) => atUtc !== "" && what === contactWords("es").what["message"],
    );
    expect(new Set(messages.map(({ number }) => number))).toEqual(new Set([`…${debtor.phone.slice(-4)}`]));
    const judged = messages.filter(({ reasonCode }) => reasonCode !== "");
    expect(new Set(judged.map(({ recipient }) => recipient))).toEqual(new Set(["Deudor"]));
    const ids = messages.map(({ messageId }) => messageId);
    expect(ids).not.toContain("");
    const sends = await world.owner`select id from outbox o where o.business_id = ${world.business.id}`;
    const told = new Set(judged.map(({ messageId }) => messageId));
    expect(sends.map(({ id }) => id)).toEqual(expect.arrayContaining([...told]));
    expect(judged.length).toBeGreaterThan(told.size);
  });

  test("opens in a spreadsheet without running anything", async () => {
    const csv = present(await fileOf("csv"), "a file").toString("utf8");
    expect(csv.startsWith(`\ufeff${contactWords("es").columns.at};`)).toBe(true);
    await world.owner`update message set failed_code = '=HYPERLINK("http://x")' where failed_code is not null`;
    expect((await linesOf()).map(({ failedCode }) => failedCode)).toContain(`'=HYPERLINK("http://x")`);
  });

  test("stands in the audit with who took it out and how much", async () => {
    await fileOf("pdf");
    const [last] = await world.owner`
      select actor, action, subject, subject_id, after from audit_event where action = 'contacts.exported' order by id desc limit 1`;
    expect(last).toMatchObject({
      actor: "ana",
      subject: "debtor",
      subjectId: debtor.id,
      after: { format: "pdf", lines: (await linesOf()).length },
    });
  });

  test("of nobody is none, and nobody took it out", async () => {
    const before = await world.owner`select from audit_event`;
    expect(await fileOf("csv", newId())).toBeUndefined();
    expect(await world.owner`select from audit_event`).toHaveLength(before.length);
  });
});

test("says who stopped it, and why, and never that the debtor asked for what others entered", async () => {
  const stopped = await world.addDebtor(903);
  const { id: businessId } = world.business;
  const of = { businessId, debtorId: stopped.id, userId: "ana" };
  const lawyer = { name: "Estudio de muestra", contactKnown: true, unresponsive: true, consentsToDirect: false };
  const stops: Stop[] = [
    { kind: "opted_out" },
    { kind: "attorney", ...lawyer },
    { kind: "moratorium", type: "insolvencia", lastProtectedDay: isoDate("2027-01-31") },
    { kind: "wrong_person", contactId: stopped.contactId },
    { kind: "deceased" },
  ];
  for (const stop of stops) await recordStop(world.deps, { ...of, stop, reason: `Carta sobre ${stop.kind}` });
  await eraseDebtor(world.deps, { businessId, debtor: stopped.id, by: "ana" });

  const lines = (await linesOf(stopped.id)).filter(({ what }) => what !== "Permiso");
  expect(lines.map(({ what, kind, author, status }) => [what, kind, author, status])).toEqual([
    ["Cese de mensajes", "Pidió que no le escriban", "Agente", "Anotado por la empresa"],
    ["Cese de mensajes", "Tiene abogado", "Agente", "Anotado por la empresa"],
    ["Cese de mensajes", "Está protegida de acreedores", "Agente", "Anotado por la empresa"],
    ["Cese de mensajes", "Este número es de otra persona", "Agente", "Anotado por la empresa"],
    ["Cese de mensajes", "Falleció", "Agente", "Anotado por la empresa"],
    ["Borrado de datos", "Sus datos se borraron", "Agente", "Borrado por la empresa"],
  ]);
  expect(lines.map(({ wording }) => wording)).toEqual([
    "Carta sobre opted_out",
    "Carta sobre attorney",
    "insolvencia · 2027-01-31 · Carta sobre moratorium",
    "Carta sobre wrong_person",
    "Carta sobre deceased",
    "",
  ]);
});

test("an erasure alone is nobody's wish to the auditor but the business's", async () => {
  const erased = await world.addDebtor(904);
  await eraseDebtor(world.deps, { businessId: world.business.id, debtor: erased.id, by: "command-line" });
  const lines = (await linesOf(erased.id)).filter(({ what }) => what !== "Permiso");
  expect(lines).toMatchObject([{ what: "Borrado de datos", author: "La empresa", status: "Borrado por la empresa" }]);
});

test("what the bot understood to be a death, and what was written before anybody knew whose number it was, is in it too", async () => {
  const gone = await world.addDebtor(905);
  await world.owner`update contact set debtor_id = null where id = ${gone.contactId}`;
  await world.says(gone.phone, "hola, ¿quién es?");
  await world.settle();
  await world.owner`update conversation set closed_at = now(), outcome = 'other', alarm_at = null where contact_id = ${gone.contactId}`;
  await world.owner`update contact set debtor_id = ${gone.id} where id = ${gone.contactId}`;
  await world.says(gone.phone, "el señor falleció");
  await world.settle();
  const lines = await linesOf(gone.id);
  expect(lines.filter(({ direction }) => direction === "Entrante")).toHaveLength(2);
  expect(lines.filter(({ what }) => what === "Cese de mensajes")).toMatchObject([
    { kind: "Falleció", author: "Bot", status: "Se entendió de un mensaje" },
  ]);
});

test("thousands of lines come a page at a time, each once and in order, whatever is added meanwhile", async () => {
  const many = await world.addDebtor(902);
  const [row] = await world.owner<{ id: string }[]>`
    insert into conversation (business_id, id, channel_id, contact_id, debtor_id, flow, flow_version, state, context, language, opened_at)
    values (${world.business.id}, ${newId()}, ${world.channelId}, ${many.contactId}, ${many.id}, 'collect', 1, 'balance', '{}', 'es', now())
    returning id`;
  const { id } = present(row, "a conversation");
  // A hundred of the same moment: a page ends among them.
  await world.owner`
    insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, sent_at, turn)
    select ${world.business.id}, gen_random_uuid(), ${id}, ${world.channelId}, 'in', 'debtor', 'text', 'hola', ${SUNDAY}::timestamptz + n / 100 * interval '1 minute', 1
    from generate_series(1, 1700) n`;
  const db = recordingDatabase(world.db);
  const by = { userId: "ana", name: "Ana" };
  const file = await exportContacts(
    { ...world.deps, db },
    { businessId: world.business.id, debtorId: many.id, by, language: "es", format: "csv" },
  );
  const pageReads = () => db.takeStatements().filter((text) => text.includes("as place")).length;
  expect(pageReads()).toBe(0);
  let text = "";
  for await (const part of present(file, "a file").parts) {
    text += String(part);
    expect(pageReads()).toBeLessThanOrEqual(1);
    await world.owner`
      insert into message (business_id, id, conversation_id, channel_id, direction, author, kind, body, sent_at, turn)
      values (${world.business.id}, ${newId()}, ${id}, ${world.channelId}, 'in', 'debtor', 'text', 'hola', ${SUNDAY}, 1)`;
  }
  const lines: Line[] = parse(text, { bom: true, delimiter: ";", columns: [...COLUMNS], from_line: 2 });
  // And their permission.
  expect(lines).toHaveLength(1701);
  expect(lines.map(({ atUtc }) => atUtc)).toEqual(lines.map(({ atUtc }) => atUtc).toSorted());
});

test("a permission stands at the business's moment at which it was recorded, whatever the database's clock says", async () => {
  await world.owner`insert into contact_permission (business_id, id, contact_id, granted, wording, granted_on, source, at)
    values (${world.business.id}, ${newId()}, ${debtor.contactId}, true, 'Sí, por teléfono', '2026-11-19', 'agent', '2026-11-20T15:00:00Z')`;
  expect((await linesOf()).find(({ wording }) => wording === "Sí, por teléfono")).toMatchObject({
    atUtc: "2026-11-20T15:00:00Z",
    grantedOn: "2026-11-19",
  });
});

test("has what was made outside Saldar, by which channel, who entered it when, and that it was withdrawn, by whom and why", async () => {
  const called = await world.addDebtor(990);
  const of = { businessId: world.business.id, debtorId: called.id };
  const [call, mail] = [newId(), newId()];
  const said = { ...of, userId: "ana", initiatedBy: "collector", kind: "two_way" } as const;
  await enterContact(world.deps, {
    ...said,
    id: call,
    channel: "voice",
    at: "2026-11-20T15:30",
    note: "Paga el lunes",
  });
  await enterContact(world.deps, {
    ...said,
    id: mail,
    channel: "email",
    at: "2026-11-21T10:00",
    initiatedBy: "debtor",
    kind: "inbound",
    address: "persona@muestra.example",
  });
  await withdrawContact(world.deps, { ...of, userId: "sara", id: call, reason: "Era otra persona" });
  const made = (await linesOf(called.id)).filter(({ what }) => what !== "Permiso");
  expect(made).toMatchObject([
    {
      at: "2026-11-20 15:30:00 -05:00",
      what: "Contacto por fuera de Saldar",
      direction: "Saliente",
      channel: "Llamada",
      kind: "Hablaron, o respondió",
      author: "Agente",
      enteredAt: "2026-11-23 09:00:00 -05:00",
      status: "Retirado: no cuenta",
      wording: "",
    },
    {
      direction: "Entrante",
      channel: "Correo electrónico",
      kind: "El deudor nos buscó",
      status: "Anotado por la empresa",
    },
    { what: "Retiro de un contacto", channel: "Llamada", status: "Retirado: no cuenta", wording: "Era otra persona" },
  ]);
  const pages = pdfPages(present(await fileOf("pdf", called.id), "a file"))
    .join(" ")
    .replaceAll(/\s+/g, " ");
  expect(pages).toContain(
    "Llamada · Hablaron, o respondió · Agente · Registrado el (hora del deudor): 2026-11-23 09:00",
  );
  expect(pages).toContain("Era otra persona");
  // What was noted may be what was said, and no word of that is in the file.
  for (const file of [pages, present(await fileOf("csv", called.id), "a file").toString("utf8")])
    for (const word of ["Paga el lunes", "persona@muestra.example"]) expect(file).not.toContain(word);
});
