import { beforeEach, describe, expect, it } from "vitest";
import { accessibilityFaults, type Browser, hasChromium, shown } from "./browser.ts";
import type { FakeApi } from "./fake-api.ts";
import { useConsole } from "./use-console.ts";

describe.skipIf(!hasChromium)("what the bot sees, in the simulator", () => {
  let api: FakeApi;
  let browser: Browser;

  useConsole((opened) => {
    ({ api, browser } = opened);
  });
  beforeEach(async () => {
    await browser.page.setViewportSize({ width: 1280, height: 900 });
    await browser.page.goto(`${api.address}/sim/573005551001`);
    await shown(browser.page.locator(".heard-words").first());
  });

  it("marks in the last message what it rests on, the amount and the day, and says what is what", async () => {
    const words = browser.page.locator(".heard > .heard-words");
    expect(await words.textContent()).toBe("creo que le paso 200 mil el viernes");
    expect(await words.locator("mark").allTextContents()).toEqual(["le paso ", "200 mil", " el ", "viernes"]);
    expect(await words.locator("mark.heard-amount").allTextContents()).toEqual(["200 mil"]);
    expect(await words.locator("mark.heard-day").allTextContents()).toEqual(["viernes"]);
    const legend = browser.page.locator(".heard > p .heard-found");
    expect(await legend.allTextContents()).toEqual(["en qué se basa", "monto", "día"]);
  });

  it("tells what was said with its certainty, what may be done with it, and what was decided", async () => {
    const card = browser.page.locator(".heard");
    const said = card.locator(":scope > .lines .heard-intent");
    expect(await said.allTextContents()).toEqual([
      expect.stringMatching(/^Promete pagar.*por el clasificador.*62\s%$/),
      expect.stringMatching(/^Ofrece otra suma.*31\s%$/),
    ]);
    const bars = await said.locator(".heard-bar > span").evaluateAll((all) => all.map((bar) => bar.style.inlineSize));
    expect(bars).toEqual(["62%", "31%"]);
    await shown(card.getByText("Probable: vuelve a preguntar"));
    await shown(card.getByText("Quizás: Promete pagar · Pide más tiempo"));
    await shown(card.getByText(/200\.000.*–.*250\.000/));
    await shown(card.getByText("entre dos montos"));
    await shown(card.getByText(/50\s%\s?de la deuda/));
    await shown(card.getByText("sus partes se contradicen"));
    await shown(card.getByText(/^o .*4 (de )?dic/));
    await shown(card.getByText("Dice: unclear.didYouMean"));
  });

  it.each(["light", "dark"] as const)(
    "opens to an earlier message without a fault, %s and at 360 px",
    async (colorScheme) => {
      const { page } = browser;
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width: 360, height: 740 });
      const earlier = page.locator(".heard .fold").last();
      expect(await earlier.locator("summary").textContent()).toMatch(/^Sí, soy yo.*Elige una opción$/);
      await earlier.locator("summary").focus();
      await page.keyboard.press("Enter");
      await shown(earlier.getByText("Espera: 2 días hábiles"));
      await page.locator(".heard .fold").first().locator("summary").click();
      await shown(page.getByText("No necesita respuesta"));
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    },
  );
});
