import { authorisedChannels } from "./authorised-channels.ts";
import type { CellReader } from "./cell-reader.ts";
import type { ListedPermission } from "./judged-row.ts";
import { saysYesOrNo } from "./yes-no.ts";

/**
 * May we write to this debtor? The row's own word counts first: a no is a no, whatever the file's basis says. A yes without
 * its wording is kept as the column's name and cell, which is what the business's record says; a missing wording, day or
 * channel comes from the file's basis where there is one. Without a word of its own, a row has the file's basis or none. A row
 * that names the channels, and WhatsApp not among them, is a no to WhatsApp, also against an earlier list's yes, and a yes to those.
 */
export function judgePermission(reader: CellReader): ListedPermission {
  const basis = reader.plan.settings.permissionBasis;
  const said = reader.text("permission");
  const day = reader.date("permissionDate") ?? reader.date("permission");
  const answer = saysYesOrNo(said) ?? (said !== "" && reader.date("permission") !== undefined ? "yes" : undefined);
  if (answer === "no") return { kind: "refused" };
  const wording = reader.text("permissionWording");
  const named = authorisedChannels(reader.text("permittedChannels"));
  if (named && !named.whatsapp) {
    reader.warn("permission-other-channels", "permittedChannels");
    const { others } = named;
    if (others.length === 0) return { kind: "refused" };
    return { kind: "others", wording: wording || recordOf(reader, "permittedChannels"), on: day ?? basis?.on, others };
  }

  const others = { ...(named && { others: named.others }), ...otherNumbers(reader) };
  const ownWord = answer === "yes" || (said === "" && (wording !== "" || reader.text("permissionDate") !== ""));
  if (ownWord) {
    const on = day ?? basis?.on;
    if (on === undefined) reader.warn("permission-undated", "permission");
    const channel = reader.text("permissionChannel") || reader.text("permittedChannels") || basis?.channel;
    return {
      kind: "given",
      wording: wording || (basis?.wording ?? recordOf(reader, "permission")),
      on,
      channel,
      from: "row",
      ...others,
    };
  }
  if (said !== "") {
    reader.warn("permission-unclear", "permission");
    return { kind: "none" };
  }
  return basis === undefined ? { kind: "none" } : { kind: "given", ...basis, from: "file", ...others };
}

/** Whether another number of the business may write to them; what is neither yes nor no is told, and no yes. */
function otherNumbers(reader: CellReader): { otherNumbers?: boolean } {
  const said = reader.text("otherNumbers");
  if (said === "") return {};
  const answer = saysYesOrNo(said);
  if (answer === undefined) reader.warn("other-numbers-unclear", "otherNumbers");
  return { otherNumbers: answer === "yes" };
}

/** What the business's record says: the column's name and the cell. */
function recordOf({ plan, row }: CellReader, field: "permission" | "permittedChannels"): string {
  const index = plan.columns[field]?.[0] ?? plan.columns.permissionDate?.[0] ?? -1;
  return `${plan.mapping[index]?.header ?? ""}: ${row.cells[index] ?? ""}`;
}
