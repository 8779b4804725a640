/** What the generated file is made of, for the baseline that writes the same. */
export type ImportFile = { readonly bytes: Buffer; readonly rows: number; readonly debtors: number };

const ROWS_A_DEBTOR = 3;

/**
 * A business's list as accounting systems of Colombia export it: Windows-1252, semicolons, days first, points between
 * thousands, three invoices a customer, 15 columns. The same count gives the same bytes; every person in it is made up.
 */
export function importFile(rows: number): ImportFile {
  const lines = [HEADER];
  for (let row = 0; row < rows; row += 1) lines.push(lineOf(row));
  const debtors = Math.ceil(rows / ROWS_A_DEBTOR);
  return { bytes: Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1"), rows, debtors };
}

const HEADER =
  "Código cliente;Nombre;Tipo documento;Número documento;Celular;Correo;Ciudad;Factura;Concepto;Fecha factura;Fecha vencimiento;Saldo;Moneda;Autoriza WhatsApp;Fecha autorización";

function lineOf(row: number): string {
  const debtor = Math.floor(row / ROWS_A_DEBTOR);
  const digits = (value: number, width: number) => String(value).padStart(width, "0");
  const day = digits((row % 28) + 1, 2);
  const thousands = 100 + (row % 900);
  return [
    `C-${digits(debtor, 6)}`,
    `Persona de muestra número ${debtor}`,
    "CC",
    digits(1_000_000_000 + debtor * 7, 10),
    `+57 30${debtor % 6} ${digits(Math.floor(debtor / 10_000), 3)} ${digits(debtor % 10_000, 4)}`,
    `muestra${debtor}@example.com`,
    "Bogotá",
    `FV-${digits(row, 7)}`,
    "Crédito de muestra",
    `${day}/07/2026`,
    `${day}/09/2026`,
    // One in four is of a million or more, and shows which point is which.
    `$ ${row % 4 === 0 ? "1." : ""}${digits(thousands, 3)}.${digits((row * 7) % 1000, 3)}`,
    "COP",
    "Sí",
    "15/01/2026",
  ].join(";");
}
