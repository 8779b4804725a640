import { describe, expect, it } from "vitest";
import { compareRow, fingerprintOf } from "../../../src/domain/debtor-list/compare-row.ts";
import { money, ofUnits } from "../../../src/domain/money.ts";
import { COLOMBIA, debtsOf, onlyDebt } from "../../support/lists/judge-list.ts";

const LIST = "NIT|Celular|Factura|Saldo|Vence|Ciudad\n900123456|3005550101|FV-1|500.000,00|25/08/2026|Cali";
const row = onlyDebt(LIST, COLOMBIA);
const onFile = { fingerprint: fingerprintOf(row), owed: row.debt.owed };

describe("a row against what is on file", () => {
  it("is new where nothing is", () => {
    expect(compareRow(undefined, row)).toEqual({
      change: "new",
      before: money(0n, "COP"),
      after: ofUnits(500_000n, "COP"),
      difference: ofUnits(500_000n, "COP"),
    });
  });

  it("is the same when the same file comes again", () => {
    expect(compareRow(onFile, onlyDebt(LIST, COLOMBIA))).toMatchObject({ change: "same", difference: { minor: 0n } });
  });

  it("is changed by a lower balance, and the difference is the adjustment", () => {
    const lower = onlyDebt(LIST.replace("500.000", "350.000"), COLOMBIA);
    expect(compareRow(onFile, lower)).toEqual({
      change: "changed",
      before: ofUnits(500_000n, "COP"),
      after: ofUnits(350_000n, "COP"),
      difference: ofUnits(-150_000n, "COP"),
    });
  });

  it("is changed when the books say otherwise, though the file says what it said last time", () => {
    const paidSince = { ...onFile, owed: ofUnits(300_000n, "COP") };
    expect(compareRow(paidSince, row)).toMatchObject({ change: "changed", difference: ofUnits(200_000n, "COP") });
  });

  it.each([
    ["3005550101", "3005550102"],
    ["25/08/2026", "26/08/2026"],
    ["Cali", "Bogotá"],
  ])("is changed by any cell that means something: %s", (before, after) => {
    expect(compareRow(onFile, onlyDebt(LIST.replace(before, after), COLOMBIA))).toMatchObject({ change: "changed" });
  });

  it("is the same however cells are written, and whatever their order in the file", () => {
    const spelled =
      "NIT|Factura|Vence|Saldo|Celular|Ciudad\n900.123.456|FV-1|2026-08-25|$ 500.000,0|+57 300 555 0101|Cali";
    expect(fingerprintOf(onlyDebt(spelled, COLOMBIA))).toBe(onFile.fingerprint);
    const lines = LIST.split("\n");
    const [, moved] = debtsOf([lines[0], "900123457|3005550102|FV-2|7|25/08/2026|Cali", lines[1]].join("\n"), COLOMBIA);
    expect(moved && fingerprintOf(moved)).toBe(onFile.fingerprint);
  });
});
