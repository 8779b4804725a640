import { beforeAll, expect, test } from "vitest";
import { shown, until } from "../console/browser.ts";
import { numbered, phoneOf, seen, thread, useDesk } from "./desk.ts";
import { type Visitor, WORDS } from "./visitor.ts";

// Every page of the console as the real server fills it: in each language, in the dark, on a telephone.

const { shell } = WORDS.es;
/** Whoever starts it is called so, whatever they read. */
const MY_NAME = "Administrador";

const desk = useDesk();

beforeAll(async () => {
  await using debtor = await desk.agent();
  await desk.says(debtor, 3, "no reconozco esa deuda");
});

const PLACES = [
  "/inbox/all",
  "/inbox/waiting",
  "/debtors",
  "/lists",
  "/lists/new",
  "/receipts",
  "/ledger",
  `/sim/${phoneOf(3)}`,
];
const settled = async ({ page }: Visitor, place: string) => {
  await page.goto(desk.demo.url + place);
  await shown(page.getByRole("heading", { level: 1 }));
  await until("nothing is loading", async () => (await page.locator(".loading").count()) === 0);
};

test.each([
  ["es", "en"],
  ["pt-BR", "en"],
  ["en", "es"],
] as const)("speaks %s and no word of %s", async (language, other) => {
  await using reader = await desk.agent();
  const { page } = reader;
  await settled(reader, "/inbox/all");
  await page.keyboard.press("?");
  await page.getByLabel(shell.language).selectOption(language);
  await shown(page.getByRole("heading", { name: WORDS[language].shell.me }));
  const own = new Set(textsOf(WORDS[language]));
  const foreign = new Set(
    textsOf(WORDS[other]).filter((text) => !own.has(text) && text.length > 3 && text !== MY_NAME),
  );
  for (const place of PLACES) {
    await settled(reader, place);
    const lines = (await seen(page.locator("body"))).split("\n").map((line) => line.trim());
    expect
      .soft(
        lines.filter((line) => foreign.has(line)),
        `${place} in ${language}`,
      )
      .toEqual([]);
    expect
      .soft(
        lines.filter((line) => RAW.test(line)),
        `${place} in ${language}`,
      )
      .toEqual([]);
  }
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  expect(reader.complaints).toEqual([]);
});

test("fits a telephone of 360 px in the dark, without a fault that axe can see", async () => {
  await using walker = await desk.agent({ colorScheme: "dark", viewport: { width: 360, height: 740 }, hasTouch: true });
  for (const place of PLACES) {
    await settled(walker, place);
    const width = await walker.page.locator("html").evaluate((root) => root.scrollWidth);
    expect.soft(width, `${place} is as wide as the screen`).toBeLessThanOrEqual(360);
    await walker.look(`${place}, small and dark`);
  }
  expect(walker.complaints).toEqual([]);
});

test("is drawn dark where the system is, without a fault that axe can see", async () => {
  await using owl = await desk.agent({ colorScheme: "dark" });
  await settled(owl, "/inbox/all");
  await owl.page.getByRole("link", { name: numbered(3) }).click();
  await shown(thread(owl.page).getByText("no reconozco esa deuda"));
  await owl.look("a conversation, dark");
  expect(owl.complaints).toEqual([]);
});

/** Keys of ours, codes and holes where a word should stand. */
const RAW =
  /\b(undefined|NaN|null)\b|\[object |\b[A-Z]{2,}_[A-Z_]+\b|\b(debtor|agent|business|payment|promise)\.[a-z]+[A-Z]\w+|\b[a-z]+_[a-z]+\b/;

/** Every fixed text of a dictionary. */
function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value) => {
    if (typeof value === "string") return [value];
    return typeof value === "object" && value !== null ? textsOf(value) : [];
  });
}
