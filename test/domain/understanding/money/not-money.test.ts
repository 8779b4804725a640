import { expect, test } from "vitest";
import { type Currency, toText } from "../../../../src/domain/money.ts";
import { readMoney } from "../../../../src/domain/understanding/entities/read-money.ts";
import { tokenise } from "../../../../src/domain/understanding/tokens.ts";

const heard = (text: string, country = "CO", currency: Currency = "COP") =>
  readMoney(tokenise(text).tokens, { country, currency }).map(({ amount }) => toText(amount));

test.each([
  // telephones
  "3001234567",
  "300 123 4567",
  "mi número es 311 555 0199",
  "+57 300 123 45 67",
  "(11) 98765-4321",
  "555-1234",
  "0412 555 1234",
  // documents, cards and accounts
  "mi cédula es 52345",
  "cc 52345678",
  "52.345.678",
  "1.020.304.050",
  "dni: 45678",
  "meu cpf é 123.456.789-01",
  "rut 12.345.678-5",
  "4152 3133 1234 5678",
  "cuenta número 2003",
  "clabe 012345678901234567",
  // orders, papers, addresses
  "pedido #4521",
  "orden 4521",
  "factura n° 310",
  "vivo en la calle 80",
  "ley 2300",
  // days, hours and years
  "el 15 de diciembre",
  "diciembre 15",
  "15/12/2026",
  "10.12.2026",
  "17:30",
  "a las 10 de la noche",
  "desde 2021",
  "octubre de 2008",
  "el semestre de 1989",
  "año dos mil veintiséis",
  // counts
  "en 12 cuotas",
  "10 o 12 cuotas",
  "tengo 45 años",
  "20 trabajadores",
  "60 mil kilómetros",
  "80.000 espectadores",
  "una docena de huevos",
  "20 de diciembre",
  "24/7",
  "50/50",
  "4x1000",
  "el 30%",
  "15avo",
  "mil gracias",
  "mil disculpas",
  // numbers that are half read
  "sepenta mil",
  "tres cincuenta",
  "tres quinientos pesos",
  "dois e quinhentos",
  "a couple hundred",
  "un par de millones",
  "Estados Unidos",
])("%s is no amount", (text) => {
  expect(heard(text)).toEqual([]);
});

test.each([
  ["a cuenta 200", ["COP 200000.00"]],
  ["te pago 200.000 de los 500.000 que debo", ["COP 200000.00", "COP 500000.00"]],
  ["200 de entrada", ["COP 200000.00"]],
  ["1500000", ["COP 1500000.00"]],
  ["doscientos", ["COP 200000.00"]],
  ["pago 200 entonces", ["COP 200000.00"]],
  ["200 mil 15 cuotas", ["COP 200000.00"]],
  ["50 mil 15/12", ["COP 50000.00"]],
  ["3 pagos de 150 mil", ["COP 150000.00"]],
  ["mi cédula es 52345 y pago 200 mil", ["COP 200000.00"]],
  ["una cuota de 2000", ["COP 2000.00"]],
])("%s is money beside what is none", (text, amounts) => {
  expect(heard(text)).toEqual(amounts);
});
