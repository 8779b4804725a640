import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PATIENCE_MS, shown } from "../console/browser.ts";
import { writeXlsx } from "../support/lists/write-xlsx.ts";
import { chat, numbered, phoneOf, seen, thread, useDesk } from "./desk.ts";
import { type Visitor, visitor, WORDS } from "./visitor.ts";

// One demo, and the things that agents, owners and the curious do with it. The clock moves forward only, so Sunday comes last.

const { sim, inbox, shell, login, lists, receipts, ledger, terms } = WORDS.es;

const desk = useDesk();
/** Asked again until it is so. */
const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: PATIENCE_MS });

/** Lawful hours in Bogotá are of the same day in UTC. */
async function businessDay({ context }: Visitor): Promise<string> {
  const phone = await context.request.get(`${desk.demo.url}/api/simulator/phones/${phoneOf(1)}`);
  return z
    .object({ now: z.string() })
    .parse(await phone.json())
    .now.slice(0, 10);
}

describe("signing in", () => {
  test("the printed link works once; the second time it is refused in words", async () => {
    await using late = await visitor(desk.browser);
    await late.page.goto(desk.demo.link());
    await shown(late.page.getByText(login.linkFailed));
    await late.look("sign-in after a spent link");
    expect(new URL(late.page.url()).pathname).toBe("/sign-in");
  });

  test("a forged cookie opens nothing but the place to sign in", async () => {
    await using forger = await visitor(desk.browser);
    const cookies = desk.session.cookies.map((cookie) => ({ ...cookie, value: `${cookie.value.slice(0, -6)}AAAAAA` }));
    await forger.context.addCookies(cookies);
    await forger.page.goto(`${desk.demo.url}/debtors`);
    await shown(forger.page.getByRole("heading", { name: login.title }));
    expect(await forger.page.getByText(numbered(1)).count()).toBe(0);
  });
});

describe("an agent", () => {
  test("takes over, answers and hands back without a mouse", async () => {
    await using typist = await desk.agent();
    const { page } = typist;
    const { keyboard } = page;
    await desk.says(typist, 6, "no reconozco esa deuda");
    await page.goto(`${desk.demo.url}/inbox/waiting`);
    await shown(page.getByRole("link", { name: numbered(6) }));
    while (
      !(await page
        .getByRole("heading", { name: numbered(6) })
        .first()
        .isVisible())
    )
      await keyboard.press("j");
    await shown(page.getByRole("button", { name: inbox.takeOver }));
    await keyboard.press("t");
    await poll(() => page.getByLabel(inbox.writeReply).evaluate((field) => field.matches(":focus"))).toBe(true);
    const lines = ["Buenas tardes.", "Soy del área de cartera.", "¿Me cuenta qué pasó con la factura?"];
    for (const line of lines) {
      await keyboard.type(line);
      await keyboard.press("Enter");
    }
    for (const line of lines) await shown(thread(page).getByText(line));
    await poll(() => thread(page).getByText(terms.status.sending).count()).toBe(0);
    expect(await thread(page).getByText(inbox.unsent.blocked).count(), "lines held back").toBe(0);

    const handBack = page.getByRole("button", { name: inbox.handBack });
    while (!(await handBack.evaluate((button) => button.matches(":focus")))) await keyboard.press("Shift+Tab");
    await keyboard.press("Enter");
    await shown(page.getByRole("dialog"));
    await keyboard.press("Enter");
    await shown(page.getByText(inbox.composer.bot_owns));
    expect(typist.complaints).toEqual([]);
  });

  test("sees all that came while the line was cut, in order and without a reload", async () => {
    await using cut = await desk.agent();
    const { page, context } = cut;
    await desk.says(cut, 7, "no reconozco esa deuda");
    await page.goto(`${desk.demo.url}/inbox/waiting`);
    await page.getByRole("link", { name: numbered(7) }).click();
    await shown(thread(page).getByText("no reconozco esa deuda"));
    await page.locator("html").evaluate((root) => root.setAttribute("data-same-page", "yes"));

    await context.setOffline(true);
    await shown(page.getByText(shell.offline("").split(".")[0]?.trim() ?? ""));
    const missed = ["uno: pagué en marzo", "dos: tengo el recibo", "tres: espero respuesta"];
    for (const text of missed) await desk.says(cut, 7, text);
    await context.setOffline(false);

    for (const text of missed) await shown(thread(page).getByText(text));
    const read = await seen(thread(page));
    const places = missed.map((text) => read.indexOf(text));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await page.locator("html").getAttribute("data-same-page")).toBe("yes");
    await poll(() => page.locator(".connection-bar, .offline").count()).toBe(0);
  });
});

