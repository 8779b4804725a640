import { describe, expect, it } from "vitest";
import { paymentLinkPage } from "../../../src/web/pages/payment-link-page.ts";
import { HARMLESS, linkPages, linkStates } from "./samples.ts";

const [payable = "", transfer = "", underWay = "", paid = "", nothingOwed = "", expired = "", unavailable = ""] =
  linkPages("es");

describe("the payment link's page", () => {
  it("says who asks, what for, how much, and as of when by the debtor's clock", () => {
    expect(payable).toContain("<h1>Pago a Tienda de muestra 07</h1>");
    expect(payable).toContain("<dt>Concepto</dt><dd>Factura 0007</dd>");
    expect(payable).toContain('<dt>Valor a pagar</dt><dd class="amount">$\u00a0200.000,50</dd>');
    expect(payable).toContain("Saldo al viernes 6 de marzo de 2026, 22:30.");
    expect(payable).toContain("Este enlace sirve hasta el lunes 9 de marzo de 2026, 22:30.");
  });

  it("pays by a POST, so that a preview of the link opens no checkout", () => {
    expect(payable).toContain('<form method="post" action="/p/token07">');
    expect(payable).toContain('<button class="primary" type="submit">Pagar $\u00a0200.000,50</button>');
  });

  it("can leave out what the debt is about", () => {
    const [state] = linkStates(HARMLESS);
    if (!state) throw new Error("no state");
    expect(paymentLinkPage({ language: "es", creditor: "X", zone: "America/Bogota", state })).not.toContain("Concepto");
  });

  it("shows the creditor's accounts for a transfer, what to write on it and where the receipt goes", () => {
    expect(transfer).toContain('<dt>Cuenta de ahorros</dt><dd class="copyable">000 Solo en horario de oficina</dd>');
    expect(transfer).toContain("<dt>Clave Pix</dt>");
    expect(transfer).toContain('<p class="code">0000-005A</p>');
    expect(transfer).toContain("envíe la foto del comprobante en el chat");
    expect(transfer).not.toContain("<form");
  });

  it.each([
    ["a payment under way", underWay, "no pague dos veces"],
    ["a paid link", paid, "ya está registrado"],
    ["a balance of zero", nothingOwed, "No hay nada por pagar"],
    ["an expired link", expired, "ya venció"],
  ])("offers no way to pay for %s, and says why", (_, document, reason) => {
    expect(document).toContain(reason);
    expect(document).not.toContain("<form");
  });

  it("lets one try again when the provider failed, and says that nothing was charged", () => {
    expect(unavailable).toContain("No se hizo ningún cobro");
    expect(unavailable).toContain('<form method="post" action="/p/token07">');
  });

  it("speaks the payer's language", () => {
    expect(linkPages("pt-BR")[0]).toContain("Pagamento para Tienda de muestra 07");
    expect(linkPages("pt-BR")[1]).toContain("Conta poupança");
    expect(linkPages("en")[0]).toContain(">Pay COP\u00a0200,000.50</button>");
  });
});
