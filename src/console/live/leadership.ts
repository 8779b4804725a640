/**
 * Of the tabs that show one business one leads, the others listen: HTTP/1.1 allows six connections to a host, and one stream is enough for
 * twenty tabs. The lock passes on by itself when the leading tab closes or crashes.
 */
export function whenLeading(businessId: string, lead: () => void): () => void {
  const leaving = new AbortController();
  const staying = new Promise<void>((resolve) => leaving.signal.addEventListener("abort", () => resolve()));
  // Plain http on a name other than localhost has no locks: then each tab has its own stream.
  if (!("locks" in navigator)) {
    lead();
    return () => leaving.abort();
  }
  navigator.locks
    .request(`saldar-live ${businessId}`, { signal: leaving.signal }, () => {
      lead();
      return staying;
    })
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
  return () => leaving.abort();
}
