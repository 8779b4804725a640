import { Link } from "wouter";
import { Icon } from "../parts/icon.tsx";
import { pathOf } from "./route.ts";

/** Where a conversation that a lost number cut in two was before, or went on. It may stand in any view: in all it does. */
export function OtherNumber({ id, says }: { id: string; says: string }) {
  return (
    <p className="thread-happening">
      <Icon name="link" /> <Link href={pathOf({ view: "all", id })}>{says}</Link>
    </p>
  );
}
