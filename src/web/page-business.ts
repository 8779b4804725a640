import type { Request } from "express";

/**
 * Whether the page that asks was made for the business that the session is in. A person who goes from one business to another
 * does so for all tabs with that cookie; a tab that still shows the first must not act in the second. So the console says with
 * each request for which one its page was drawn: in `X-Saldar-Business`, or as `?business=` where no header can be sent, as with
 * the stream of events. Who says nothing shows nothing, and is not asked.
 */
export function pageIsFor(request: Request, businessId: string): boolean {
  const said = request.get("x-saldar-business") ?? request.query["business"];
  return said === undefined || said === businessId;
}
