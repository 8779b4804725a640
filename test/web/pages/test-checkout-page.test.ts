import { describe, expect, it } from "vitest";
import { testCheckoutClosedPage } from "../../../src/web/pages/test-checkout-page.ts";
import { HARMLESS, testPage } from "./samples.ts";

describe("the test checkout's page", () => {
  it.each([
    ["es", "PÁGINA DE PRUEBA"],
    ["pt-BR", "PÁGINA DE TESTE"],
    ["en", "TEST PAGE"],
  ] as const)("says in %s that it is a test, in its title and before everything else", (language, banner) => {
    for (const document of [testPage(language), testCheckoutClosedPage(language)]) {
      expect(document).toContain(`<title>${banner}`);
      const body = document.slice(document.indexOf("<body>"));
      expect(body.slice(0, body.indexOf("<main"))).toContain(`<strong>${banner}</strong>`);
    }
  });

  it("has a button that pays and one that fails", () => {
    expect(testPage("es")).toContain('name="choice" value="paid">Pagar (de prueba)</button>');
    expect(testPage("es")).toContain('name="choice" value="declined">Hacer que falle</button>');
    expect(testPage("es")).toContain('<form method="post" action="/test-checkout/token07">');
  });

  it("links back to pages only", () => {
    expect(testPage("es", HARMLESS, "https://example.test/p/1")).toContain('<a href="https://example.test/p/1">');
    for (const address of ["javascript:alert(1)", "//example.test", "data:text/html,x", ""]) {
      expect(testPage("es", HARMLESS, address)).toContain('<a href="/">');
    }
  });

  it("has no button once it is closed", () => {
    expect(testCheckoutClosedPage("es")).not.toContain("<button");
  });
});
