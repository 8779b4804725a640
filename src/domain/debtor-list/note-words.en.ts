import type { NoteTexts } from "./notes.ts";

export const english: NoteTexts = {
  "quote-not-closed": {
    says: "A quotation mark opens and is never closed.",
    expected: "Quotation marks in pairs.",
    howToFix: "Delete the extra mark, or save the file again from Excel as CSV UTF-8.",
  },
  "row-too-long": {
    says: "The row is too long.",
    expected: "A row of less than 128,000 characters.",
    howToFix: "Look for a missing line end or quotation mark.",
  },
  "too-many-cells": {
    says: "The row has more cells than the header.",
    expected: "As many cells as columns.",
    howToFix: "Put quotation marks around texts that contain the separator, such as a comma in a name.",
  },
  "debtor-missing": {
    says: "It is not known who owes.",
    expected: "A customer code, a document or a name.",
    howToFix: "Fill in at least one of the three.",
  },
  "amount-missing": {
    says: "The amount is missing.",
    expected: "A balance or an amount.",
    howToFix: "Write the balance; if nothing is owed, write 0.",
  },
  "not-an-amount": {
    says: "This cannot be read as an amount.",
    expected: "Figures only, such as 1,250.00 or 1.250,00.",
    howToFix: "Take letters and remarks out of the cell.",
  },
  "other-currency": {
    says: "The amount is in another currency than its row.",
    expected: "One currency in the whole row and the whole invoice.",
    howToFix: "Correct the currency column or the sign of the amount.",
  },
  "unknown-currency": {
    says: "We do not know this currency.",
    expected: "A code such as COP, MXN, ARS, CLP, PEN, BRL or USD.",
    howToFix: "Write the code of three letters.",
  },
  "unknown-country": {
    says: "We do not know this country.",
    expected: "A name or a code of two letters, such as Colombia or CO.",
    howToFix: "Correct the country, or leave this column out and choose one country for the whole file.",
  },
  "not-a-date": {
    says: "This is not a date in the column's format.",
    expected: "A day that exists, such as 31/08/2026 or 2026-08-31.",
    howToFix: "Correct the date; the same order of day and month in the whole column.",
  },
  "phone-scientific": {
    says: "Excel turned the phone number into a short form and its digits are lost.",
    expected: "The whole number, such as 3005550101.",
    howToFix: "Format the column as text and type or paste the numbers again.",
  },
  "phone-no-area-code": {
    says: "The phone number lacks its area code.",
    expected: "The whole number, such as 3005550101 or +54 11 2345 6789.",
    howToFix: "Add the area code.",
  },
  "phone-not-a-number": {
    says: "This is not a phone number.",
    expected: "One number in a cell, or several set apart by a slash (/).",
    howToFix: "Leave the number alone; the rest goes into another column.",
  },
  "phone-invalid": {
    says: "This phone number does not exist in the numbering plan.",
    expected: "A valid number of the chosen country, or one with its country code (+57…).",
    howToFix: "Look for a digit too many or too few, and check the country.",
  },
  "paid-and-owing": {
    says: "The row says that it is paid and that there is a balance.",
    expected: "A balance of 0, or another status than paid.",
    howToFix: "Correct the status or the balance.",
  },
  "name-missing": {
    says: "The name is missing.",
    expected: "The name of the person or company.",
    howToFix: "Fill in the name; until then the code is used.",
  },
  "phone-missing": {
    says: "There is no phone number.",
    expected: "A WhatsApp number.",
    howToFix: "The debt is imported, but nobody can be written to.",
  },
  "phone-left-out": {
    says: "One of the phone numbers cannot be read.",
    expected: "A valid number.",
    howToFix: "The others are used; correct it when you can.",
  },
  "phone-landline": {
    says: "This is a landline.",
    expected: "A mobile number with WhatsApp.",
    howToFix: "It is kept; it may not receive messages.",
  },
  "phone-third-party": {
    says: "The phone is a third party's, not the debtor's.",
    expected: "The number of who owes, or of their co-debtor or guarantor.",
    howToFix: "It is not written to; add the debtor's number. If it is theirs, mend the role.",
  },
  "check-digit-wrong": {
    says: "The document's check digit does not fit.",
    expected: "The document as it was issued.",
    howToFix: "Check it: this number verifies nobody's identity.",
  },
  "birth-date-unreadable": {
    says: "The birth date cannot be read.",
    expected: "A day that exists.",
    howToFix: "Correct it; until then it cannot be used to verify.",
  },
  "due-date-missing": {
    says: "The due date is missing.",
    expected: "The day on which it falls due.",
    howToFix: "Fill it in; until then the debt has no days overdue.",
  },
  "amount-other-format": {
    says: "The amount uses another decimal sign than its column.",
    expected: "One format in the whole column.",
    howToFix: "Check that the amount was read correctly.",
  },
  "amount-rounded": {
    says: "The amount has more decimals than the currency and was rounded.",
    expected: "The currency's decimals.",
    howToFix: "Check that the amount was read correctly.",
  },
  "paid-date-but-owing": {
    says: "There is a day of payment and also a balance.",
    expected: "A balance of 0 if all was paid.",
    howToFix: "It is taken for a part payment, and the balance is owed.",
  },
  "lines-summed": {
    says: "The invoice stands on several rows with different amounts.",
    expected: "One row per invoice.",
    howToFix: "They were added up; check the total.",
  },
  "lines-counted-once": {
    says: "The invoice stands on several rows with the same amount.",
    expected: "One row per invoice.",
    howToFix: "It was counted once; check the total.",
  },
  "permission-undated": {
    says: "The permission has no date.",
    expected: "The day it was given.",
    howToFix: "Add the date: it is the proof of the permission.",
  },
  "permission-unclear": {
    says: "It is not clear whether permission was given.",
    expected: "Yes or no.",
    howToFix: "It is imported without permission, and nobody is written to.",
  },
  "other-numbers-unclear": {
    says: "It is not clear whether they allow other numbers.",
    expected: "Yes or no.",
    howToFix: "Imported as a no: only the number they know writes to them.",
  },
  "permission-other-channels": {
    says: "The permission names other channels and not WhatsApp.",
    expected: "WhatsApp among the authorised channels.",
    howToFix: "They are not written to; if they authorised WhatsApp, add it to the cell.",
  },
  "email-unreadable": {
    says: "The e-mail address cannot be read.",
    expected: "An address such as name@example.com.",
    howToFix: "Correct it; it does not stop the import.",
  },
  "reference-made": {
    says: "The invoice number is missing.",
    expected: "The number by which you know the debt.",
    howToFix: "The due date or the description is used to know it again next time.",
  },
  skipped: {
    blank: "Blank row.",
    total: "Row of totals.",
    "group-heading": "Heading of a group.",
    "header-again": "Header repeated.",
    "counter-sales": "Counter customer.",
    "repeated-line": "Another line of an invoice already counted.",
    "credit-balance": "Balance in the customer's favour.",
  },
  unreadable: {
    empty: "The file is empty. Choose another file.",
    "header-only": "The file has a header and nothing else. Add one row for each debt.",
    "too-large": "The file is larger than 20 MB. Split it and upload the parts one by one.",
    "too-many-rows": "The file has more than 200,000 rows. Split it and upload the parts one by one.",
    "old-excel":
      "This is an old .xls file or one with a password. Open it in Excel and save it as .xlsx or CSV, without a password.",
    html: "This is a web page with the name of an Excel file, as some systems export. Open it in Excel and save it as .xlsx or CSV.",
    "not-a-table": "This is not a table. Upload an .xlsx or CSV file.",
    "broken-excel":
      "The Excel file is damaged or incomplete. Open it in Excel and save it again as .xlsx, or save it as CSV.",
    "too-large-inside":
      "The Excel file is too large inside. Copy only the rows with data to a new workbook, or save it as CSV.",
    "too-slow": "Reading the file took too long. Save it as CSV and upload it again.",
    "no-such-sheet": "The workbook has no sheet of that name. Choose another sheet.",
    "too-many-broken-rows":
      "More than 1,000 rows have quotation marks that are not closed. Save the file again from Excel as CSV UTF-8.",
  },
};
