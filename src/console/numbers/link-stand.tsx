import type { LinkedPhone, LinkStand } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import type { Tone } from "../parts/badge.tsx";
import { Icon, type IconName } from "../parts/icon.tsx";
import { phoneText } from "./phone-text.ts";

const LOOKS: Record<LinkStand["state"], readonly [Tone, IconName]> = {
  unlinked: ["plain", "link"],
  qr: ["accent", "link"],
  code: ["accent", "keyboard"],
  linking: ["accent", "clock"],
  connecting: ["accent", "clock"],
  unattended: ["bad", "warning"],
  open: ["good", "check"],
  down: ["warn", "warning"],
  restricted: ["bad", "blocked"],
  ended: ["bad", "blocked"],
};

type Props = { stand: LinkStand; linked: LinkedPhone | null };

/** How a link stands: what it is, what it means, and what to do. */
export function LinkStandView({ stand, linked }: Props) {
  const [tone, icon] = LOOKS[stand.state];
  const { title, notes, detail } = useStandWords(stand, linked);
  const { linking } = usePageWords();
  return (
    <div className="stack">
      <h2 className={`number-stand number-stand-${tone}`}>
        <Icon name={icon} /> {title}
      </h2>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {detail !== undefined && detail !== "" && (
        <p className="soft small">
          {linking.link.detail}: <code>{detail}</code>
        </p>
      )}
    </div>
  );
}

type Told = { readonly title: string; readonly notes: readonly string[]; readonly detail?: string };

function useStandWords(stand: LinkStand, linked: LinkedPhone | null): Told {
  const { linking, numbers } = usePageWords();
  const { moment } = useFormat();
  const words = linking.link;
  switch (stand.state) {
    case "unlinked":
      return { title: words.unlinked, notes: [stand.isLeft ? words.leftNote : words.unlinkedNote] };
    case "qr":
    case "code":
      return { title: numbers.link[stand.state], notes: [] };
    case "linking":
      return { title: words.linking, notes: [words.linkingNote] };
    case "connecting":
      return { title: words.connecting, notes: [words.connectingNote] };
    case "unattended":
      return { title: words.unattended, notes: [words.unattendedNote] };
    case "open":
      return { title: words.open, notes: openNotes(words, { phone: stand.phone, linked, moment }) };
    case "down":
      return { title: words.down, notes: [words.downNote(moment(stand.retryAt))], detail: stand.because };
    case "restricted": {
      const until = stand.until === null ? words.restrictedOpen : words.restrictedUntil(moment(stand.until));
      return { title: words.restricted, notes: [until, words.restrictedNote], detail: stand.because };
    }
    case "ended":
      return { title: words.ends[stand.because], notes: [words.endNotes[stand.because]], detail: stand.detail };
  }
}

type Open = {
  readonly phone: string | null;
  readonly linked: LinkedPhone | null;
  readonly moment: (at: string) => string;
};

function openNotes(
  words: ReturnType<typeof usePageWords>["linking"]["link"],
  { phone: told, linked, moment }: Open,
): string[] {
  const phone = told ?? linked?.phone ?? null;
  const notes = [phone === null ? words.openUnknown : words.openAs(phoneText(phone))];
  if (linked?.isExpected === true) notes.push(words.isExpected);
  if (linked?.isExpected === false) notes.push(words.isNotExpected);
  if (linked?.at != null) {
    notes.push(linked.by === null ? words.linkedAt(moment(linked.at)) : words.linkedBy(linked.by, moment(linked.at)));
  }
  return notes;
}
