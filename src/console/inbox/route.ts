import type { InboxView } from "../../web/contract.ts";
import { VIEWS } from "../api/inbox.ts";

/** Which view and conversation an address names: `/inbox/waiting/c/<id>/file` is the file of it on a small screen. */
export type InboxPlace = { readonly view: InboxView; readonly id: string | undefined; readonly showsFile: boolean };

export function placeIn(path: string): InboxPlace {
  const parts = path.split("/").slice(2);
  const view = VIEWS.find((known) => known === parts[0]) ?? "waiting";
  const rest = VIEWS.some((known) => known === parts[0]) ? parts.slice(1) : parts;
  const id = rest[0] === "c" ? rest[1] : undefined;
  return { view, id, showsFile: rest[2] === "file" };
}

export function pathOf({ view, id, showsFile = false }: { view: InboxView; id?: string; showsFile?: boolean }): string {
  const conversation = id === undefined ? "" : `/c/${id}`;
  return `/inbox/${view}${conversation}${showsFile ? "/file" : ""}`;
}
