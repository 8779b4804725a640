/** Days of the business, both included; an empty one is open. */
export type Days = { readonly from: string; readonly to: string };

/** As the API is asked for them. */
export function inDays({ from, to }: Days): URLSearchParams {
  const asked = new URLSearchParams();
  if (from !== "") asked.set("from", from);
  if (to !== "") asked.set("to", to);
  return asked;
}
