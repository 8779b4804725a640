import { isLinked } from "../../domain/channel-kind.ts";
import type { LinkStand, NumberCard, NumberState } from "../../web/contract.ts";
import { useFormat } from "../i18n/language-context.tsx";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import type { IconName } from "../parts/icon.tsx";
import { useCodeWords } from "./use-code-words.ts";

type Look = readonly [Tone, IconName];

const LOOKS: Record<Exclude<NumberState["state"], "link">, Look> = {
  works: ["good", "check"],
  resting: ["warn", "clock"],
  stopped: ["bad", "blocked"],
  blocked: ["bad", "blocked"],
  retired: ["plain", "out"],
};

const LINK_LOOKS: Record<Exclude<LinkStand["state"], "open">, Look> = {
  unlinked: ["warn", "link"],
  qr: ["accent", "link"],
  code: ["accent", "keyboard"],
  linking: ["accent", "clock"],
  connecting: ["accent", "clock"],
  unattended: ["bad", "warning"],
  down: ["warn", "warning"],
  restricted: ["bad", "blocked"],
  ended: ["bad", "blocked"],
};

/** How a number stands: a word, its colour and an icon, which say the same. */
export function StateBadge({ number: { state, kind } }: { number: Pick<NumberCard, "state" | "kind"> }) {
  const { numbers: words } = usePageWords();
  const { moment } = useFormat();
  const { codeWords } = useCodeWords();
  const [tone, icon] = state.state === "link" ? LINK_LOOKS[state.link.state] : LOOKS[state.state];
  const says = () => {
    switch (state.state) {
      case "works":
        return isLinked(kind) ? words.linkedWorks : words.works;
      case "resting":
        return words.rests(moment(state.until));
      case "stopped":
        return words.stopped;
      case "blocked":
        return words.blocked(codeWords(state.because));
      case "retired":
        return words.retired;
      case "link":
        return words.link[state.link.state === "ended" ? state.link.because : state.link.state];
    }
  };
  return (
    <Badge tone={tone} icon={icon}>
      {says()}
    </Badge>
  );
}