describe("a receipt", () => {
  test("sent as a picture waits for a person, who settles it, tells the debtor, and gives back to a bot that knows", async () => {
    await using someone = await desk.agent();
    const { page } = someone;
    await desk.says(someone, 8, "hola");
    await page.goto(`${desk.demo.url}/sim/${phoneOf(8)}`);
    await shown(chat(page).getByText("cuatro"));
    await desk.says(someone, 8, "0808");
    await shown(chat(page).getByText("$ 150.000").first());
    await page.getByRole("button", { name: sim.attach }).click();
    await page.getByRole("button", { name: sim.attachReceipt }).click();
    await shown(chat(page).getByRole("img", { name: sim.picture }));
    await page.getByRole("link", { name: shell.receipts }).click();
    await page.getByRole("link", { name: numbered(8) }).click();
    await shown(page.getByRole("img", { name: receipts.pictureOf(numbered(8)) }));
    await someone.look("a receipt to verify");
    await page.getByLabel(receipts.amount).fill("100.000");
    await page.getByLabel(receipts.paidOn).fill(await businessDay(someone));
    await page.getByRole("button", { name: receipts.settle }).click();
    await shown(page.getByText(receipts.settled));
    await page.goto(`${desk.demo.url}/sim/${phoneOf(8)}`);
    await shown(chat(page).getByText("Confirmación de su pago"));
    await page.getByRole("button", { name: sim.beside }).click();
    await page.getByRole("button", { name: inbox.takeOver }).click();
    await page.getByLabel(inbox.writeReply).fill("Su pago de $ 100.000 quedó registrado. ¡Gracias!");
    await page.keyboard.press("Enter");
    await shown(chat(page).getByText("Su pago de $ 100.000 quedó registrado"));
    await page.getByRole("button", { name: inbox.handBack }).click();
    await page.getByRole("dialog").getByRole("button", { name: inbox.handBackDo }).click();
    await shown(page.getByText(inbox.composer.bot_owns));
    await desk.says(someone, 8, "¿cuánto debo?");
    await shown(chat(page).getByText("$ 50.000").first());
    await someone.look("the phone beside the agent");
    await page.goto(`${desk.demo.url}/ledger`);
    await shown(page.getByText(terms.entryKind["payment received"]).first());
    await page.getByRole("button", { name: ledger.verify }).click();
    await shown(page.getByText(ledger.sound("").split(":")[1]?.trim() ?? ""));
    await someone.look("the ledger");
    expect(someone.complaints).toEqual([]);
    await using owl = await desk.agent({ colorScheme: "dark" });
    await owl.page.goto(`${desk.demo.url}/debtors`);
    await owl.page.getByRole("link", { name: numbered(8) }).click();
    await shown(owl.page.getByText(terms.paymentState.settled).first());
    await owl.look("a debtor's file, dark");
    expect(owl.complaints).toEqual([]);
  });
});

