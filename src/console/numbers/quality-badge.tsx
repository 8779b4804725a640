import type { NumberQuality } from "../../web/contract.ts";
import { usePageWords } from "../i18n/use-page-words.ts";
import { Badge, type Tone } from "../parts/badge.tsx";
import type { IconName } from "../parts/icon.tsx";

const LOOKS: Record<NumberQuality, readonly [Tone, IconName]> = {
  GREEN: ["good", "check"],
  YELLOW: ["warn", "warning"],
  RED: ["bad", "blocked"],
  UNKNOWN: ["plain", "unclear"],
};

/** Meta's quality of a number in words: the colour and the icon say it again. */
export function QualityBadge({ quality }: { quality: NumberQuality }) {
  const { numbers } = usePageWords();
  const [tone, icon] = LOOKS[quality];
  return (
    <Badge tone={tone} icon={icon}>
      {numbers.qualities[quality]}
    </Badge>
  );
}
