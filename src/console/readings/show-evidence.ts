/** The name by which styles know it. */
const NAME = "evidence";

/** Underlines these words in a text that is on the page, without a change to it. Where a browser cannot, nothing is underlined. */
export function showEvidence(within: Element, evidence: string): void {
  const range = rangeOf(within, evidence);
  if (range && "highlights" in CSS) CSS.highlights.set(NAME, new Highlight(range));
}

export function hideEvidence(): void {
  if ("highlights" in CSS) CSS.highlights.delete(NAME);
}

/** The words may go over what is bold: each end is in a text of its own. */
function rangeOf(within: Element, evidence: string): Range | undefined {
  const start = within.textContent.indexOf(evidence);
  if (evidence === "" || start < 0) return undefined;
  const range = document.createRange();
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let [at, isBegun] = [0, false];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!isBegun && start < at + length) {
      range.setStart(node, start - at);
      isBegun = true;
    }
    if (start + evidence.length <= at + length) {
      range.setEnd(node, start + evidence.length - at);
      return range;
    }
    at += length;
  }
  return undefined;
}
