/**
 * Of a file that somebody sent us: how large it may be, and how long it may take to come; one of ours has as long to leave. WhatsApp's own largest picture, voice message
 * or film; of documents, which may have 2 GB, the larger are left there. Whoever writes to us does not decide how much memory we take.
 */
export const MEDIA_LIMITS = { bytes: 16 * 1024 * 1024, ms: 60_000 } as const;

/** What a person reads of a larger one. */
export const TOO_LARGE = `the file is larger than ${MEDIA_LIMITS.bytes / 1024 / 1024} MB`;
