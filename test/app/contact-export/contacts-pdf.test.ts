import { DateTime } from "luxon";
import { expect, test } from "vitest";
import type { ContactLine } from "../../../src/app/contact-export/contact-line.ts";
import { contactsPdf, type PdfHead } from "../../../src/app/contact-export/contacts-pdf.ts";
import { COLUMNS, contactWords } from "../../../src/app/contact-export/words.ts";
import { pdfPages } from "../../support/pdf-text.ts";

const NOTHING = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as ContactLine;

const BLOCKED: ContactLine = {
  ...NOTHING,
  at: "2026-11-22 10:20:00 -05:00",
  atUtc: "2026-11-22T15:20:00Z",
  what: "Mensaje",
  direction: "Saliente",
  channel: "WhatsApp",
  kind: "Apertura",
  author: "Bot",
  status: "No enviado",
  verdict: "No permitido",
  reasonCode: "HOLIDAY",
  reason: "Domingo o festivo",
  clauseId: "CO.holiday",
  standing: "Ley",
  law: "Ley 2300 de 2023",
  article: "3",
  sentence: "No se contacta los domingos ni los días festivos.",
  confidence: "Leída en el texto oficial",
  profile: "CO 2026-11",
  judgedAs: "Contacto que iniciamos",
  until: "2026-11-23 07:00:00 -05:00",
  untilUtc: "2026-11-23T12:00:00Z",
};

const HEAD: PdfHead = {
  language: "es",
  businessName: "Comercial de Muestra ☕",
  reference: "C-1",
  zone: "America/Bogota",
  madeAt: DateTime.fromISO("2026-11-22T15:30:00Z", { zone: "utc" }),
  madeBy: "Persona auditora",
  count: 1,
};

const words = contactWords("es");

async function* inPages(pages: number, linesEach: number, asked: () => unknown = () => undefined) {
  for (let page = 0; page < pages; page += 1) {
    asked();
    yield Array.from({ length: linesEach }, () => BLOCKED);
  }
}

async function bytesOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const taken: Buffer[] = [];
  for await (const part of parts) taken.push(part);
  return Buffer.concat(taken);
}

test("a lawyer reads whose it is, who made it and when, and of each contact the rule, its sentence and the next moment", async () => {
  const bytes = await bytesOf(contactsPdf(inPages(1, 1), words, HEAD));
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.subarray(-6).toString().trim()).toBe("%%EOF");
  const [page = "", ...more] = pdfPages(bytes);
  expect(more).toEqual([]);
  const said = page.replaceAll(/\s+/g, " ");
  for (const text of [
    "Contactos con un deudor",
    "Comercial de Muestra ?",
    "Referencia del deudor: C-1",
    "2026-11-22 10:30:00 -05:00 (2026-11-22T15:30:00Z)",
    "Persona auditora",
    "1. 2026-11-22 10:20:00 -05:00 (2026-11-22T15:20:00Z)",
    "Mensaje · Saliente · WhatsApp · Apertura · Bot · Estado: No enviado",
    "No permitido: Domingo o festivo [HOLIDAY]",
    "Ley: Ley 2300 de 2023, art. 3 (Leída en el texto oficial)",
    "«No se contacta los domingos ni los días festivos.»",
    "Próximo momento legal: 2026-11-23 07:00:00 -05:00 (2026-11-23T12:00:00Z)",
    "Juzgado como: Contacto que iniciamos · Versión del perfil: CO 2026-11",
    "Página 1",
    "Fin del documento. Líneas: 1",
  ])
    expect(said).toContain(text);
});

test("each page says whose it is and which it is, and no contact is parted", async () => {
  const pages = pdfPages(await bytesOf(contactsPdf(inPages(2, 30), words, { ...HEAD, count: 60 })));
  expect(pages.length).toBeGreaterThan(3);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain("C-1");
    expect(page).toContain(`Página ${index + 1}\n`);
    expect(page.split("No permitido").length, page).toBe(page.split("Juzgado como").length);
  }
  expect(pages.at(-1)).toContain("Líneas: 60");
});

test("thousands are never in memory at once: the next lines are asked for when the pages of the last have been taken", async () => {
  const takenWhenAsked: number[] = [];
  let taken = 0;
  let largest = 0;
  const lines = inPages(100, 50, () => takenWhenAsked.push(taken));
  for await (const part of contactsPdf(lines, words, { ...HEAD, count: 5_000 })) {
    largest = Math.max(largest, part.length);
    taken += part.length;
  }
  expect(takenWhenAsked).toHaveLength(100);
  expect(takenWhenAsked.filter((bytes, index) => index > 0 && bytes <= (takenWhenAsked[index - 1] ?? 0))).toEqual([]);
  expect(largest).toBeLessThan(taken / 10);
});

test("of a permission it says what it permits, by whom it came, and its words", async () => {
  const permission: ContactLine = {
    ...NOTHING,
    what: "Permiso",
    channel: "SMS, Llamada",
    kind: "Permiso de contacto",
    author: "Lista cargada",
    status: "Dado",
    grantedOn: "2026-01-15",
    wording: "Autorización de muestra",
  };
  const refused: ContactLine = { ...permission, channel: "", status: "Negado o retirado" };
  async function* pages() {
    yield [permission, refused];
  }
  const said = pdfPages(await bytesOf(contactsPdf(pages(), words, HEAD)))
    .join(" ")
    .replaceAll(/\s+/g, " ");
  expect(said).toContain(
    "Permiso: SMS, Llamada · Lista cargada · Estado: Dado Permiso dado el 2026-01-15: «Autorización de muestra»",
  );
  expect(said).toContain("Permiso · Lista cargada · Estado: Negado o retirado");
});
