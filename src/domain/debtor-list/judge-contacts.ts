import { isThirdPartyRole, roleOf } from "../contact-law/role-of.ts";
import { type PhoneProblem, toE164 } from "../phone.ts";
import { isBlankWord } from "./blank-words.ts";
import type { CellReader } from "./cell-reader.ts";
import type { ListedContact, ListedDebtor } from "./judged-row.ts";
import type { ProblemCode } from "./notes.ts";

/**
 * The numbers a debtor can be written to, from all phone columns, several to a cell where they are set apart by / ; , or a
 * line. A number that cannot be read is left out with a warning while another is good, and makes the row wrong when none
 * is: somebody meant this debtor to be reachable. No number at all is no error. A third party's number is kept, with a warning:
 * it is recognised when it writes, and nothing is ever sent to it first.
 */
export function judgeContacts(
  reader: CellReader,
  { country, kind, name: debtorName }: Pick<ListedDebtor, "country" | "kind" | "name">,
): ListedContact[] {
  const { plan, row } = reader;
  const name = reader.text("contactName") || undefined;
  const role = reader.text("contactRole") || undefined;
  const recipient = roleOf({ contactRole: role, contactName: name, debtorKind: kind, debtorName });
  const contacts: ListedContact[] = [];
  const unread: { code: ProblemCode; column: string; found: string }[] = [];

  for (const index of plan.columns.phone ?? []) {
    const cell = row.cells[index] ?? "";
    if (cell === "" || isBlankWord(cell)) continue;
    const column = plan.mapping[index]?.header ?? "";
    for (const found of apart(cell)) {
      const phone = toE164(found, country);
      if ("problem" in phone) unread.push({ code: PROBLEMS[phone.problem], column, found });
      else if (!contacts.some((other) => other.phone.key === phone.key)) {
        contacts.push({ phone, name, role, recipient });
        if (phone.kind === "landline") reader.warn("phone-landline", { column, found });
      }
    }
  }
  for (const { code, column, found } of unread) {
    if (contacts.length > 0) reader.warn("phone-left-out", { column, found });
    else reader.problem(code, { column, found });
  }
  if (contacts.length > 0 && isThirdPartyRole(recipient)) reader.warn("phone-third-party", "contactRole");
  if (contacts.length === 0 && unread.length === 0 && plan.columns.phone) reader.warn("phone-missing", "phone");
  return contacts;
}

const PROBLEMS: Readonly<Record<PhoneProblem, ProblemCode>> = {
  scientific: "phone-scientific",
  "no-area-code": "phone-no-area-code",
  "not-a-number": "phone-not-a-number",
  invalid: "phone-invalid",
};

/** The numbers of one cell. */
export function apart(cell: string): string[] {
  // A comma inside "5,73E+11" is a decimal one; everything else that people put between two numbers parts them.
  if (!/[/;,|\n]| y | e | o /.test(cell) || /E\+?\d+$/i.test(cell)) return [cell];
  return cell
    .split(/[/;,|\n]| y | e | o /)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
