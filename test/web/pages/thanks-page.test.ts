import { expect, it } from "vitest";
import { thanksPages } from "./samples.ts";

const [settled = "", confirming = "", voucher = ""] = thanksPages("es");

it("thanks never claim more than the books do", () => {
  expect(settled).toContain("Su pago quedó registrado");
  expect(settled).toContain("$\u00a0200.000,50");
  expect(confirming).toContain("Estamos confirmando su pago");
  expect(confirming).not.toContain("200.000");
  expect(voucher).toContain("Cuando pague el comprobante");
  expect(voucher).not.toContain("200.000");
});
