import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nitCheckDigit, readDocument } from "../../../src/domain/debtor-list/documents.ts";

const written = (number: string, { type = "", checkDigit = "" } = {}) => ({ type, number, checkDigit });

describe("a document", () => {
  it("keeps its leading zeros and loses what people put between the figures", () => {
    expect(readDocument(written("0.012.345.678", { type: "C.C." }), "CO")).toMatchObject({
      type: "CC",
      number: "0012345678",
    });
    expect(readDocument(written("52000001.0"), "CO")).toMatchObject({ type: "CC", number: "52000001", verifies: true });
    expect(readDocument(written("  - "), "CO")).toBeUndefined();
  });

  it.each([
    ["800.197.268-4", "", "", "800197268", "right"],
    ["800197268", "", "4", "800197268", "right"],
    ["8001972684", "", "", "800197268", "right"],
    ["800.197.268-5", "", "", "800197268", "wrong"],
    ["900123456", "NIT", "", "900123456", "unchecked"],
  ])("the Colombian NIT %s %s %s is %s, its digit %s", (number, type, checkDigit, expected, verdict) => {
    expect(readDocument({ number, type, checkDigit }, "CO")).toEqual({
      type: "NIT",
      number: expected,
      company: true,
      verifies: false,
      checkDigit: verdict,
    });
  });

  it("of a company is public and verifies nobody", () => {
    expect(readDocument(written("30-50001091-2"), "AR")).toMatchObject({
      type: "CUIT",
      company: true,
      verifies: false,
    });
    expect(readDocument(written("11.222.333/0001-81"), "BR")).toMatchObject({
      type: "CNPJ",
      company: true,
      verifies: false,
      checkDigit: "right",
    });
    expect(readDocument(written("76.543.210-3"), "CL")).toMatchObject({
      type: "RUT",
      company: true,
      verifies: false,
      checkDigit: "right",
    });
    expect(readDocument(written("20100070970"), "PE")).toMatchObject({
      type: "RUC",
      company: true,
      verifies: false,
      checkDigit: "right",
    });
    expect(readDocument(written("ABC010101AB9"), "MX")).toMatchObject({ type: "RFC", company: true, verifies: false });
  });

  it("of a person verifies while its check digit is right", () => {
    expect(readDocument(written("529.982.247-25"), "BR")).toMatchObject({
      type: "CPF",
      verifies: true,
      checkDigit: "right",
    });
    expect(readDocument(written("529.982.247-26"), "BR")).toMatchObject({
      type: "CPF",
      verifies: false,
      checkDigit: "wrong",
    });
    expect(readDocument(written("111.111.111-11"), "BR")).toMatchObject({ verifies: false, checkDigit: "wrong" });
    expect(readDocument(written("12.345.678-5"), "CL")).toMatchObject({ type: "RUT", company: false, verifies: true });
    expect(readDocument(written("10.000.013-k"), "CL")).toMatchObject({ number: "10000013K", checkDigit: "right" });
    expect(readDocument(written("20-12345678-6"), "AR")).toMatchObject({
      type: "CUIT",
      company: false,
      verifies: true,
    });
    expect(readDocument(written("12.345.678"), "AR")).toMatchObject({
      type: "DNI",
      verifies: true,
      checkDigit: "unchecked",
    });
  });

  it("has the type its column names, whatever its shape", () => {
    for (const type of ["INE", "Credencial para votar", "Clave de elector"])
      expect(readDocument(written("2100000002121", { type }), "MX")).toMatchObject({ type: "INE", verifies: true });
    expect(readDocument(written("900123456", { type: "Cédula de ciudadanía" }), "CO")).toMatchObject({
      type: "CC",
      verifies: true,
    });
    expect(readDocument(written("AB123456", { type: "Pasaporte" }), "CO")).toMatchObject({ type: "PASSPORT" });
    expect(readDocument(written("AB123456", { type: "Carné" }), "CO")).toMatchObject({ type: "OTHER" });
  });

  it("shows one wrong figure in a NIT by its check digit", () => {
    const nit = fc.integer({ min: 800_000_000, max: 999_999_999 }).map(String);
    const change = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(nit, change, (number, [place, by]) => {
        const figures = [...number];
        figures[place] = String((Number(figures[place]) + by) % 10);
        const [before, after] = [nitCheckDigit(number), nitCheckDigit(figures.join(""))];
        // The rests 1 and 10 share the digit 1: the one pair that the rule cannot tell apart.
        if (before !== "1" || after !== "1") expect(after).not.toBe(before);
      }),
    );
  });
});
