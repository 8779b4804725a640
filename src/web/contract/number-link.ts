import type { Moment } from "./common.ts";

/**
 * `GET /api/channels/:id/link` → `NumberLink`: where the linking of a phone stands, and what links it. For who may link it; 404 for a
 * number that is no linked phone. What is in `qr` and `code` lets anybody link: it stands in no address, cache or log. Each change of
 * it is a `channel.changed`. Moments are real time.
 */
export type NumberLink = {
  readonly id: string;
  readonly name: string;
  /** The server's clock as it answered: how long a code is still good for does not hang on the browser's. */
  readonly now: Moment;
  /** The number that is to be linked, E.164 digits. Another one is unlinked again at once. */
  readonly expectedPhone: string | null;
  readonly link: LinkView;
  /** Since when it stands there. Null: nobody ever asked for a link. */
  readonly since: Moment | null;
  /** What somebody asked for and the process that has linked phones has not taken up yet. */
  readonly asked: "link-by-qr" | "link-by-code" | "unlink" | null;
  /** The phone that is or was linked last. */
  readonly linked: LinkedPhone | null;
  /** Who took the risk upon themselves, and when; before that nothing is linked. */
  readonly risk: RiskAccepted | null;
};

export type LinkView = LinkStand | LinkSecret;

/** What anybody may know who may see the number. */
export type LinkStand =
  /** `isLeft`: the phone could not be told, and its owner has to remove the device in WhatsApp > Linked devices. */
  | { readonly state: "unlinked"; readonly isLeft?: true }
  | { readonly state: "qr" | "code" | "linking" | "connecting" }
  /** It was connected or on its way, and no process looks after it now. */
  | { readonly state: "unattended" }
  | { readonly state: "open"; readonly phone: string | null }
  /** Gone, and tried again by itself. */
  | { readonly state: "down"; readonly because: string; readonly retryAt: Moment }
  /** WhatsApp lets it write to nobody new, or to nobody. */
  | { readonly state: "restricted"; readonly because: string; readonly until: Moment | null }
  /** It goes on only when a person does something. */
  | { readonly state: "ended"; readonly because: LinkEnd; readonly detail: string };

export type LinkSecret =
  /** To be scanned until then; `left` more follow by themselves. */
  | { readonly state: "qr"; readonly qr: string; readonly expiresAt: Moment; readonly left: number }
  /** To be typed on the phone until then. */
  | { readonly state: "code"; readonly code: string; readonly expiresAt: Moment };

export type LinkEnd =
  | "expired"
  | "refused"
  | "logged-out"
  | "banned"
  | "replaced"
  | "outdated"
  | "wrong-number"
  | "failing";

export type LinkedPhone = {
  /** E.164 digits; null where WhatsApp tells only its own id of the phone. */
  readonly phone: string | null;
  /** The name of who asked for it; null where it is not known any more. */
  readonly by: string | null;
  readonly at: Moment | null;
  /** Null: no number was expected, or WhatsApp did not tell which one it is. */
  readonly isExpected: boolean | null;
};

export type RiskAccepted = { readonly by: string | null; readonly at: Moment };

/**
 * `POST /api/linked-phones` → 201 `AddedNumber`: a phone to be linked, with its risk accepted by whoever asks, on the record. 409
 * `number.taken` when the business has a number with this phone, `request.conflict` when it is a demo.
 */
export type AddLinkedPhone = {
  readonly kind: "baileys" | "whatsapp_web";
  readonly name: string;
  /** The number that is expected, as people write it, with its country: `+57 300 000 0001`. */
  readonly phone: string;
  readonly acceptsRisk: true;
};
export type AddedNumber = { readonly id: string };

/**
 * `POST /api/channels/:id/link` → 202: shows a QR, or a code to be typed on the expected phone; what comes of it is in `NumberLink`. 409
 * `number.risk-not-accepted` before somebody accepted the risk; 503 `channel.no-process` when no process took it up within some
 * seconds, and then it is not asked any more; 404 for a number that was retired.
 * `POST /api/channels/:id/unlink` → 202: takes this companion off the phone and forgets its keys. The number, and its past, stay.
 * `POST /api/channels/:id/accept-risk` → 204, on the record with who and when. The same again changes nothing.
 */
export type AskForLink = { readonly by: "qr" | "code" };
