const BOLD = /(\*[^\s*][^*\n]*\*)/;

/** Words as WhatsApp shows them: *this* is bold. */
export function WhatsAppText({ text }: { text: string }) {
  return text.split(BOLD).map((part, index) =>
    BOLD.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <strong key={index}>{part.slice(1, -1)}</strong>
    ) : (
      part
    ),
  );
}
