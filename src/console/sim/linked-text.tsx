import { WhatsAppText } from "../parts/whatsapp-text.tsx";

const ADDRESS = /(https?:\/\/[^\s]+[^\s.,;:!?)])/;

/** What was written, with its addresses to tap: the payment page opens beside the chat. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p className="chat-body">
      {text.split(ADDRESS).map((part, index) =>
        ADDRESS.test(part) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <a key={index} href={part} target="_blank" rel="noreferrer">
            {part}
          </a>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
          <WhatsAppText key={index} text={part} />
        ),
      )}
    </p>
  );
}