describe("a list", () => {
  const [header = "", ...samples] = readFileSync("samples/deudores-colombia.csv", "utf8").split("\n");
  /** A row of the sample list as another person's. */
  const row = (number: number, phone = `+57 300 555 0${number}`) => {
    const cells = (samples[number % 10] ?? "").split(";");
    const [code, name, document, mobile, invoice] = [0, 1, 3, 5, 10];
    return Object.assign(cells, {
      [code]: `N-${number}`,
      [name]: `Cliente nuevo ${number}`,
      [document]: `1020000${number}`,
      [mobile]: phone,
      [invoice]: `FN-${number}`,
    }).join(";");
  };
  const csv = [header, row(300), row(301), row(304, "12")].join("\n");
  const sheet = [header, row(400), row(401)].map((line) => line.split(";"));
  const files = [
    { name: "nuevos.csv", mimeType: "text/csv", buffer: Buffer.from(csv), first: "Cliente nuevo 300", asks: false },
    {
      name: "nuevos.xlsx",
      mimeType: "application/octet-stream",
      buffer: writeXlsx({ Hoja1: sheet }),
      first: "Cliente nuevo 400",
      asks: true,
    },
  ];

  test.each(files)("as $name is checked, loaded, and its debtors are written to", async ({ first, asks, ...file }) => {
    await using owner = await desk.agent();
    const { page } = owner;
    await page.goto(`${desk.demo.url}/lists`);
    await page.getByRole("link", { name: lists.upload }).click();
    await owner.look("the upload");
    await page.getByLabel(lists.pick).setInputFiles(file);
    if (asks) {
      await page.getByLabel(lists.question["date-order"]("Fecha autorización")).selectOption({ label: lists.dmy });
      await page.getByLabel(lists.question["amount-format"]("Saldo")).selectOption({ label: lists.comma });
      await owner.look("the questions about a file");
      await page.getByRole("button", { name: lists.save }).click();
    }
    await shown(page.getByRole("heading", { name: lists.money }));
    await page.getByText(WORDS.es.terms.reason.OK).click();
    await shown(page.getByText(first));
    await owner.look("the check");
    expect(await page.getByRole("link", { name: lists.downloadErrors }).count()).toBe(
      file.name.endsWith("csv") ? 1 : 0,
    );
    await page.getByRole("button", { name: lists.commit(2) }).click();
    await shown(page.getByRole("heading", { name: lists.done }));
    await owner.look("the load, done");
    await page.getByRole("link", { name: shell.debtors, exact: true }).click();
    await page.getByRole("link", { name: first }).click();
    await page.getByRole("button", { name: WORDS.es.debtors.start }).click();
    await shown(page.getByRole("link", { name: WORDS.es.debtors.openConversation }));
    expect(owner.complaints).toEqual([]);
  });
});

test("on a Sunday nothing is sent: the article stands beside the silent phone, and it is delivered when it leaves", async () => {
  await using curious = await desk.agent();
  const { page } = curious;
  await page.goto(`${desk.demo.url}/sim/${phoneOf(9)}`);
  const clock = page.getByRole("group", { name: sim.clock });
  await shown(clock.getByRole("button", { name: sim.day }));
  for (let days = 0; days < 7 && !(await seen(clock)).includes("domingo"); days += 1) {
    const before = await seen(clock);
    await clock.getByRole("button", { name: sim.day }).click();
    await poll(() => seen(clock)).not.toBe(before);
    await poll(() => clock.getByRole("button", { name: sim.day }).isEnabled()).toBe(true);
  }
  expect(await seen(clock)).toContain("domingo");
  // Another waits for the same morning, over which both leave spread.
  await page.goto(`${desk.demo.url}/sim/${phoneOf(5)}`);
  await page.getByRole("button", { name: sim.businessFirst }).click();
  await shown(chat(page).getByText(sim.heldBack));

  await page.goto(`${desk.demo.url}/sim/${phoneOf(9)}`);
  await page.getByRole("button", { name: sim.businessFirst }).click();
  await shown(chat(page).getByText(sim.heldBack));
  await shown(chat(page).getByText("nunca los domingos"));
  await shown(chat(page).getByText("Ley 2300 de 2023, art. 3"));
  await shown(chat(page).getByText(/\p{L}{3}, \d+ \p{L}+, 0[78]:00/u));
  await curious.look("a Sunday");
  expect(await chat(page).getByText("Hola, ").count()).toBe(0);

  await chat(page).getByRole("button", { name: sim.whenItLeaves }).click();
  await shown(chat(page).getByText(`Hola, ${numbered(9)}`));
  // Monday, or the day after where that is a holiday.
  expect(await seen(clock)).not.toContain("domingo");
  expect(curious.complaints).toEqual([]);
});
