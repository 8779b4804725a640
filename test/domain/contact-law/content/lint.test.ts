import { describe, expect, it } from "vitest";
import { lint, mayBeSaid } from "../../../../src/domain/contact-law/content/lint.ts";
import { reading, rulesIn } from "./reading.ts";

describe("a finding", () => {
  it("underlines the words in the original text, accents, case and line breaks as they were", () => {
    const text = "Hola 👋 Ana.\n¿POR  QUÉ\nno  pagó? Gracias";
    const [finding] = reading(text);
    expect(finding?.span && text.slice(finding.span.start, finding.span.end)).toBe("POR  QUÉ\nno  pagó");
  });

  it("reads decomposed accents like composed ones", () => {
    const text = "¿Por qué no pagó?".normalize("NFD");
    const [finding] = reading(text);
    expect(finding?.span && text.slice(finding.span.start, finding.span.end).normalize("NFC")).toBe("Por qué no pagó");
  });

  it("comes once for one place, in the order of the text, with what to do in three languages", () => {
    const findings = reading("Serás demandado. ¿Por qué no has pagado la cuota, por qué no pagas?");
    expect(findings.map(({ rule }) => rule)).toEqual(["judicial", "reason_for_default", "reason_for_default"]);
    for (const { advice } of findings) expect(Object.keys(advice)).toEqual(["es", "pt-BR", "en"]);
  });

  it("is not found inside longer words", () => {
    expect(rulesIn("Tu presupuesto está en la prisionera carpeta; el deadbeatles club")).toEqual([]);
  });

  it("stops a message only when it is forbidden", () => {
    expect(mayBeSaid("Es la última oportunidad", "CO", "agent")).toBe(true);
    expect(mayBeSaid("Iremos a juicio", "CO", "agent")).toBe(false);
    expect(mayBeSaid("", "CO", "agent")).toBe(true);
  });

  it("is of the message's country and kind; who reads it counts as unproved unless said otherwise", () => {
    const text = "Su saldo es de $ 150.000.";
    expect(lint(text, "CO", "answer").map(({ rule }) => rule)).toEqual(["amount_before_proof"]);
    expect(lint(text, "CO", "answer", { verified: true })).toEqual([]);
    expect(lint("Hola.", "CO", "opening").map(({ rule, span }) => [rule, span])).toEqual([
      ["missing_creditor", null],
      ["missing_purpose", null],
      ["missing_stop", null],
      ["missing_person", null],
    ]);
  });

  it("is doubtful once where a doubt and a stronger rule meet", () => {
    expect(rulesIn("Nuestro abogado lo llamará")).toEqual(["judicial"]);
  });
});
