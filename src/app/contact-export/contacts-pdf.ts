import { setImmediate } from "node:timers/promises";
import type { DateTime } from "luxon";
import type PDFDocument from "pdfkit";
import { type ContactLine, inUtc, inZone } from "./contact-line.ts";
import type { ContactWords, ExportLanguage } from "./words.ts";

export type PdfHead = {
  readonly language: ExportLanguage;
  readonly businessName: string;
  readonly reference: string;
  readonly zone: string;
  /** Business time. */
  readonly madeAt: DateTime;
  readonly madeBy: string;
  readonly count: number;
};

type Pdf = InstanceType<typeof PDFDocument>;

const MARGIN = 50;
const INDENT = 12;
/** Laid out in one go; so many take some 10 ms. */
const LINES_AT_A_STRETCH = 20;
const SIZE = { title: 16, text: 9, small: 8 } as const;
const INK = "#111111";
const SOFT = "#555555";

/**
 * The same lines to be read and printed. A page of paper is handed on as soon as the next one begins, and the next lines are
 * asked for once whoever reads the file has taken it: however many there are, no more than a page or two is in memory.
 */
export async function* contactsPdf(
  pages: AsyncIterable<readonly ContactLine[]>,
  words: ContactWords,
  head: PdfHead,
): AsyncGenerator<Buffer> {
  // Loaded with the first file: it takes 33 MB and a fifth of a second, and most processes never make one.
  const { default: Document } = await import("pdfkit");
  const pdf: Pdf = new Document({
    size: "A4",
    margin: MARGIN,
    lang: head.language,
    displayTitle: true,
    info: {
      Title: printable(`${words.title}: ${head.reference}`),
      Author: printable(head.businessName),
      CreationDate: head.madeAt.toJSDate(),
    },
  });
  let number = 1;
  pdf.on("pageAdded", () => {
    number += 1;
    running(pdf, words, head, number);
  });
  running(pdf, words, head, number);
  opening(pdf, words, head);
  let place = 0;
  for await (const page of pages) {
    for (const line of page) {
      place += 1;
      entry(pdf, line, { words, place });
      if (place % LINES_AT_A_STRETCH === 0) await setImmediate();
      yield* written(pdf);
    }
  }
  pdf.moveDown().font("Helvetica").fontSize(SIZE.small).fillColor(SOFT);
  pdf.text(`${words.end}. ${words.count}: ${place}`, MARGIN);
  pdf.end();
  yield* written(pdf);
}

/** What is finished; a page stays inside until the next one begins. */
function* written(pdf: Pdf): Generator<Buffer> {
  for (let part: Buffer | null = pdf.read(); part !== null; part = pdf.read()) yield part;
}

/** Above the text of each page: whose it is, and which. */
function running(pdf: Pdf, words: ContactWords, { businessName, reference }: PdfHead, number: number): void {
  const width = pdf.page.width - 2 * MARGIN;
  pdf.font("Helvetica").fontSize(SIZE.small).fillColor(SOFT);
  pdf.text(printable(`${businessName} · ${words.debtor}: ${reference}`), MARGIN, MARGIN / 2, {
    width: width - 80,
    height: SIZE.small * 1.5,
    ellipsis: true,
  });
  pdf.text(`${words.page} ${number}`, MARGIN, MARGIN / 2, { width, align: "right" });
  pdf.x = MARGIN;
  pdf.y = MARGIN;
}

function opening(pdf: Pdf, words: ContactWords, head: PdfHead): void {
  const { businessName, reference, zone, madeAt, madeBy, count } = head;
  pdf.font("Helvetica-Bold").fontSize(SIZE.title).fillColor(INK).text(words.title).moveDown(0.5);
  const facts: [string, string][] = [
    [words.business, businessName],
    [words.debtor, reference],
    [words.zone, zone],
    [words.madeAt, `${inZone(madeAt, zone)} (${inUtc(madeAt)})`],
    [words.madeBy, madeBy],
    [words.count, String(count)],
  ];
  for (const [name, value] of facts) {
    pdf.font("Helvetica-Bold").fontSize(SIZE.text).text(`${name}: `, { continued: true });
    pdf.font("Helvetica").text(printable(value));
  }
  pdf.moveDown(0.5).fillColor(SOFT).fontSize(SIZE.small).text(words.about).moveDown();
}

