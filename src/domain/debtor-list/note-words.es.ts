import type { NoteTexts } from "./notes.ts";

export const spanish: NoteTexts = {
  "quote-not-closed": {
    says: "Unas comillas se abren y no se cierran.",
    expected: "Comillas en pares.",
    howToFix: "Borre la comilla de más o guarde de nuevo el archivo desde Excel como CSV UTF-8.",
  },
  "row-too-long": {
    says: "La fila es demasiado larga.",
    expected: "Una fila de menos de 128.000 caracteres.",
    howToFix: "Revise si falta un salto de línea o una comilla.",
  },
  "too-many-cells": {
    says: "La fila tiene más celdas que el encabezado.",
    expected: "Tantas celdas como columnas.",
    howToFix: "Ponga entre comillas los textos que llevan el separador, por ejemplo una coma dentro del nombre.",
  },
  "debtor-missing": {
    says: "No se sabe quién debe.",
    expected: "Código del cliente, documento o nombre.",
    howToFix: "Complete al menos uno de los tres.",
  },
  "amount-missing": {
    says: "Falta el valor de la deuda.",
    expected: "Un saldo o un valor.",
    howToFix: "Escriba el saldo; si no debe nada, escriba 0.",
  },
  "not-an-amount": {
    says: "Esto no se puede leer como un valor.",
    expected: "Solo cifras, como 1.250.000 o 1,250,000.00.",
    howToFix: "Quite letras y notas de la celda.",
  },
  "other-currency": {
    says: "El valor está en otra moneda que la fila.",
    expected: "La misma moneda en toda la fila y en toda la factura.",
    howToFix: "Corrija la columna de moneda o el signo del valor.",
  },
  "unknown-currency": {
    says: "No conocemos esta moneda.",
    expected: "Un código como COP, MXN, ARS, CLP, PEN, BRL o USD.",
    howToFix: "Escriba el código de tres letras.",
  },
  "unknown-country": {
    says: "No conocemos este país.",
    expected: "Un nombre o un código de dos letras, como Colombia o CO.",
    howToFix: "Corrija el país o no asigne esta columna y elija el país para todo el archivo.",
  },
  "not-a-date": {
    says: "Esto no es una fecha en el formato de la columna.",
    expected: "Un día que existe, como 31/08/2026 o 2026-08-31.",
    howToFix: "Corrija la fecha; el mismo orden de día y mes en toda la columna.",
  },
  "phone-scientific": {
    says: "Excel cambió el teléfono por un número abreviado y se perdieron sus cifras.",
    expected: "El número completo, como 3005550101.",
    howToFix: "Dé a la columna formato de texto y escriba o pegue de nuevo los números.",
  },
  "phone-no-area-code": {
    says: "Al teléfono le falta el indicativo o código de área.",
    expected: "El número completo, como 3005550101 o +54 11 2345 6789.",
    howToFix: "Agregue el código de área.",
  },
  "phone-not-a-number": {
    says: "Esto no es un teléfono.",
    expected: "Un número de teléfono por celda, o varios separados por una barra (/).",
    howToFix: "Deje solo el número; lo demás va en otra columna.",
  },
  "phone-invalid": {
    says: "Este teléfono no existe en el plan de numeración.",
    expected: "Un número válido del país elegido, o con su código de país (+57…).",
    howToFix: "Revise si sobra o falta una cifra, y el país.",
  },
  "paid-and-owing": {
    says: "La fila dice que está pagada y también que tiene saldo.",
    expected: "Saldo 0, o un estado distinto de pagada.",
    howToFix: "Corrija el estado o el saldo.",
  },
  "name-missing": {
    says: "Falta el nombre.",
    expected: "El nombre de la persona o empresa.",
    howToFix: "Complete el nombre; mientras tanto se usa el código.",
  },
  "phone-missing": {
    says: "No tiene teléfono.",
    expected: "Un número de WhatsApp.",
    howToFix: "La deuda se importa, pero no se le puede escribir.",
  },
  "phone-left-out": {
    says: "Uno de los teléfonos no se puede leer.",
    expected: "Un número válido.",
    howToFix: "Se usan los otros; corríjalo cuando pueda.",
  },
  "phone-landline": {
    says: "Es un teléfono fijo.",
    expected: "Un celular con WhatsApp.",
    howToFix: "Se guarda; puede que no reciba mensajes.",
  },
  "phone-third-party": {
    says: "El teléfono es de un tercero, no del deudor.",
    expected: "El número de quien debe, o de su codeudor o fiador.",
    howToFix: "No se le escribe; agregue el número del deudor. Si es suyo, corrija el cargo o la relación.",
  },
  "check-digit-wrong": {
    says: "El dígito de verificación del documento no corresponde.",
    expected: "El documento tal como fue expedido.",
    howToFix: "Revíselo: con este número no se verifica la identidad de nadie.",
  },
  "birth-date-unreadable": {
    says: "No se puede leer la fecha de nacimiento.",
    expected: "Un día que existe.",
    howToFix: "Corríjala; mientras tanto no sirve para verificar.",
  },
  "due-date-missing": {
    says: "Falta la fecha de vencimiento.",
    expected: "El día en que vence.",
    howToFix: "Complétela; mientras tanto la deuda no tiene días de mora.",
  },
  "amount-other-format": {
    says: "El valor está escrito con otro separador de decimales que su columna.",
    expected: "El mismo formato en toda la columna.",
    howToFix: "Revise que el valor leído sea el correcto.",
  },
  "amount-rounded": {
    says: "El valor tiene más decimales que la moneda y se redondeó.",
    expected: "Los decimales de la moneda.",
    howToFix: "Revise que el valor leído sea el correcto.",
  },
  "paid-date-but-owing": {
    says: "Tiene fecha de pago y también saldo.",
    expected: "Saldo 0 si ya se pagó todo.",
    howToFix: "Se toma como abono y se debe el saldo.",
  },
  "lines-summed": {
    says: "La factura está en varias filas con valores distintos.",
    expected: "Una fila por factura.",
    howToFix: "Se sumaron; revise el total.",
  },
  "lines-counted-once": {
    says: "La factura está en varias filas con el mismo valor.",
    expected: "Una fila por factura.",
    howToFix: "Se tomó una sola vez; revise el total.",
  },
  "permission-undated": {
    says: "La autorización no tiene fecha.",
    expected: "El día en que autorizó.",
    howToFix: "Agregue la fecha: es la prueba de la autorización.",
  },
  "permission-unclear": {
    says: "No se entiende si autoriza.",
    expected: "Sí o no.",
    howToFix: "Se importa sin autorización y no se le escribe.",
  },
  "other-numbers-unclear": {
    says: "No se entiende si autoriza que le escriban desde otros números.",
    expected: "Sí o no.",
    howToFix: "Se importa como un no: solo se le escribe desde el número que conoce.",
  },
  "permission-other-channels": {
    says: "La autorización nombra otros canales y no WhatsApp.",
    expected: "WhatsApp entre los canales autorizados.",
    howToFix: "No se le escribe; si autorizó WhatsApp, agréguelo a la celda.",
  },
  "email-unreadable": {
    says: "El correo no se puede leer.",
    expected: "Una dirección como nombre@ejemplo.com.",
    howToFix: "Corríjalo; no impide importar.",
  },
  "reference-made": {
    says: "Falta el número de factura.",
    expected: "El número con que usted conoce la deuda.",
    howToFix: "Se usa la fecha de vencimiento o la descripción para reconocerla la próxima vez.",
  },
  skipped: {
    blank: "Fila en blanco.",
    total: "Fila de totales.",
    "group-heading": "Título de un grupo.",
    "header-again": "Encabezado repetido.",
    "counter-sales": "Cliente de mostrador.",
    "repeated-line": "Otra línea de una factura ya contada.",
    "credit-balance": "Saldo a favor del cliente.",
  },
  unreadable: {
    empty: "El archivo está vacío. Elija otro archivo.",
    "header-only": "El archivo solo tiene el encabezado. Agregue una fila por cada deuda.",
    "too-large": "El archivo pesa más de 20 MB. Divídalo en partes y súbalas una por una.",
    "too-many-rows": "El archivo tiene más de 200.000 filas. Divídalo en partes y súbalas una por una.",
    "old-excel":
      "Es un archivo .xls antiguo o protegido con contraseña. Ábralo en Excel y guárdelo como .xlsx o como CSV, sin contraseña.",
    html: "Es una página web con nombre de Excel, como la que exportan algunos sistemas. Ábrala en Excel y guárdela como .xlsx o como CSV.",
    "not-a-table": "No es una tabla. Suba un archivo .xlsx o CSV.",
    "broken-excel":
      "El archivo de Excel está dañado o incompleto. Ábralo en Excel y guárdelo de nuevo como .xlsx, o guárdelo como CSV.",
    "too-large-inside":
      "El archivo de Excel es demasiado grande por dentro. Copie solo las filas con datos a un libro nuevo, o guárdelo como CSV.",
    "too-slow": "Leer el archivo tomó demasiado tiempo. Guárdelo como CSV y súbalo de nuevo.",
    "no-such-sheet": "El libro no tiene una hoja con ese nombre. Elija otra hoja.",
    "too-many-broken-rows":
      "Más de 1.000 filas tienen comillas sin cerrar. Guarde de nuevo el archivo desde Excel como CSV UTF-8.",
  },
};
