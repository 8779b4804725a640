import { describe, expect, it, test } from "vitest";
import { isThirdParty, type ListedAs, roleOf } from "../../../src/domain/contact-law/role-of.ts";

const PERSON: ListedAs = {
  contactRole: null,
  contactName: "Contacto de muestra",
  debtorKind: "person",
  debtorName: "Persona Muestra Uno",
};
const COMPANY: ListedAs = { ...PERSON, debtorKind: "company", debtorName: "Tienda de muestra 07 S.A.S." };

describe("at a person, beside another name", () => {
  it.each([
    ["Referencia personal", "reference"],
    ["REF. FAMILIAR", "reference"],
    ["Referência comercial", "reference"],
    ["Referencia del codeudor", "reference"],
    ["Codeudora", "co_debtor"],
    ["Co-deudor (esposa)", "co_debtor"],
    ["Codeudor No. 2", "co_debtor"],
    ["Deudor solidario", "co_debtor"],
    ["Obligado solidario", "co_debtor"],
    ["Codevedor", "co_debtor"],
    ["co-signer", "co_debtor"],
    ["Fiador", "guarantor"],
    ["AVAL", "guarantor"],
    ["Avalista", "guarantor"],
    ["Guarantor", "guarantor"],
    ["Cónyuge", "relative"],
    ["Mamá", "relative"],
    ["Hija del titular", "relative"],
    ["Esposa de la codeudora", "relative"],
    ["Irmã", "relative"],
    ["Mãe", "relative"],
    ["debtor's mother", "relative"],
    ["co-debtor's brother", "relative"],
    ["Empleador", "employer"],
    ["Jefe inmediato", "employer"],
    ["Recursos Humanos", "employer"],
    ["Empregador", "employer"],
    ["Vecina", "other"],
    ["Amigo", "other"],
    ["Third party", "other"],
    ["Contador", "other"],
    ["Tesorería", "other"],
    ["No es el titular", "other"],
    ["Ex codeudor", "other"],
    ["Titular", "debtor"],
    ["Deudor", "debtor"],
    ["Devedor", "debtor"],
    ["customer", "debtor"],
    [" - ", "debtor"],
    ["", "debtor"],
    [null, "debtor"],
  ] as const)("%s is %s", (contactRole, role) => {
    expect(roleOf({ ...PERSON, contactRole })).toBe(role);
  });
});

test.each(["Gerente", "Jefe de bodega", "Contador"])(
  "%s without another name is what the debtor does",
  (contactRole) => {
    expect(roleOf({ ...PERSON, contactRole, contactName: null })).toBe("debtor");
    expect(roleOf({ ...PERSON, contactRole, contactName: "MUESTRA uno" })).toBe("debtor");
  },
);

test.each(["Referencia", "Esposa", "Vecino"])("%s is a third party also without a name", (contactRole) => {
  expect(isThirdParty({ ...PERSON, contactRole, contactName: null })).toBe(true);
});

describe("at a company", () => {
  it.each([
    "Tesorería",
    "Contador",
    "Compras",
    "accounts payable",
    "Pagos",
    "Gerente",
    "Jefe de compras",
    "RRHH",
    "Manager",
  ])("%s is one of its own people", (contactRole) => expect(roleOf({ ...COMPANY, contactRole })).toBe("debtor"));

  it.each([
    ["Referencia comercial", "reference"],
    ["Fiador", "guarantor"],
    ["Vecino", "other"],
    ["Empleador", "employer"],
  ] as const)("%s stays a %s", (contactRole, role) => {
    expect(roleOf({ ...COMPANY, contactRole })).toBe(role);
  });
});

test.each([
  ["Titulares de cartera", "debtor"],
  ["Refrigeración", "other"],
  ["Avalúos", "other"],
  ["Hijosa", "other"],
])("whole words alone are read: %s", (contactRole, role) => {
  expect(roleOf({ ...PERSON, contactRole })).toBe(role);
});

test("who owes or guarantees is none", () => {
  const third = (contactRole: string) => isThirdParty({ ...PERSON, contactRole });
  expect(["Titular", "Codeudor", "Fiador"].map(third)).toEqual([false, false, false]);
});