/** One contact: never parted by the end of a page. */
function entry(pdf: Pdf, line: ContactLine, { words, place }: { words: ContactWords; place: number }): void {
  const width = pdf.page.width - 2 * MARGIN - INDENT;
  const first = printable(`${place}. ${line.at} (${line.atUtc})`);
  const rest = printable([summary(line, words), ...permitted(line, words), ...decided(line, words)].join("\n"));
  pdf.font("Helvetica").fontSize(SIZE.text).fillColor(INK);
  const height = pdf.heightOfString(first, { width }) + pdf.heightOfString(rest, { width });
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage();
  pdf.font("Helvetica-Bold").fontSize(SIZE.text).fillColor(INK).text(first, MARGIN);
  pdf
    .font("Helvetica")
    .text(rest, MARGIN + INDENT, pdf.y, { width })
    .moveDown(0.6);
}

function summary(
  { what, direction, channel, number, recipient, kind, author, enteredAt, grantedOn, status, failedCode }: ContactLine,
  words: ContactWords,
): string {
  const state = failedCode === "" ? status : `${status} (${failedCode})`;
  // Of a permission its channels are what it permits, and no way in which it came.
  const isPermission = grantedOn !== "";
  const parts =
    channel === ""
      ? [what, author]
      : isPermission
        ? [`${what}: ${channel} ${number}`.trim(), author]
        : [what, direction, `${channel} ${number}`.trim(), recipient, kind, author];
  const entered = enteredAt === "" ? "" : ` · ${words.columns.enteredAt}: ${enteredAt}`;
  return `${parts.filter((part) => part !== "").join(" · ")}${entered} · ${words.columns.status}: ${state}`;
}

/** What somebody agreed to, in the words they agreed to, and when. */
function permitted({ grantedOn, wording }: ContactLine, { columns, quotes }: ContactWords): string[] {
  if (wording === "") return [];
  const says = grantedOn === "" ? columns.wording : `${columns.grantedOn} ${grantedOn}`;
  return [`${says}: ${quotes[0]}${wording}${quotes[1]}`];
}

/** Verdict and reason; the rule it rests on; what it was decided from. */
function decided(line: ContactLine, words: ContactWords): string[] {
  if (line.verdict === "") return [];
  const { columns, quotes } = words;
  // An article may come with its own word: "par. 2". What nobody has verified says first that it is policy.
  const article = /^\d+$/.test(line.article) ? `${words.article} ${line.article}` : line.article;
  const rule = `${line.standing}: ${line.law}, ${article} (${line.confidence})`;
  const says = line.sentence === "" ? "" : ` ${quotes[0]}${line.sentence}${quotes[1]}`;
  const until = line.untilUtc === "" ? line.until : `${line.until} (${line.untilUtc})`;
  const from = [
    [columns.stage, line.stage],
    [columns.judgedAs, line.judgedAs],
    [columns.profile, line.profile],
    [columns.readings, line.readings],
    [columns.chosen, line.chosen],
  ].flatMap(([name, value]) => (value === "" ? [] : [`${name}: ${value}`]));
  return [
    `${line.verdict}: ${line.reason} [${line.reasonCode}]`,
    ...(line.law === "" ? [] : [`${rule}${says}`]),
    ...(until === "" ? [] : [`${words.next}: ${until}`]),
    ...(from.length === 0 ? [] : [from.join(" · ")]),
  ];
}

/** The fonts that every reader has know the letters of Western Europe; a letter that they lack stands as "?". */
function printable(text: string): string {
  return text.normalize("NFC").replaceAll(/[^\n\x20-\x7e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu, "?");
}
